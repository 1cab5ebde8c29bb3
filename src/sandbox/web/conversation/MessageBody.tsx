import type { MessageView } from '../../protocol.js';
import { Blocks, Mrkdwn } from '../blocks/index.js';
import { interact, names } from '../store/names.js';
import { t } from '../store/session.js';
import { Files } from './Files.js';

export function MessageBody({ message }: { message: MessageView }) {
  if (message.subtype === 'tombstone') return <p class="message-gone">{t('message.gone')}</p>;
  return (
    <div class={message.subtype === 'me_message' ? 'message-body me' : 'message-body'}>
      <Content message={message} />
      {message.edited && <small class="edited"> {t('message.edited')}</small>}
      {message.files && message.files.length > 0 && <Files files={message.files} />}
    </div>
  );
}

function Content({ message }: { message: MessageView }) {
  if (!message.blocks || message.blocks.length === 0) return <Mrkdwn text={message.text} names={names.value} />;
  const { channel, ts, is_ephemeral = false } = message;
  return (
    <Blocks
      blocks={message.blocks}
      container={{ type: 'message', channel, ts, is_ephemeral }}
      interact={interact}
      names={names.value}
    />
  );
}
