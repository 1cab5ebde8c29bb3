import { z } from 'zod';
import { refuse } from '../refusal.js';
import { createChannel, faultOfName, isConversation, renameChannel } from '../workspace/channels.js';
import { archive, setRemark } from '../workspace/membership.js';
import { flag, text } from './args.js';
import { manage, nameErrors, needKept, shown, wrongType } from './keepable.js';
import { method } from './method.js';
import { bot, missingScope, needChannel, needMember } from './reach.js';

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

export const channelKeeping = [create, archiveOne, unarchiveOne, rename, remark('topic'), remark('purpose')];
