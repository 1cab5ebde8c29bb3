import { z } from 'zod';
import { refuse } from '../refusal.js';
import type { Channel } from '../state/state.js';
import { isIn } from '../workspace/channels.js';
import { bringIn, takeOut } from '../workspace/membership.js';
import type { World } from '../world.js';
import { flag, list, text } from './args.js';
import { manage, needKept, shown, wrongType } from './keepable.js';
import { method } from './method.js';
import { bot, needChannel, needMember } from './reach.js';

const join = method(
  {
    name: 'conversations.join',
    scopes: ['channels:join'],
    tier: 3,
    errors: ['channel_not_found', 'is_archived', wrongType],
    args: z.object({ channel: text.optional() }),
  },
  (world, args) => {
    const channel = needChannel(world, args.channel);
    if (channel.kind !== 'public') refuse(wrongType);
    if (channel.isArchived) refuse('is_archived');
    const already = isIn(channel, bot(world));
    bringIn(world, channel, bot(world), null);
    return {
      ...shown(world, channel),
      ...(already && { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }),
    };
  },
);

const leave = method(
  {
    name: 'conversations.leave',
    scopes: manage,
    tier: 3,
    errors: ['channel_not_found', 'is_archived', wrongType, 'cant_leave_general', 'last_member'],
    args: z.object({ channel: text.optional() }),
  },
  (world, args) => {
    const channel = needKept(world, args.channel);
    if (channel.isGeneral) refuse('cant_leave_general');
    if (!isIn(channel, bot(world))) return { not_in_channel: true };
    if (channel.kind === 'private' && channel.members.length === 1) refuse('last_member');
    takeOut(world, channel, bot(world), bot(world));
    return {};
  },
);

const invite = method(
  {
    name: 'conversations.invite',
    scopes: [...manage, 'channels:write.invites', 'groups:write.invites'],
    tier: 3,
    errors: [
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      wrongType,
      'no_user',
      'user_not_found',
      'cant_invite_self',
      'already_in_channel',
      'cant_invite',
    ],
    args: z.object({ channel: text.optional(), users: list.optional(), force: flag.optional() }),
  },
  (world, args) => {
    const channel = needKept(world, args.channel);
    needMember(world, channel);
    if (channel.isArchived) refuse('is_archived');
    const users = args.users ?? [];
    if (users.length === 0) refuse('no_user');
    for (const user of users) faultOfInvitation(world, channel, user);
    for (const user of users) bringIn(world, channel, user, bot(world));
    return shown(world, channel);
  },
);

function faultOfInvitation(world: World, channel: Channel, user: string): void {
  const person = world.state.people[user] ?? refuse('user_not_found');
  if (user === bot(world)) refuse('cant_invite_self');
  if (person.deleted) refuse('cant_invite');
  if (isIn(channel, user)) refuse('already_in_channel');
}

const kick = method(
  {
    name: 'conversations.kick',
    scopes: manage,
    tier: 3,
    errors: [
      'channel_not_found',
      'not_in_channel',
      wrongType,
      'user_not_found',
      'cant_kick_self',
      'cant_kick_from_general',
    ],
    args: z.object({ channel: text.optional(), user: text.optional() }),
  },
  (world, args) => {
    const channel = needKept(world, args.channel);
    const user = args.user ?? '';
    if (!world.state.people[user]) refuse('user_not_found');
    if (user === bot(world)) refuse('cant_kick_self');
    if (channel.isGeneral) refuse('cant_kick_from_general');
    needMember(world, channel);
    if (!isIn(channel, user)) refuse('not_in_channel');
    takeOut(world, channel, user, bot(world));
    return { errors: {} };
  },
);

export const channelMembers = [join, leave, invite, kick];
