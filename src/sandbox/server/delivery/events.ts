import type { AnyNews } from '../news.js';
import { channelShape } from '../shapes/channel.js';
import { userShape } from '../shapes/user.js';
import { viewShape } from '../shapes/view.js';
import type { Channel } from '../state/state.js';
import { isConversation, isIn } from '../workspace/channels.js';
import type { World } from '../world.js';
import { changedEvent, deletedEvent, mentionEvent, postedEvent } from './message-events.js';
import { type AppEvent, bare, type Heard } from './subscriptions.js';

/** What the app would hear of this news, subscribed or not. */
export function eventsOf(world: World, news: AnyNews): Heard[] {
  const bot = world.state.app.botUserId;
  switch (news.type) {
    case 'message_posted':
      return news.message.only === undefined
        ? [...postedEvent(world, news.message), ...mentionEvent(world, news.message)]
        : [];
    case 'message_changed':
      return news.message.only === undefined ? changedEvent(world, news.message, news.previous) : [];
    case 'message_deleted':
      return news.message.only === undefined ? deletedEvent(world, news.message) : [];
    case 'reaction':
      return reactionEvent(world, news);
    case 'member_joined':
    case 'member_left':
      return [
        ...memberEvent(world, news),
        ...(news.type === 'member_left' && news.user === bot ? leftEvent(world, news) : []),
      ];
    case 'channel_created':
      return news.channel.kind === 'public'
        ? lifecycle(world, news.channel, 'created', { channel: channelShape(world, news.channel, bot) })
        : [];
    case 'channel_renamed':
      return lifecycle(world, news.channel, 'rename', { channel: renamed(news.channel) });
    case 'channel_archived':
      return lifecycle(world, news.channel, news.on ? 'archive' : 'unarchive', {
        channel: news.channel.id,
        user: news.user,
        is_moved: 0,
      });
    case 'person_joined':
      return [heard('team_join', 'users:read', { user: userShape(world, news.person) })];
    case 'person_changed':
      return [
        heard('user_change', 'users:read', {
          user: userShape(world, news.person, true),
          cache_ts: world.clock.seconds(),
        }),
      ];
    case 'file_shared':
      return isIn(news.channel, bot)
        ? [
            heard('file_shared', 'files:read', {
              file_id: news.file.id,
              file: { id: news.file.id },
              user_id: news.user,
              channel_id: news.channel.id,
            }),
          ]
        : [];
    case 'home_opened':
      return [heard('app_home_opened', null, homeOpened(world, news))];
    default:
      return [];
  }
}

const heard = (type: string, scope: string | null, fields: Record<string, unknown>): Heard => ({
  subscription: type,
  scope,
  event: bare(type, fields),
});

function reactionEvent(world: World, news: Extract<AnyNews, { type: 'reaction' }>): Heard[] {
  const channel = world.state.channels[news.message.channel];
  if (!channel || !isIn(channel, world.state.app.botUserId)) return [];
  const fields = {
    user: news.user,
    reaction: news.name,
    item: { type: 'message', channel: channel.id, ts: news.message.ts },
    item_user: news.message.user,
  };
  return [heard(news.added ? 'reaction_added' : 'reaction_removed', 'reactions:read', fields)];
}

const readScope = (channel: Channel) => (channel.kind === 'public' ? 'channels:read' : 'groups:read');

/** `C` for a public channel, `G` for a private one. */
function memberEvent(world: World, news: Extract<AnyNews, { type: 'member_joined' | 'member_left' }>): Heard[] {
  const bot = world.state.app.botUserId;
  if (isConversation(news.channel) || (!isIn(news.channel, bot) && news.user !== bot)) return [];
  // Of its own going the app hears as `channel_left`.
  if (news.type === 'member_left' && news.user === bot) return [];
  const type = news.type === 'member_joined' ? 'member_joined_channel' : 'member_left_channel';
  return [
    heard(type, readScope(news.channel), {
      user: news.user,
      channel: news.channel.id,
      channel_type: news.channel.kind === 'public' ? 'C' : 'G',
      team: world.state.team.id,
      ...(news.type === 'member_joined' && news.inviter && { inviter: news.inviter }),
    }),
  ];
}

function leftEvent(_world: World, news: Extract<AnyNews, { type: 'member_left' }>): Heard[] {
  const type = news.channel.kind === 'public' ? 'channel_left' : 'group_left';
  return [heard(type, readScope(news.channel), { channel: news.channel.id, actor_id: news.actor })];
}

/** Public channels are told of to every app, private ones to members. */
function lifecycle(world: World, channel: Channel, what: string, fields: AppEvent): Heard[] {
  if (isConversation(channel)) return [];
  if (channel.kind === 'private' && !isIn(channel, world.state.app.botUserId)) return [];
  return [heard(`${channel.kind === 'public' ? 'channel' : 'group'}_${what}`, readScope(channel), fields)];
}

function renamed(channel: Channel) {
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created: channel.created,
    is_channel: channel.kind === 'public',
    is_mpim: false,
  };
}

function homeOpened(world: World, news: Extract<AnyNews, { type: 'home_opened' }>) {
  const home = world.state.homes[news.user];
  return {
    user: news.user,
    channel: news.channel,
    tab: news.tab,
    ...(news.tab === 'home' && home && { view: viewShape(world, home) }),
  };
}
