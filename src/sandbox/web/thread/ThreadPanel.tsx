import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ChannelView } from '../../protocol.js';
import { Composer } from '../composer/Composer.js';
import { DropZone } from '../conversation/DropZone.js';
import { MessageList } from '../conversation/MessageList.js';
import { Icon } from '../parts/Icon.js';
import { labelOf } from '../store/channels.js';
import { threadOf } from '../store/conversation.js';
import { draftKey } from '../store/drafts.js';
import { conversationOf, loadReplies } from '../store/messages.js';
import { leaveThread } from '../store/place.js';
import { link, me, sentence, t, timeZone } from '../store/session.js';
import { attach } from '../store/uploads.js';
import { threadRowsOf } from '../text/rows.js';

/** One message and its answers, beside the channel. Its key is the thread and the person. */
export function ThreadPanel({ channel, ts }: { channel: ChannelView; ts: string }) {
  const error = useSignal('');
  const online = link.value === 'on';
  useEffect(() => {
    if (!online) return;
    void loadReplies(channel.id, ts).then((problem) => {
      error.value = problem ?? '';
    });
  }, [online]);

  const messages = threadOf(conversationOf(channel.id), ts);
  const rows = threadRowsOf(messages, { id: me.value, timeZone: timeZone.value, readUpTo: null });
  const scope = `thread/${ts}`;
  const label = t('thread.label', { place: labelOf(channel) });
  return (
    <aside class="thread" aria-label={label}>
      <header class="main-head">
        <h2 class="main-title">
          {t('thread.title')} <small>{labelOf(channel)}</small>
        </h2>
        <span class="bar-rest" />
        <button type="button" class="icon-button" aria-label={t('thread.close')} onClick={leaveThread}>
          <Icon name="close" />
        </button>
      </header>
      <DropZone onFiles={(files) => attach(draftKey(me.value, channel.id, ts), files)}>
        <MessageList
          label={label}
          scope={scope}
          rows={rows}
          top={error.value && <p class="list-note error">{sentence(error.value)}</p>}
        />
        {channel.is_member && !channel.is_archived && (
          <Composer channel={channel} thread={ts} label={t('thread.composer')} messages={messages} scope={scope} />
        )}
      </DropZone>
    </aside>
  );
}
