import type { MessageView } from '../../protocol.js';

/** What is known of one channel: all its messages by timestamp, and how far back the timeline is whole. */
export interface Conversation {
  messages: ReadonlyMap<string, MessageView>;
  /** The oldest message asked for; older ones here belong to threads or searches. `null`: nothing was asked for. */
  floor: string | null;
  hasMore: boolean;
  loading: boolean;
  error?: string;
}

export const unread: Conversation = { messages: new Map(), floor: null, hasMore: true, loading: false };

const byTime = (a: MessageView, b: MessageView): number => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

export function withMessages(known: Conversation, messages: MessageView[]): Conversation {
  const merged = new Map(known.messages);
  for (const message of messages) merged.set(message.ts, message);
  return { ...known, messages: merged };
}

/** A page of history, newest first, moves the floor down. */
export function withHistory(known: Conversation, page: { messages: MessageView[]; has_more: boolean }): Conversation {
  const oldest = page.messages.at(-1)?.ts ?? known.floor ?? '0';
  const floor = page.has_more ? oldest : '0';
  const { error: _gone, ...rest } = withMessages(known, page.messages);
  return { ...rest, floor, hasMore: page.has_more, loading: false };
}

/**
 * Where a line stands that comes without a timestamp of its own: after the newest message that is known, for the page
 * learns the time late on a slow connection. `now` in milliseconds since 1970, for a channel of which nothing is known.
 */
export const placeAfter = (known: Conversation, now: number): string =>
  [...known.messages.keys()].sort().at(-1) ?? String(now / 1000);

export function withoutMessage(known: Conversation, ts: string): Conversation {
  const messages = new Map(known.messages);
  messages.delete(ts);
  return { ...known, messages };
}

export const isReply = (message: MessageView): boolean =>
  message.thread_ts !== undefined && message.thread_ts !== message.ts;

/** What the channel shows, oldest first: no replies, unless they were sent to the channel too. */
export const timelineOf = (known: Conversation): MessageView[] =>
  [...known.messages.values()]
    .filter((message) => !isReply(message) || message.broadcast)
    .filter((message) => known.floor === null || message.ts >= known.floor)
    .sort(byTime);

export const threadOf = (known: Conversation, ts: string): MessageView[] =>
  [...known.messages.values()].filter((message) => message.ts === ts || message.thread_ts === ts).sort(byTime);

const written = new Set(['', 'file_share', 'thread_broadcast', 'me_message']);

/** Whether a person wrote this, and may still change it. */
export const isOwn = (message: MessageView, me: string): boolean =>
  message.user === me && !message.is_ephemeral && written.has(message.subtype ?? '');

/** The person's own newest message that can still be edited: what the up arrow opens. */
export const lastOwn = (messages: MessageView[], me: string): MessageView | undefined =>
  messages.findLast((message) => isOwn(message, me));
