import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon, type IconName } from './Icon.js';
import { Popup } from './Popup.js';

export interface MenuItem {
  label: string;
  hint?: string;
  icon?: IconName;
  danger?: boolean;
  /** Present: the item is one of a choice, and chosen or not. */
  checked?: boolean;
  /** A line above this item. */
  apart?: boolean;
  act(): void;
}

interface MenuProps {
  label: string;
  items: MenuItem[];
  class?: string;
  side?: 'below' | 'above';
  /** While the menu is open, its surroundings may have to stay. */
  onOpen?(open: boolean): void;
  tip?: string;
  /** What the button shows is its name, with the label after it; otherwise the label alone is. */
  named?: boolean;
  children: ComponentChildren;
}

/** A button that opens a list of things to do. */
export function MenuButton({
  label,
  items,
  class: look = 'icon-button',
  side,
  onOpen,
  tip,
  named = false,
  children,
}: MenuProps) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const set = (value: boolean) => {
    open.value = value;
    onOpen?.(value);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={look}
        aria-label={named ? undefined : label}
        title={tip ?? label}
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => set(!open.value)}
      >
        {children}
        {named && <span class="only-read">, {label}</span>}
      </button>
      {open.value && (
        <Popup anchor={button.current} label={label} role="menu" side={side ?? 'below'} onClose={() => set(false)}>
          <MenuItems label={label} items={items} onDone={() => set(false)} />
        </Popup>
      )}
    </>
  );
}

function MenuItems({ label, items, onDone }: { label: string; items: MenuItem[]; onDone(): void }) {
  const list = useRef<HTMLDivElement>(null);
  const keyed = (event: KeyboardEvent) => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 };
    const to = steps[event.key];
    if (event.key === 'Tab') onDone();
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  };
  return (
    <div ref={list} class="menu" role="menu" tabIndex={-1} aria-label={label} onKeyDown={keyed}>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          {...roleOf(item)}
          class={`menu-item${item.danger ? ' danger' : ''}${item.apart ? ' apart' : ''}`}
          onClick={() => {
            onDone();
            item.act();
          }}
        >
          <span class="menu-icon">{item.checked ? <Icon name="check" /> : item.icon && <Icon name={item.icon} />}</span>
          <span>
            {item.label}
            {item.hint && <small>{item.hint}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}

const roleOf = ({ checked }: MenuItem) =>
  checked === undefined ? { role: 'menuitem' as const } : { role: 'menuitemradio' as const, 'aria-checked': checked };
