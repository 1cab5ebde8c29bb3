import type { ComponentChildren } from 'preact';
import type { ChannelView, PersonView } from '../../protocol.js';
import { Mrkdwn, useEmoji } from '../blocks/index.js';
import { Avatar, Presence } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { ProfileButton } from '../people/ProfileButton.js';
import { othersIn, titleOf } from '../store/channels.js';
import { names } from '../store/names.js';
import { people } from '../store/people.js';
import { sidebarInFront } from '../store/place.js';
import { t } from '../store/session.js';
import { dialog } from '../store/ui.js';
import { ChannelMenu } from './ChannelMenu.js';

export function Header({ channel }: { channel: ChannelView }) {
  return channel.is_im || channel.is_mpim ? <DirectHeader channel={channel} /> : <RoomHeader channel={channel} />;
}

/** The bar over a conversation; at phone width it also leads back to the list. */
export function HeaderBar({ children }: { children: ComponentChildren }) {
  const back = () => {
    sidebarInFront.value = true;
  };
  return (
    <header class="main-head">
      <button type="button" class="icon-button back" aria-label={t('sidebar.show')} onClick={back}>
        <Icon name="back" />
      </button>
      {children}
    </header>
  );
}

function RoomHeader({ channel }: { channel: ChannelView }) {
  return (
    <HeaderBar>
      <ChannelMenu channel={channel} />
      {channel.topic && (
        <p class="topic" title={channel.topic}>
          <Mrkdwn text={channel.topic} names={names.value} />
        </p>
      )}
      <span class="bar-rest" />
      <button
        type="button"
        class="members-button"
        title={t('members.title')}
        onClick={() => (dialog.value = { kind: 'members', channel })}
      >
        {channel.members.slice(0, 3).map((id) => (
          <Avatar key={id} person={people.value.get(id)} size={22} />
        ))}
        <span aria-hidden="true">{channel.members.length}</span>
        <span class="only-read">{t('members.count', { count: channel.members.length })}</span>
      </button>
    </HeaderBar>
  );
}

function DirectHeader({ channel }: { channel: ChannelView }) {
  const others = othersIn(channel);
  const only = others.length === 1 ? others[0] : undefined;
  return (
    <HeaderBar>
      {only ? (
        <h1 class="main-title">
          <Avatar person={only} size={24} />
          <ProfileButton person={only} />
          <Presence person={only} />
        </h1>
      ) : (
        <h1 class="main-title">{titleOf(channel)}</h1>
      )}
      {only && <About profile={only.profile} />}
    </HeaderBar>
  );
}

function About({ profile }: { profile: PersonView['profile'] }) {
  const status = [useEmoji(profile.status_emoji.replaceAll(':', '')), profile.status_text].filter(Boolean).join(' ');
  return <p class="topic">{[profile.title, status].filter(Boolean).join(' · ')}</p>;
}
