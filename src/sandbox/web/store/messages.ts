import { signal } from '@preact/signals';
import type { MessageView } from '../../protocol.js';
import type { Notice } from '../text/rows.js';
import { type Conversation, unread, withHistory, withMessages, withoutMessage } from './conversation.js';
import { ask } from './session.js';

/** Every conversation that was looked at, by channel. */
export const conversations = signal<ReadonlyMap<string, Conversation>>(new Map());
/** Slack's own lines, such as a command that failed: they stay until the page is reloaded. */
export const notices = signal<Notice[]>([]);

export const conversationOf = (channel: string): Conversation => conversations.value.get(channel) ?? unread;

function change(channel: string, how: (known: Conversation) => Conversation): void {
  const known = conversations.peek().get(channel) ?? unread;
  conversations.value = new Map(conversations.peek()).set(channel, how(known));
}

export const putMessages = (channel: string, messages: MessageView[]): void =>
  change(channel, (known) => withMessages(known, messages));

export const dropMessage = (channel: string, ts: string): void => change(channel, (known) => withoutMessage(known, ts));

/** Asks for the newest page, or for the one before what is there. */
export async function loadHistory(channel: string): Promise<void> {
  const known = conversations.peek().get(channel) ?? unread;
  if (known.loading || (known.floor !== null && !known.hasMore)) return;
  change(channel, (conversation) => ({ ...conversation, loading: true }));
  const before = known.floor ? { before: known.floor } : {};
  const answer = await ask('history', { channel, limit: 50, ...before });
  change(channel, (conversation) =>
    answer.ok
      ? withHistory(conversation, answer)
      : { ...conversation, loading: false, hasMore: false, error: answer.error },
  );
}

export async function loadReplies(channel: string, ts: string): Promise<string | undefined> {
  const answer = await ask('replies', { channel, ts });
  if (!answer.ok) return answer.error;
  putMessages(channel, answer.messages);
  return undefined;
}

/** After a lost connection nothing that was read can be trusted to be whole; what only this page has, stays. */
export function forgetHistory(): void {
  const kept = [...conversations.peek()].map(([channel, known]): [string, Conversation] => {
    const own = [...known.messages].filter(([, message]) => message.is_ephemeral);
    return [channel, { ...unread, messages: new Map(own) }];
  });
  conversations.value = new Map(kept);
}

export function forgetAll(): void {
  conversations.value = new Map();
  notices.value = [];
}
