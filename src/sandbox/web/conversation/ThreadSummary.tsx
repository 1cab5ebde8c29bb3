import type { MessageView } from '../../protocol.js';
import { Avatar } from '../parts/Avatar.js';
import { isReply } from '../store/conversation.js';
import { people } from '../store/people.js';
import { goToThread } from '../store/place.js';
import { reader, shownNow, t } from '../store/session.js';
import { lastReplyAt } from '../text/dates.js';

/** Below a message with answers: who answered, how often, when last. */
export function ThreadSummary({ message }: { message: MessageView }) {
  if (isReply(message) && message.broadcast && message.thread_ts) {
    const root = message.thread_ts;
    return (
      <button type="button" class="thread-summary" onClick={() => goToThread(message.channel, root)}>
        <span class="thread-count">{t('thread.view')}</span>
      </button>
    );
  }
  if (!message.reply_count) return null;
  return (
    <button type="button" class="thread-summary" onClick={() => goToThread(message.channel, message.ts)}>
      {message.reply_users?.slice(0, 4).map((id) => (
        <Avatar key={id} person={people.value.get(id)} size={22} />
      ))}
      <span class="thread-count">{t('thread.replies', { count: message.reply_count })}</span>
      {message.latest_reply && <small>{lastReply(message.latest_reply)}</small>}
    </button>
  );
}

function lastReply(ts: string): string {
  const { today, when } = lastReplyAt(ts, { ...reader.value, now: shownNow() });
  return t(today ? 'thread.last-today' : 'thread.last', { when });
}
