import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../parts/Icon.js';

interface SectionProps {
  title: string;
  button?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of the sidebar that can be folded. */
export function Section({ title, button, children }: SectionProps) {
  const open = useSignal(true);
  const id = useId();
  return (
    <section class="side-section">
      <h2 class="side-head">
        <button type="button" aria-expanded={open.value} aria-controls={id} onClick={() => (open.value = !open.value)}>
          <Icon name={open.value ? 'down' : 'right'} size={14} />
          {title}
        </button>
        {button}
      </h2>
      <ul id={id} class="side-list" hidden={!open.value} aria-label={title}>
        {children}
      </ul>
    </section>
  );
}
