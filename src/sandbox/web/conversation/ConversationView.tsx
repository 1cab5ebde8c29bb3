import { useEffect } from 'preact/hooks';
import type { ChannelView, MessageView } from '../../protocol.js';
import { Composer } from '../composer/Composer.js';
import { labelOf } from '../store/channels.js';
import { timelineOf } from '../store/conversation.js';
import { draftKey } from '../store/drafts.js';
import { conversationOf, loadHistory, notices } from '../store/messages.js';
import { place } from '../store/place.js';
import { link, me, sentence, t, timeZone } from '../store/session.js';
import { attach } from '../store/uploads.js';
import { rowsOf } from '../text/rows.js';
import { Beginning } from './Beginning.js';
import { DropZone } from './DropZone.js';
import { MessageList } from './MessageList.js';
import { OutsideBar } from './OutsideBar.js';
import { useReading } from './reading.js';

/** One channel's messages and the composer under them. Its key is the channel and the person. */
export function ConversationView({ channel }: { channel: ChannelView }) {
  const known = conversationOf(channel.id);
  const messages = timelineOf(known);
  const newest = messages.findLast((message) => !message.is_ephemeral)?.ts ?? '';
  const readUpTo = useReading(channel, newest);
  const online = link.value === 'on';
  useEffect(() => {
    if (online && known.floor === null) void loadHistory(channel.id);
  }, [online, known.floor]);

  const said = notices.value.filter((notice) => notice.channel === channel.id);
  const rows = rowsOf(messages, { id: me.value, timeZone: timeZone.value, readUpTo }, said);
  const sought = place.value.kind === 'channel' ? place.value.message : undefined;
  return (
    <DropZone onFiles={(files) => attach(draftKey(me.value, channel.id), files)}>
      <MessageList
        label={t('list.label', { place: labelOf(channel) })}
        scope="channel"
        rows={rows}
        sought={sought}
        onOlder={() => known.floor !== null && void loadHistory(channel.id)}
        top={<Top channel={channel} loading={known.loading} whole={!known.hasMore} error={known.error} />}
      />
      <Below channel={channel} messages={messages} />
    </DropZone>
  );
}

interface TopProps {
  channel: ChannelView;
  loading: boolean;
  whole: boolean;
  error: string | undefined;
}

function Top({ channel, loading, whole, error }: TopProps) {
  if (error) return <p class="list-note error">{sentence(error)}</p>;
  if (loading) return <p class="list-note">{t('list.loading')}</p>;
  return whole ? <Beginning channel={channel} /> : <p class="list-note">{t('list.older')}</p>;
}

function Below({ channel, messages }: { channel: ChannelView; messages: MessageView[] }) {
  if (channel.is_archived || !channel.is_member) return <OutsideBar channel={channel} />;
  return (
    <Composer
      channel={channel}
      label={t('composer.label', { place: labelOf(channel) })}
      messages={messages}
      scope="channel"
    />
  );
}
