import type { ChannelView } from '../../protocol.js';
import { Avatar } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { labelOf, othersIn, titleOf } from '../store/channels.js';
import { me, t } from '../store/session.js';

/** What stands above the very first message. */
export function Beginning({ channel }: { channel: ChannelView }) {
  if (channel.is_im || channel.is_mpim) return <DirectBeginning channel={channel} />;
  return (
    <div class="beginning">
      <span class="beginning-mark">
        <Icon name={channel.is_private ? 'lock' : 'hash'} size={30} />
      </span>
      <h2>{labelOf(channel)}</h2>
      <p>{channel.purpose || t('beginning.channel', { place: labelOf(channel) })}</p>
    </div>
  );
}

function DirectBeginning({ channel }: { channel: ChannelView }) {
  const others = othersIn(channel);
  const alone = others.length === 1 && others[0]?.id === me.value;
  return (
    <div class="beginning">
      {others.slice(0, 3).map((person) => (
        <Avatar key={person.id} person={person} size={56} />
      ))}
      <h2>{titleOf(channel)}</h2>
      <p>{alone ? t('beginning.self') : t('beginning.direct', { place: titleOf(channel) })}</p>
    </div>
  );
}
