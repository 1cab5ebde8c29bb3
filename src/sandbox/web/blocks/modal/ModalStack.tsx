import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ViewView } from '../../../protocol.js';
import type { Interact } from '../interact.js';
import type { Names } from '../names.js';
import { ModalView } from './ModalView.js';

interface Props {
  /** Lowest first. */
  views: ViewView[];
  interact: Interact;
  names: Names;
}

/** A person's open modals. The top one is shown; those under it keep what was typed. */
export function ModalStack({ views, interact, names }: Props) {
  const top = views.at(-1);
  return top ? <Open views={views} top={top} interact={interact} names={names} /> : null;
}

function Open({ views, top, interact, names }: Props & { top: ViewView }) {
  const frame = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const dialog = frame.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const focused = useRef(new Map<string, EventTarget>());
  useEffect(() => settleFocus(frame.current, focused.current.get(top.id)), [top.id, top.blocks]);
  const leave = (event: Event) => {
    if (event.defaultPrevented || (event.type === 'cancel' && event.target !== frame.current)) return;
    event.preventDefault();
    frame.current?.querySelector<HTMLButtonElement>('[data-shown] [data-bk-close]')?.click();
  };
  // Browsers close a dialog at the second Escape without asking: so the key itself is heard too.
  const press = (event: KeyboardEvent) => event.key === 'Escape' && leave(event);
  return (
    <dialog
      ref={frame}
      class="bk-dialog bk-modal"
      aria-labelledby={`title-${top.id}`}
      onCancel={leave}
      onKeyDown={press}
      onFocusIn={({ target }) => target && focused.current.set(top.id, target)}
    >
      {views.map((view, depth) => (
        <ModalView
          key={view.id}
          view={view}
          depth={depth}
          shown={view.id === top.id}
          interact={interact}
          names={names}
        />
      ))}
    </dialog>
  );
}

/** Someone who is writing stays there; who comes back from a pushed view stands where they left. */
function settleFocus(frame: HTMLElement | null, before: EventTarget | undefined): void {
  const view = frame?.querySelector('[data-shown]');
  const isSettled = document.activeElement?.closest('.bk-modal-body, .bk-dialog-foot');
  if (!view || (isSettled && view.contains(isSettled))) return;
  const isThere = before instanceof HTMLElement && before.closest('.bk-modal-body') && view.contains(before);
  if (isThere) before.focus();
  else firstOf(view)?.focus();
}

/** Where the app wants the focus, else the first field, else the button that sends. */
const firstOf = (view: Element): HTMLElement | null =>
  view.querySelector<HTMLElement>('[data-bk-focus]') ??
  view.querySelector<HTMLElement>('.bk-modal-body :is(input, textarea, [contenteditable], button, a)') ??
  view.querySelector<HTMLElement>('button[type=submit]');
