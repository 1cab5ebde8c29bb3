import { z } from 'zod';
import { refuse } from '../refusal.js';
import { channelShape } from '../shapes/channel.js';
import type { Channel } from '../state/state.js';
import { createChannel, faultOfName, isConversation, isIn, renameChannel } from '../workspace/channels.js';
import { archive, bringIn, setRemark, takeOut } from '../workspace/membership.js';
import type { World } from '../world.js';
import { flag, list, text } from './args.js';
import { method } from './method.js';
import { bot, missingScope, needChannel, needMember } from './reach.js';

const manage = ['channels:manage', 'groups:write'];
const nameErrors = [
  'invalid_name_required',
  'invalid_name_maxlength',
  'invalid_name_punctuation',
  'invalid_name_specials',
  'name_taken',
] as const;
const wrongType = 'method_not_supported_for_channel_type';

/** A channel, not a direct message, whose kind the app may manage. */
function needKept(
  world: World,
  id: string | undefined,
  scopes = { public: 'channels:manage', private: 'groups:write' },
): Channel {
  const channel = needChannel(world, id);
  if (isConversation(channel)) refuse(wrongType);
  const scope = channel.kind === 'public' ? scopes.public : scopes.private;
  if (!world.manifest.scopes.has(scope)) throw missingScope(world, scope);
  return channel;
}

const shown = (world: World, channel: Channel) => ({ channel: channelShape(world, channel, bot(world)) });

const create = method(
  {
    name: 'conversations.create',
    scopes: manage,
    tier: 2,
    errors: nameErrors,
    args: z.object({ name: text.default(''), is_private: flag.optional() }),
  },
  (world, args) => {
    const scope = args.is_private ? 'groups:write' : 'channels:manage';
    if (!world.manifest.scopes.has(scope)) throw missingScope(world, scope);
    const fault = faultOfName(world, args.name);
    if (fault) refuse(fault);
    return shown(world, createChannel(world, args.name, args.is_private ?? false, bot(world)));
  },
);

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

const archiveOne = method(
  {
    name: 'conversations.archive',
    scopes: manage,
    tier: 2,
    errors: ['channel_not_found', 'not_in_channel', wrongType, 'already_archived', 'cant_archive_general'],
    args: z.object({ channel: text.optional() }),
  },
  (world, args) => {
    const channel = needKept(world, args.channel);
    if (channel.isGeneral) refuse('cant_archive_general');
    if (channel.isArchived) refuse('already_archived');
    needMember(world, channel);
    archive(world, channel, bot(world), true);
    return {};
  },
);

const unarchiveOne = method(
  {
    name: 'conversations.unarchive',
    scopes: manage,
    tier: 2,
    errors: ['channel_not_found', wrongType, 'not_archived'],
    args: z.object({ channel: text.optional() }),
  },
  (world, args) => {
    const channel = needKept(world, args.channel);
    if (!channel.isArchived) refuse('not_archived');
    archive(world, channel, bot(world), false);
    return {};
  },
);

const rename = method(
  {
    name: 'conversations.rename',
    scopes: manage,
    tier: 2,
    errors: [...nameErrors, 'channel_not_found', 'not_in_channel', 'is_archived', wrongType],
    args: z.object({ channel: text.optional(), name: text.default('') }),
  },
  (world, args) => {
    const channel = needKept(world, args.channel);
    if (channel.isArchived) refuse('is_archived');
    needMember(world, channel);
    const fault = faultOfName(world, args.name, channel);
    if (fault) refuse(fault);
    renameChannel(world, channel, args.name);
    return shown(world, channel);
  },
);

const remark = (kind: 'topic' | 'purpose') =>
  method(
    {
      name: kind === 'topic' ? 'conversations.setTopic' : 'conversations.setPurpose',
      scopes: [...manage, `channels:write.${kind}`, `groups:write.${kind}`, 'im:write', 'mpim:write'],
      tier: 2,
      errors: ['channel_not_found', 'not_in_channel', 'is_archived', wrongType, 'too_long'],
      args: z.object({ channel: text.optional(), [kind]: text }),
    },
    (world, args) => {
      const channel = needChannel(world, args.channel);
      if (isConversation(channel)) refuse(wrongType);
      needMember(world, channel);
      if (channel.isArchived) refuse('is_archived');
      const value = args[kind] ?? '';
      if (value.length > 250) refuse('too_long');
      setRemark(world, channel, kind, bot(world), value);
      return { [kind]: value, ...shown(world, channel) };
    },
  );

export const channelKeeping = [
  create,
  join,
  leave,
  invite,
  kick,
  archiveOne,
  unarchiveOne,
  rename,
  remark('topic'),
  remark('purpose'),
];
