import type { Message } from '../state/state.js';

/** Messages that only one person sees. They go with the next start, as in Slack with the next reload. */
export interface Whispers {
  add(message: Message): void;
  find(channel: string, ts: string): Message | undefined;
  remove(channel: string, ts: string): void;
  clear(): void;
}

export function keepWhispers(): Whispers {
  const kept = new Map<string, Message>();
  const key = (channel: string, ts: string) => `${channel} ${ts}`;
  return {
    add: (message) => void kept.set(key(message.channel, message.ts), message),
    find: (channel, ts) => kept.get(key(channel, ts)),
    remove: (channel, ts) => void kept.delete(key(channel, ts)),
    clear: () => kept.clear(),
  };
}
