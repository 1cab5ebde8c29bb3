import type { Json, TrafficEntry } from '../protocol.js';
import type { Newsroom } from './news.js';

const kept = 500;
const longest = 20_000;

export interface Traffic {
  note(entry: {
    kind: TrafficEntry['kind'];
    name: string;
    ok: boolean;
    error?: string | undefined;
    ms: number;
    request: unknown;
    response: unknown;
  }): void;
  after(id: number): TrafficEntry[];
}

/** What the app and the workspace said to each other lately, without tokens. */
export function keepTraffic(news: Newsroom, now: () => number): Traffic {
  const entries: TrafficEntry[] = [];
  let last = 0;
  return {
    note({ error, ms, request, response, ...rest }) {
      last += 1;
      const spoken = { request: withoutSecrets(request), response: withoutSecrets(response) };
      const entry = {
        id: last,
        at: now(),
        ms: Math.round(ms),
        ...rest,
        ...spoken,
        ...(error !== undefined && { error }),
      };
      entries.push(entry);
      if (entries.length > kept) entries.shift();
      news.publish({ type: 'traffic', entry });
    },
    after: (id) => entries.filter((entry) => entry.id > id),
  };
}

function withoutSecrets(value: unknown): Json {
  const text = JSON.stringify(value ?? null, (key, inner: unknown) => {
    if (key === 'token') return undefined;
    return typeof inner === 'string'
      ? inner.replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '…').replace(/(ticket=)\w+/, '$1…')
      : inner;
  });
  if (text.length > longest) return `${text.slice(0, longest)}…`;
  return JSON.parse(text) as Json;
}
