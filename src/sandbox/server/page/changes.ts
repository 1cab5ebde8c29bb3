import type { Change } from '../../protocol.js';
import type { AnyNews } from '../news.js';
import type { Channel, Message } from '../state/state.js';
import { canSee } from '../workspace/channels.js';
import { findMessage } from '../workspace/messages.js';
import type { World } from '../world.js';
import { appView, channelView, clockView, messageView, personView, viewView } from './shapes.js';

export interface Watcher {
  world: World;
  delivery(): { kind: 'socket' | 'http'; connected: boolean };
}

/** What this person's page hears of some news. */
export function changesFor(watcher: Watcher, news: AnyNews, me: string): Change[] {
  const { world } = watcher;
  switch (news.type) {
    case 'message_posted':
    case 'message_changed':
    case 'message_deleted':
      return messageChanges(world, news.type, news.message, me);
    case 'reaction':
      return messageChanges(world, 'message_changed', news.message, me);
    case 'member_joined':
    case 'member_left':
    case 'channel_created':
    case 'channel_renamed':
    case 'channel_archived':
    case 'channel_touched':
      return channelChange(world, news.channel, me, news.type === 'member_left' && news.user === me);
    case 'person_changed':
    case 'person_joined':
      return [{ type: 'person', person: personView(world, news.person) }];
    case 'view_opened':
    case 'view_updated':
      return news.view.owner === me ? [{ type: news.type, view: viewView(news.view) }] : [];
    case 'view_closed':
      return news.owner === me ? [{ type: 'view_closed', view_id: news.viewId }] : [];
    case 'home_published':
      return news.view.owner === me ? [{ type: 'home', view: viewView(news.view) }] : [];
    case 'notice':
      return news.user === me ? [{ type: 'notice', channel: news.channel, text: news.text }] : [];
    case 'app_changed':
      return [{ type: 'app', app: appView(world, watcher.delivery()) }];
    case 'clock_moved':
      return [{ type: 'clock', clock: clockView(world) }];
    case 'traffic':
      return [{ type: 'traffic', entry: news.entry }];
    case 'reset':
      return [{ type: 'reset' }];
    default:
      return [];
  }
}

const changeTypes = { message_posted: 'message', message_changed: 'message_changed' } as const;

function messageChanges(
  world: World,
  what: 'message_posted' | 'message_changed' | 'message_deleted',
  message: Message,
  me: string,
): Change[] {
  const channel = world.state.channels[message.channel];
  if (!channel || !canSee(channel, me)) return [];
  if (message.only !== undefined && message.only !== me) return [];
  const rest: Change[] = [...rootChange(world, what, message), ...channelChange(world, channel, me, false)];
  if (what === 'message_deleted') return [{ type: 'message_deleted', channel: channel.id, ts: message.ts }, ...rest];
  const first: Change = { type: changeTypes[what], message: messageView(world, message) };
  return what === 'message_posted' ? [first, ...rest] : [first];
}

/** A reply changes what its thread's first message shows: how many replies, and when the last. */
function rootChange(world: World, what: string, message: Message): Change[] {
  if (what === 'message_changed' || message.threadTs === undefined || message.threadTs === message.ts) return [];
  const root = findMessage(world, message.channel, message.threadTs);
  return root ? [{ type: 'message_changed', message: messageView(world, root) }] : [];
}

function channelChange(world: World, channel: Channel, me: string, hasLeft: boolean): Change[] {
  if (canSee(channel, me)) return [{ type: 'channel', channel: channelView(world, channel, me) }];
  return hasLeft ? [{ type: 'channel_gone', channel: channel.id }] : [];
}
