import { channelType } from '../shapes/channel.js';
import { messageShape } from '../shapes/message.js';
import type { Channel, Message } from '../state/state.js';
import { isIn } from '../workspace/channels.js';
import { findMessage } from '../workspace/messages.js';
import type { World } from '../world.js';
import { bare, type Heard } from './subscriptions.js';

const subscriptions: Record<Channel['kind'], [subscription: string, scope: string]> = {
  public: ['message.channels', 'channels:history'],
  private: ['message.groups', 'groups:history'],
  im: ['message.im', 'im:history'],
  mpim: ['message.mpim', 'mpim:history'],
};

/** A message event, where the app is in the channel. */
function heard(world: World, channelId: string, fields: Record<string, unknown>, stamp: string): Heard[] {
  const channel = world.state.channels[channelId];
  if (!channel || !isIn(channel, world.state.app.botUserId)) return [];
  const [subscription, scope] = subscriptions[channel.kind];
  const place = { channel: channel.id, channel_type: channelType(channel), event_ts: stamp };
  return [{ subscription, scope, event: bare('message', { ...fields, ...place }) }];
}

export function postedEvent(world: World, message: Message): Heard[] {
  const shape = messageShape(world, message, true);
  const root =
    message.subtype === 'thread_broadcast' && message.threadTs
      ? findMessage(world, message.channel, message.threadTs)
      : undefined;
  return heard(world, message.channel, { ...shape, ...(root && { root: messageShape(world, root) }) }, message.ts);
}

/** A mention reaches the app in channels that it is in, and not in direct messages. */
export function mentionEvent(world: World, message: Message): Heard[] {
  const channel = world.state.channels[message.channel];
  const bot = world.state.app.botUserId;
  if (!channel || channel.kind === 'im' || !isIn(channel, bot) || message.user === bot) return [];
  if (!new RegExp(`<@${bot}(\\|[^>]*)?>`).test(message.text)) return [];
  const { subtype: _none, ...shape } = messageShape(world, message);
  const fields = { ...shape, type: 'app_mention', channel: channel.id, event_ts: message.ts };
  return [{ subscription: 'app_mention', scope: 'app_mentions:read', event: bare('app_mention', fields) }];
}

export function changedEvent(world: World, message: Message, previous: Message): Heard[] {
  const stamp = world.clock.stamp();
  const fields = {
    subtype: 'message_changed',
    hidden: true,
    ts: stamp,
    message: messageShape(world, message, true),
    previous_message: messageShape(world, previous),
  };
  return heard(world, message.channel, fields, stamp);
}

export function deletedEvent(world: World, message: Message): Heard[] {
  const stamp = world.clock.stamp();
  const fields = {
    subtype: 'message_deleted',
    hidden: true,
    ts: stamp,
    deleted_ts: message.ts,
    previous_message: messageShape(world, message),
  };
  return heard(world, message.channel, fields, stamp);
}
