import { z } from 'zod';
import { refuse } from '../refusal.js';
import { channelShape } from '../shapes/channel.js';
import type { Channel } from '../state/state.js';
import { isIn, openConversation } from '../workspace/channels.js';
import type { World } from '../world.js';
import { count, flag, list, text } from './args.js';
import { method } from './method.js';
import { nextPage, pageOf } from './pages.js';
import { bot, kindsAsked, needReadable } from './reach.js';

const anyRead = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];

const info = method(
  {
    name: 'conversations.info',
    scopes: anyRead,
    tier: 3,
    errors: ['channel_not_found'],
    args: z.object({ channel: text.optional(), include_locale: flag.optional(), include_num_members: flag.optional() }),
  },
  (world, args) => {
    const channel = needReadable(world, args.channel, 'read');
    return {
      channel: {
        ...channelShape(world, channel, bot(world)),
        ...(args.include_locale && { locale: 'en-GB' }),
        ...(args.include_num_members && { num_members: channel.members.length }),
      },
    };
  },
);

const listArgs = {
  types: text.optional(),
  cursor: text.optional(),
  limit: count.optional(),
  exclude_archived: flag.optional(),
};
const listErrors = ['invalid_cursor', 'invalid_limit', 'invalid_types'] as const;

function listed(
  world: World,
  args: { cursor?: string | undefined; limit?: number | undefined },
  all: Channel[],
  viewer: string,
) {
  const limit = args.limit ?? 100;
  if (limit < 1 || limit > 1000) refuse('invalid_limit');
  const { page, next } = pageOf(all, args.cursor, limit);
  return { channels: page.map((channel) => channelShape(world, channel, viewer)), ...nextPage(next) };
}

const listAll = method(
  { name: 'conversations.list', scopes: anyRead, tier: 2, errors: listErrors, args: z.object(listArgs) },
  (world, args) => {
    const kinds = kindsAsked(world, args.types);
    const all = Object.values(world.state.channels)
      .filter((channel) => kinds.has(channel.kind) && !(args.exclude_archived && channel.isArchived))
      .filter((channel) => channel.kind === 'public' || isIn(channel, bot(world)));
    return listed(world, args, all, bot(world));
  },
);

const ofPerson = method(
  {
    name: 'users.conversations',
    scopes: anyRead,
    tier: 3,
    errors: listErrors,
    args: z.object({ ...listArgs, user: text.optional() }),
  },
  (world, args) => {
    const kinds = kindsAsked(world, args.types);
    const user = args.user || bot(world);
    const all = Object.values(world.state.channels)
      .filter((channel) => kinds.has(channel.kind) && isIn(channel, user))
      .filter((channel) => channel.kind === 'public' || isIn(channel, bot(world)))
      .filter((channel) => !(args.exclude_archived && channel.isArchived));
    return listed(world, args, all, user);
  },
);

const open = method(
  {
    name: 'conversations.open',
    scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
    tier: 3,
    errors: [
      'channel_not_found',
      'users_list_not_supplied',
      'too_many_users',
      'user_not_found',
      'user_disabled',
      'invalid_user_combination',
    ],
    args: z.object({
      channel: text.optional(),
      users: list.optional(),
      return_im: flag.optional(),
      prevent_creation: flag.optional(),
    }),
  },
  (world, args) => {
    const known = args.channel ? (world.state.channels[args.channel] ?? refuse('channel_not_found')) : null;
    const { channel, isNew } = known ? { channel: known, isNew: false } : openFor(world, args.users ?? []);
    const full = args.return_im ? channelShape(world, channel, bot(world)) : { id: channel.id };
    return { ...(!isNew && { no_op: true, already_open: true }), channel: full };
  },
);

function openFor(world: World, users: string[]) {
  if (users.length === 0) refuse('users_list_not_supplied');
  if (users.length > 8) refuse('too_many_users');
  for (const id of users) {
    const person = world.state.people[id] ?? refuse('user_not_found');
    if (person.deleted) refuse('user_disabled');
    if (person.isBot) refuse('invalid_user_combination');
  }
  return openConversation(world, [bot(world), ...users]);
}

const members = method(
  {
    name: 'conversations.members',
    scopes: anyRead,
    tier: 4,
    errors: ['channel_not_found', 'invalid_cursor', 'invalid_limit'],
    args: z.object({ channel: text.optional(), cursor: text.optional(), limit: count.default(100) }),
  },
  (world, args) => {
    const channel = needReadable(world, args.channel, 'read');
    if (args.limit < 1 || args.limit > 1000) refuse('invalid_limit');
    const { page, next } = pageOf(channel.members, args.cursor, args.limit);
    return { members: page, ...nextPage(next) };
  },
);

export const conversations = [info, listAll, ofPerson, open, members];
