import type { ChannelView } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { MenuButton, type MenuItem } from '../parts/Menu.js';
import { joinedRooms } from '../store/channels.js';
import { t } from '../store/session.js';
import { dialog } from '../store/ui.js';
import { ChannelLink } from './ChannelLink.js';
import { Section } from './Section.js';

const adding = (): MenuItem[] => [
  { label: t('channels.create'), icon: 'plus', act: () => (dialog.value = { kind: 'create' }) },
  { label: t('channels.browse'), icon: 'search', act: () => (dialog.value = { kind: 'browse' }) },
];

export function Channels() {
  return (
    <Section
      title={t('sidebar.channels')}
      button={
        <MenuButton label={t('channels.add')} items={adding()} class="side-add">
          <Icon name="plus" size={16} />
        </MenuButton>
      }
    >
      {joinedRooms.value.map((room) => (
        <Room key={room.id} room={room} />
      ))}
      <li>
        <button type="button" class="side-link quiet" onClick={() => (dialog.value = { kind: 'browse' })}>
          <Icon name="search" size={16} />
          <span>{t('channels.browse')}</span>
        </button>
      </li>
    </Section>
  );
}

function Room({ room }: { room: ChannelView }) {
  return (
    <ChannelLink channel={room}>
      <Icon name={room.is_private ? 'lock' : 'hash'} size={16} />
      <span class="side-name">{room.name}</span>
      {room.is_private && <span class="only-read">, {t('channel.private')}</span>}
    </ChannelLink>
  );
}
