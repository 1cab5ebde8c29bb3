import { z } from 'zod';
import { inOwnWords, refuse } from '../refusal.js';
import { messageShape } from '../shapes/message.js';
import type { Message } from '../state/state.js';
import { findMessage } from '../workspace/messages.js';
import { hasReacted, isReactionName, react, unreact } from '../workspace/reactions.js';
import type { World } from '../world.js';
import { count, flag, isStamp, stamp, text } from './args.js';
import { permalinkOf } from './chat.js';
import { method } from './method.js';
import { nextPage, pageOf } from './pages.js';
import { bot, needChannel } from './reach.js';

const item = { channel: text.optional(), timestamp: stamp.optional() };
const itemErrors = ['channel_not_found', 'message_not_found', 'bad_timestamp', 'no_item_specified'] as const;
const mostReactions = 23;

function needMessage(world: World, args: { channel?: string | undefined; timestamp?: string | undefined }): Message {
  if (!args.channel || !args.timestamp) return refuse('no_item_specified');
  const channel = needChannel(world, args.channel);
  if (!isStamp(args.timestamp)) refuse('bad_timestamp');
  return findMessage(world, channel.id, args.timestamp) ?? refuse('message_not_found');
}

/** `:tada:` is taken for `tada`. */
function needName(name: string | undefined): string {
  const bare = (name ?? '').replace(/^:|:$/g, '');
  return isReactionName(bare) ? bare : refuse('invalid_name');
}

const add = method(
  {
    name: 'reactions.add',
    scopes: ['reactions:write'],
    tier: 3,
    errors: [...itemErrors, 'invalid_name', 'already_reacted', 'is_archived', 'too_many_emoji', 'no_access'],
    args: z.object({ ...item, name: text.optional() }),
  },
  (world, args) => {
    const name = needName(args.name);
    const message = needMessage(world, args);
    if (world.state.channels[message.channel]?.isArchived) refuse('is_archived');
    if (hasReacted(message, bot(world), name)) refuse('already_reacted');
    const isNew = !message.reactions?.some((reaction) => reaction.name === name);
    if (isNew && (message.reactions?.length ?? 0) >= mostReactions) refuse('too_many_emoji');
    react(world, message, bot(world), name);
    return {};
  },
);

const remove = method(
  {
    name: 'reactions.remove',
    scopes: ['reactions:write'],
    tier: 2,
    errors: [...itemErrors, 'invalid_name', 'no_reaction'],
    args: z.object({ ...item, name: text.optional() }),
  },
  (world, args) => {
    const name = needName(args.name);
    const message = needMessage(world, args);
    if (!hasReacted(message, bot(world), name)) refuse('no_reaction');
    unreact(world, message, bot(world), name);
    return {};
  },
);

const get = method(
  {
    name: 'reactions.get',
    scopes: ['reactions:read'],
    tier: 3,
    errors: itemErrors,
    args: z.object({ ...item, full: flag.optional() }),
  },
  (world, args) => {
    const message = needMessage(world, args);
    return {
      type: 'message',
      channel: message.channel,
      message: { ...messageShape(world, message), permalink: permalinkOf(world, message) },
    };
  },
);

const listAll = method(
  {
    name: 'reactions.list',
    scopes: ['reactions:read'],
    tier: 2,
    errors: ['user_not_found'],
    args: z.object({
      user: text.optional(),
      full: flag.optional(),
      cursor: text.optional(),
      limit: count.default(100),
    }),
  },
  (world, args) => {
    const user = args.user || bot(world);
    if (!world.state.people[user]) refuse('user_not_found');
    const all = Object.values(world.state.channels)
      .filter((channel) => channel.members.includes(bot(world)))
      .flatMap((channel) => world.state.messages[channel.id] ?? [])
      .filter((message) => message.reactions?.some((reaction) => reaction.users.includes(user)));
    const { page, next } = inOwnWords({ invalid_cursor: 'invalid_arguments' }, () =>
      pageOf(all.reverse(), args.cursor, args.limit),
    );
    const items = page.map((message) => ({
      type: 'message',
      channel: message.channel,
      message: messageShape(world, message),
    }));
    return { items, ...nextPage(next) };
  },
);

export const reactions = [add, remove, get, listAll];
