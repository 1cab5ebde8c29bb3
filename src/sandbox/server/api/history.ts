import { z } from 'zod';
import { refuse } from '../refusal.js';
import { messageShape } from '../shapes/message.js';
import type { Message } from '../state/state.js';
import { isIn, markRead } from '../workspace/channels.js';
import { findMessage, isInChannel, messagesOf, threadOf } from '../workspace/messages.js';
import { count, flag, fullStamp, isStamp, stamp, text } from './args.js';
import { method } from './method.js';
import { nextPage, pageOf } from './pages.js';
import { bot, needChannel, needMember, needReadable } from './reach.js';

const anyHistory = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const windowArgs = {
  channel: text.optional(),
  latest: stamp.optional(),
  oldest: stamp.optional(),
  inclusive: flag.optional(),
  limit: count.default(100),
  cursor: text.optional(),
  include_all_metadata: flag.optional(),
};
const windowErrors = ['channel_not_found', 'invalid_cursor', 'invalid_ts_latest', 'invalid_ts_oldest'] as const;

interface Window {
  latest?: string | undefined;
  oldest?: string | undefined;
  inclusive?: boolean | undefined;
}

/** Whether a timestamp lies in the window that was asked for. */
function within(window: Window): (ts: string) => boolean {
  if (window.latest && window.latest !== 'now' && !isStamp(window.latest)) refuse('invalid_ts_latest');
  if (window.oldest && !isStamp(window.oldest)) refuse('invalid_ts_oldest');
  const latest = window.latest && window.latest !== 'now' ? fullStamp(window.latest) : null;
  const oldest = fullStamp(window.oldest || '0');
  return (ts) => {
    if (window.inclusive && (ts === latest || ts === oldest)) return true;
    return (latest === null || ts < latest) && ts > oldest;
  };
}

const cap = (limit: number) => Math.min(Math.max(1, limit), 999);

const history = method(
  {
    name: 'conversations.history',
    scopes: anyHistory,
    tier: 3,
    errors: [...windowErrors, 'not_in_channel'],
    args: z.object(windowArgs),
  },
  (world, args) => {
    const channel = needReadable(world, args.channel, 'history');
    needMember(world, channel);
    const wanted = within(args);
    const all = messagesOf(world, channel.id)
      .filter((message) => isInChannel(message) && wanted(message.ts))
      .reverse();
    const { page, next } = pageOf(all, args.cursor, cap(args.limit));
    return {
      messages: page.map((message) => messageShape(world, message, args.include_all_metadata)),
      has_more: next !== '',
      pin_count: 0,
      channel_actions_ts: null,
      channel_actions_count: 0,
      ...(next !== '' && nextPage(next)),
    };
  },
);

const replies = method(
  {
    name: 'conversations.replies',
    scopes: anyHistory,
    tier: 3,
    errors: [...windowErrors, 'thread_not_found'],
    args: z.object({ ...windowArgs, ts: stamp }),
  },
  (world, args) => {
    const channel = needReadable(world, args.channel, 'history');
    if (!isIn(channel, bot(world)) && channel.kind !== 'public') refuse('channel_not_found');
    const named = findMessage(world, channel.id, args.ts) ?? refuse('thread_not_found');
    // Named by one of its replies, Slack answers with that reply alone.
    const thread = named.threadTs && named.threadTs !== named.ts ? [named] : threadOf(world, channel.id, named.ts);
    const wanted = within(args);
    const [root, ...rest] = thread;
    const all = [root, ...rest.filter((message) => wanted(message.ts))].filter(
      (one): one is Message => one !== undefined,
    );
    const { page, next } = pageOf(all, args.cursor, cap(args.limit));
    return {
      messages: page.map((message) => messageShape(world, message, args.include_all_metadata)),
      has_more: next !== '',
      ...(next !== '' && nextPage(next)),
    };
  },
);

const mark = method(
  {
    name: 'conversations.mark',
    scopes: ['channels:write', 'groups:write', 'im:write', 'mpim:write'],
    tier: 3,
    errors: ['channel_not_found', 'invalid_timestamp', 'not_in_channel'],
    args: z.object({ channel: text.optional(), ts: stamp }),
  },
  (world, args) => {
    const channel = needChannel(world, args.channel);
    if (!isStamp(args.ts)) refuse('invalid_timestamp');
    needMember(world, channel);
    markRead(world, channel, bot(world), args.ts);
    return {};
  },
);

export const histories = [history, replies, mark];
