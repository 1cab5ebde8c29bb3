import { z } from 'zod';
import { refuse } from '../refusal.js';
import { messageShape } from '../shapes/message.js';
import type { Channel, Message } from '../state/state.js';
import { appConversation, isIn } from '../workspace/channels.js';
import { deleteMessage, editMessage, findMessage, postMessage } from '../workspace/messages.js';
import type { World } from '../world.js';
import { flag, list, stamp, text } from './args.js';
import { contentArgs, isEmpty, readContent } from './content.js';
import { method } from './method.js';
import { bot, needChannel, needMember, needScope } from './reach.js';

const contentErrors = [
  'no_text',
  'invalid_blocks',
  'invalid_blocks_format',
  'too_many_attachments',
  'markdown_text_conflict',
] as const;
const metadataErrors = ['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large'] as const;
const inThread = { thread_ts: stamp.nullish(), reply_broadcast: flag.optional() };

/** Where the app may write: a channel it is in, or the direct message with a person. */
export function needPlace(world: World, wanted: string | undefined): Channel {
  const person = wanted === undefined ? undefined : world.state.people[wanted];
  const channel = person && !person.isBot ? appConversation(world, person.id) : needChannel(world, wanted);
  if (channel.isArchived) refuse('is_archived');
  const other = channel.kind === 'im' ? channel.members.find((member) => member !== bot(world)) : undefined;
  if (other && world.state.people[other]?.deleted) refuse('channel_not_found');
  if (channel.kind === 'im' && !world.manifest.messagesTab) refuse('messages_tab_disabled');
  if (!(channel.kind === 'public' && world.manifest.scopes.has('chat:write.public'))) needMember(world, channel);
  return channel;
}

/** The thread's first message, also when a reply in it was named. */
export function threadRoot(world: World, channel: Channel, ts: string | null | undefined): { threadTs?: string } {
  if (!ts) return {};
  const named = findMessage(world, channel.id, ts) ?? refuse('cannot_reply_to_message');
  return { threadTs: named.threadTs ?? named.ts };
}

function guise(
  world: World,
  args: { username?: string | undefined; icon_emoji?: string | undefined; icon_url?: string | undefined },
) {
  const { username, icon_emoji, icon_url } = args;
  if (!username && !icon_emoji && !icon_url) return {};
  needScope(world, 'chat:write.customize');
  return {
    extra: {
      ...(username && { username }),
      icons: { ...(icon_emoji && { emoji: icon_emoji }), ...(icon_url && { image_48: icon_url }) },
    },
  };
}

const post = method(
  {
    name: 'chat.postMessage',
    scopes: ['chat:write'],
    tier: 'posting',
    errors: [
      ...contentErrors,
      ...metadataErrors,
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'messages_tab_disabled',
      'cannot_reply_to_message',
    ],
    args: z.object({ channel: text.optional(), ...inThread, ...contentArgs }),
  },
  (world, args) => {
    const channel = needPlace(world, args.channel);
    const content = readContent(args);
    if (isEmpty(content)) refuse('no_text');
    const message = postMessage(world, {
      channel: channel.id,
      user: bot(world),
      byApp: true,
      text: '',
      ...content,
      ...guise(world, args),
      ...threadRoot(world, channel, args.thread_ts),
      ...(args.thread_ts && args.reply_broadcast && { broadcast: true, subtype: 'thread_broadcast' }),
    });
    return { channel: channel.id, ts: message.ts, message: messageShape(world, message, true) };
  },
);

const whisper = method(
  {
    name: 'chat.postEphemeral',
    scopes: ['chat:write'],
    tier: 4,
    errors: [
      ...contentErrors,
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'messages_tab_disabled',
      'user_not_in_channel',
      'cannot_reply_to_message',
    ],
    args: z.object({ channel: text.optional(), user: text, ...inThread, ...contentArgs }),
  },
  (world, args) => {
    const channel = needPlace(world, args.channel);
    if (!isIn(channel, args.user)) refuse('user_not_in_channel');
    const content = readContent({ ...args, metadata: undefined });
    if (isEmpty(content)) refuse('no_text');
    const draft = { channel: channel.id, user: bot(world), byApp: true, text: '', ...content, only: args.user };
    const message = postMessage(world, { ...draft, ...threadRoot(world, channel, args.thread_ts) });
    return { message_ts: message.ts };
  },
);

/** A message of the app's own. */
function needOwn(world: World, channel: Channel, ts: string, refusal: string): Message {
  const message = findMessage(world, channel.id, ts) ?? refuse('message_not_found');
  if (message.subtype === 'tombstone') refuse('message_not_found');
  return message.byApp ? message : refuse(refusal);
}

const update = method(
  {
    name: 'chat.update',
    scopes: ['chat:write'],
    tier: 3,
    errors: [
      ...contentErrors,
      ...metadataErrors,
      'channel_not_found',
      'message_not_found',
      'cant_update_message',
      'msg_too_long',
      'is_inactive',
      'file_not_found',
    ],
    args: z.object({
      channel: text.optional(),
      ts: stamp,
      reply_broadcast: flag.optional(),
      file_ids: list.optional(),
      ...contentArgs,
    }),
  },
  (world, args) => {
    const channel = needChannel(world, args.channel);
    if ((args.text ?? '').length > 40_000) refuse('msg_too_long');
    if (channel.isArchived) refuse('is_inactive');
    const message = needOwn(world, channel, args.ts, 'cant_update_message');
    const content = readContent(args);
    if (isEmpty({ ...message, ...content })) refuse('no_text');
    if (content.text === undefined && !content.blocks && !content.attachments) refuse('no_text');
    const files = args.file_ids?.map((id) => world.state.files[id]?.id ?? refuse('file_not_found'));
    editMessage(world, message, { ...content, ...(files && { files }) }, bot(world));
    return { channel: channel.id, ts: message.ts, text: message.text, message: messageShape(world, message, true) };
  },
);

const remove = method(
  {
    name: 'chat.delete',
    scopes: ['chat:write'],
    tier: 3,
    errors: ['channel_not_found', 'message_not_found', 'cant_delete_message'],
    args: z.object({ channel: text.optional(), ts: stamp }),
  },
  (world, args) => {
    const channel = needChannel(world, args.channel);
    deleteMessage(world, needOwn(world, channel, args.ts, 'cant_delete_message'));
    return { channel: channel.id, ts: args.ts };
  },
);

const permalink = method(
  {
    name: 'chat.getPermalink',
    scopes: [],
    tier: 'none',
    errors: ['channel_not_found', 'message_not_found'],
    args: z.object({ channel: text.optional(), message_ts: stamp }),
  },
  (world, args) => {
    const channel = needChannel(world, args.channel);
    const message = findMessage(world, channel.id, args.message_ts) ?? refuse('message_not_found');
    return { channel: channel.id, permalink: permalinkOf(world, message) };
  },
);

export function permalinkOf(world: World, message: Message): string {
  const inItsThread = message.threadTs && message.threadTs !== message.ts;
  const thread = inItsThread ? `?thread_ts=${message.threadTs}&cid=${message.channel}` : '';
  return `${world.address()}/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
}

export const chat = [post, whisper, update, remove, permalink];
