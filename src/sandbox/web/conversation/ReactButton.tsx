import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { MessageView } from '../../protocol.js';
import { EmojiPicker } from '../blocks/index.js';
import { Icon } from '../parts/Icon.js';
import { Popup } from '../parts/Popup.js';
import { react } from '../store/acts.js';
import { held } from '../store/focus.js';
import { t } from '../store/session.js';

export function ReactButton({ message, class: look }: { message: MessageView; class: string }) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const set = (value: boolean) => {
    open.value = value;
    held.value = value;
  };
  const pick = (name: string) => {
    set(false);
    void react(message, name);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={look}
        aria-label={t('reactions.add')}
        title={t('reactions.add')}
        aria-haspopup="dialog"
        aria-expanded={open.value}
        onClick={() => set(!open.value)}
      >
        <Icon name="smile" />
      </button>
      {open.value && (
        <Popup anchor={button.current} label={t('reactions.add')} onClose={() => set(false)}>
          <EmojiPicker onPick={pick} onClose={() => set(false)} />
        </Popup>
      )}
    </>
  );
}
