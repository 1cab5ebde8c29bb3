import { useSignal } from '@preact/signals';
import type { MessageView } from '../../protocol.js';
import { TextBox } from '../composer/TextBox.js';
import { editMessage } from '../store/acts.js';
import { editing } from '../store/focus.js';
import { withNames } from '../store/names-in-text.js';
import { t } from '../store/session.js';
import { toSlack } from '../text/slack.js';

/** A message opened for editing, in its own place. */
export function EditBox({ message }: { message: MessageView }) {
  const written = useSignal(withNames(message.text));
  const error = useSignal('');
  const close = () => {
    editing.value = null;
  };
  const save = async () => {
    const text = toSlack(written.value.text.trim(), written.value.picks);
    if (text === message.text) return close();
    error.value = (await editMessage(message, text)) ?? '';
    if (!error.value) close();
  };
  return (
    <div class="edit-box">
      <TextBox
        label={t('message.edit')}
        written={written.value}
        onWrite={(next) => (written.value = next)}
        onSend={save}
        onCancel={close}
        autofocus
      />
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
      <div class="form-buttons">
        <button type="button" class="button small" onClick={close}>
          {t('cancel')}
        </button>
        <button type="button" class="button primary small" onClick={save}>
          {t('save')}
        </button>
      </div>
    </div>
  );
}
