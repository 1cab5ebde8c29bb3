import type { ChannelView } from '../../protocol.js';
import { useEmoji } from '../blocks/index.js';
import { Avatar, Presence } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { directMessages, othersIn, titleOf } from '../store/channels.js';
import { me, t } from '../store/session.js';
import { dialog } from '../store/ui.js';
import { ChannelLink } from './ChannelLink.js';
import { Section } from './Section.js';

export function DirectMessages() {
  const write = () => {
    dialog.value = { kind: 'message-someone' };
  };
  return (
    <Section
      title={t('sidebar.direct')}
      button={
        <button type="button" class="side-add" aria-label={t('direct.new')} title={t('direct.new')} onClick={write}>
          <Icon name="plus" size={16} />
        </button>
      }
    >
      {directMessages.value.map((channel) => (
        <Direct key={channel.id} channel={channel} />
      ))}
      {directMessages.value.length === 0 && (
        <li>
          <button type="button" class="side-link quiet" onClick={write}>
            <Icon name="plus" size={16} />
            <span>{t('direct.new')}</span>
          </button>
        </li>
      )}
    </Section>
  );
}

function Direct({ channel }: { channel: ChannelView }) {
  const others = othersIn(channel);
  const other = others[0];
  const status = useEmoji(other?.profile.status_emoji.replaceAll(':', '') ?? '');
  return (
    <ChannelLink channel={channel}>
      <span class="side-avatar">
        <Avatar person={other} size={20} />
        {others.length === 1 && <Presence person={other} />}
        {others.length > 1 && <span class="side-count">{others.length}</span>}
      </span>
      <span class="side-name">{titleOf(channel)}</span>
      {others.length === 1 && other?.id === me.value && <span class="side-you">{t('you')}</span>}
      {others.length === 1 && status && (
        <span class="side-status" title={other?.profile.status_text} aria-hidden="true">
          {status}
        </span>
      )}
    </ChannelLink>
  );
}
