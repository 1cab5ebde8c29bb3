import type { ChannelView } from '../../protocol.js';
import { DialogBox } from '../parts/DialogBox.js';
import { Field, Form, textIn } from '../parts/Form.js';
import { labelOf, putChannel } from '../store/channels.js';
import { goToChannel } from '../store/place.js';
import { ask, sentence, t } from '../store/session.js';
import { roomName } from '../text/room-name.js';

export function CreateDialog() {
  const create = async (form: FormData) => {
    const answer = await ask('create_channel', {
      name: roomName(textIn(form, 'name')),
      is_private: form.has('is_private'),
    });
    if (!answer.ok) return sentence(answer.error);
    putChannel(answer.channel);
    goToChannel(answer.channel.id);
    return undefined;
  };
  return (
    <DialogBox title={t('channels.create')}>
      <Form button={t('channels.create-button')} onSend={create}>
        <NameField value="" />
        <label class="check">
          <input type="checkbox" name="is_private" /> {t('channels.make-private')}
        </label>
      </Form>
    </DialogBox>
  );
}

export function RenameDialog({ channel }: { channel: ChannelView }) {
  const rename = async (form: FormData) => {
    const answer = await ask('rename', { channel: channel.id, name: roomName(textIn(form, 'name')) });
    return answer.ok ? undefined : sentence(answer.error);
  };
  return (
    <DialogBox title={t('channel.rename-title', { place: labelOf(channel) })}>
      <Form button={t('save')} onSend={rename}>
        <NameField value={channel.name} />
      </Form>
    </DialogBox>
  );
}

function NameField({ value }: { value: string }) {
  return (
    <Field label={t('channels.name')} hint={t('channels.name-hint')}>
      {(id) => (
        <input id={id} name="name" data-autofocus required maxLength={80} defaultValue={value} autocomplete="off" />
      )}
    </Field>
  );
}
