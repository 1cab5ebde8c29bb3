import type { ChannelView } from '../../protocol.js';
import { joinRoom } from '../store/acts.js';
import { labelOf } from '../store/channels.js';
import { t } from '../store/session.js';

/** In place of the composer, where the person can't write: they may join, or the channel is archived. */
export function OutsideBar({ channel }: { channel: ChannelView }) {
  return (
    <div class="outside-bar">
      <p>{t(channel.is_archived ? 'channel.is-archived' : 'channel.not-member', { place: labelOf(channel) })}</p>
      {!channel.is_archived && (
        <button type="button" class="button primary" onClick={() => joinRoom(channel.id)}>
          {t('channel.join')}
        </button>
      )}
    </div>
  );
}
