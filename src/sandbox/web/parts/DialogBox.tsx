import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../store/session.js';
import { dialog } from '../store/ui.js';
import { Icon } from './Icon.js';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  wide?: boolean;
  onClose?(): void;
}

export const closeDialog = (): void => {
  dialog.value = null;
};

/** A dialog of the page's own. The browser keeps the focus inside; where it was before, it returns to. */
export function DialogBox({ title, children, wide = false, onClose = closeDialog }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const opened = box.current;
    opened?.showModal();
    opened?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      // While it is open, nothing outside of it takes the focus.
      opened?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
    >
      <header class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
