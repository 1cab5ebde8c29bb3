import type { ChannelView } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { MenuButton, type MenuItem } from '../parts/Menu.js';
import { labelOf } from '../store/channels.js';
import { go } from '../store/place.js';
import { ask, sentence, t } from '../store/session.js';
import { dialog, tell } from '../store/ui.js';

/** The channel's name, and behind it what can be done with the channel. */
export function ChannelMenu({ channel }: { channel: ChannelView }) {
  return (
    <h1 class="main-title">
      <MenuButton label={t('channel.menu', { place: labelOf(channel) })} items={itemsFor(channel)} class="title-button">
        <Icon name={channel.is_private ? 'lock' : 'hash'} size={18} />
        {channel.name}
        <Icon name="down" size={14} />
      </MenuButton>
    </h1>
  );
}

function itemsFor(channel: ChannelView): MenuItem[] {
  const members: MenuItem = {
    label: t('members.title'),
    icon: 'people',
    act: () => (dialog.value = { kind: 'members', channel }),
  };
  if (!channel.is_member) return [members];
  return [
    members,
    { label: t('channel.rename'), icon: 'edit', act: () => (dialog.value = { kind: 'rename', channel }) },
    { label: t('channel.leave'), icon: 'leave', apart: true, act: () => confirmLeave(channel) },
    channel.is_archived
      ? { label: t('channel.unarchive'), icon: 'archive', act: () => void archive(channel, false) }
      : { label: t('channel.archive'), icon: 'archive', danger: true, act: () => confirmArchive(channel) },
  ];
}

async function archive(channel: ChannelView, on: boolean): Promise<string | undefined> {
  const answer = await ask('archive', { channel: channel.id, on });
  if (!answer.ok && !on) tell(sentence(answer.error), true);
  return answer.ok ? undefined : sentence(answer.error);
}

function confirmArchive(channel: ChannelView): void {
  dialog.value = {
    kind: 'confirm',
    title: t('channel.archive-title', { place: labelOf(channel) }),
    text: t('channel.archive-text'),
    button: t('channel.archive'),
    act: () => archive(channel, true),
  };
}

function confirmLeave(channel: ChannelView): void {
  dialog.value = {
    kind: 'confirm',
    title: t('channel.leave-title', { place: labelOf(channel) }),
    text: t(channel.is_private ? 'channel.leave-private' : 'channel.leave-text'),
    button: t('channel.leave'),
    act: async () => {
      const answer = await ask('leave', { channel: channel.id });
      if (!answer.ok) return sentence(answer.error);
      if (channel.is_private) go({ kind: 'nowhere' });
      return undefined;
    },
  };
}
