import type { Traffic } from '../traffic.js';
import type { Line, Parcel, Reply } from './line.js';

/** When an event that wasn't acknowledged is delivered again: at once, after a minute, after five. */
const retryAfter = [0, 60_000, 300_000];

export interface PostRoom {
  /** An event: delivered, and delivered again until it is acknowledged or Slack would give up. */
  mail(payload: Record<string, unknown>): void;
  /** Something a person waits for: delivered once. */
  ask(parcel: Parcel, name: string): Promise<Reply>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  close(): void;
}

interface Letter {
  payload: Record<string, unknown>;
  attempt: number;
  reason: string;
}

export function openPostRoom(line: Line, traffic: Traffic, timeScale: number): PostRoom {
  const waiting = new Map<Letter, NodeJS.Timeout>();
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  const ask = async (parcel: Parcel, name: string) => {
    const started = performance.now();
    const sending = line.send(parcel);
    underWay.add(sending);
    const reply = await sending;
    underWay.delete(sending);
    const error = reply.ok ? undefined : reply.error;
    const response = reply.ok ? reply.body : reply.reason;
    traffic.note({
      kind: 'delivery',
      name,
      ok: reply.ok,
      error,
      ms: performance.now() - started,
      request: parcel.payload,
      response,
    });
    return reply;
  };

  const deliver = async (letter: Letter): Promise<void> => {
    clearTimeout(waiting.get(letter));
    waiting.delete(letter);
    if (closed) return;
    const retry = letter.attempt > 0 && { retry: { attempt: letter.attempt, reason: letter.reason } };
    const reply = await ask({ kind: 'events_api', payload: letter.payload, ...retry }, nameOf(letter.payload));
    if (!reply.ok) again(letter, reply.reason);
  };

  const again = (letter: Letter, reason: string) => {
    const delay = retryAfter[letter.attempt];
    if (delay === undefined || closed) return;
    const next = { ...letter, attempt: letter.attempt + 1, reason };
    // Without a connection a retry at once would be lost as well: it waits for the app, or for its time.
    const wait = line.connected() ? delay : Math.max(delay, 60_000);
    waiting.set(next, setTimeout(() => void deliver(next), wait * timeScale).unref());
  };

  line.onReachable(() => {
    for (const letter of [...waiting.keys()]) void deliver(letter);
  });

  return {
    ask,
    mail: (payload) => void deliver({ payload, attempt: 0, reason: '' }),
    async idle() {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
    close() {
      closed = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

function nameOf(payload: Record<string, unknown>): string {
  const event = payload.event as { type: string; subtype?: string };
  return `event ${event.type}${event.subtype ? ` ${event.subtype}` : ''}`;
}
