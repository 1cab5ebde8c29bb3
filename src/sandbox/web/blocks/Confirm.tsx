import type { ConfirmationDialog } from '@slack/types';
import { useEffect, useId, useRef } from 'preact/hooks';
import { PlainText } from './mrkdwn/PlainText.js';
import { TextObject } from './mrkdwn/TextObject.js';
import type { Names } from './names.js';
import type { Say } from './words/index.js';

interface Props {
  dialog: ConfirmationDialog;
  names: Names;
  say: Say;
  onAnswer(yes: boolean): void;
}

/** "Are you sure?" before something is done. */
export function Confirm({ dialog, names, say, onAnswer }: Props) {
  const frame = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = frame.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-yes]')?.focus();
    return () => shown?.close();
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    onAnswer(false);
  };
  const press = (event: KeyboardEvent) => event.key === 'Escape' && cancel(event);
  return (
    <dialog
      ref={frame}
      class="bk-dialog bk-confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={cancel}
      onKeyDown={press}
    >
      <h2 id={`${id}-title`}>
        <PlainText text={dialog.title?.text ?? say('confirm.title')} />
      </h2>
      <div id={`${id}-text`}>
        <TextObject text={dialog.text} names={names} />
      </div>
      <div class="bk-dialog-foot">
        <button type="button" class="bk-button" onClick={() => onAnswer(false)}>
          <PlainText text={dialog.deny?.text ?? say('confirm.no')} />
        </button>
        <button
          type="button"
          data-yes
          class={`bk-button bk-button-filled bk-button-${dialog.style ?? 'primary'}`}
          onClick={() => onAnswer(true)}
        >
          <PlainText text={dialog.confirm?.text ?? say('confirm.yes')} />
        </button>
      </div>
    </dialog>
  );
}
