import { createHmac } from 'node:crypto';
import type { Line, Parcel, Reply } from './line.js';

export interface HttpLine extends Line {
  deliverTo(url: string | null): void;
}

/** Delivers by signed HTTP requests, as to an app's Request URL. */
export function httpLine(secret: () => string, first: string | null, patienceMs: () => number): HttpLine {
  let url = first;
  const listeners: (() => void)[] = [];
  return {
    connected: () => url !== null,
    onReachable: (listener) => void listeners.push(listener),
    deliverTo(next) {
      url = next;
      if (next !== null) for (const listener of listeners) listener();
    },
    send: async (parcel) => (url === null ? unreachable : post(url, secret(), parcel, patienceMs())),
    close: async () => {},
  };
}

const unreachable: Reply = { ok: false, error: 'dispatch_failed', reason: 'connection_failed' };

async function post(url: string, secret: string, parcel: Parcel, patienceMs: number): Promise<Reply> {
  const body = bodyOf(parcel);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: headersFor(parcel, body, secret),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answer.text();
    if (!answer.ok) return { ok: false, error: 'dispatch_failed', reason: 'http_error' };
    return { ok: true, body: parse(text) };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late ? { ok: false, error: 'operation_timeout', reason: 'http_timeout' } : unreachable;
  }
}

function bodyOf({ kind, payload }: Parcel): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(
    Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
}

/** Signatures are made in real time, which the app compares with its own clock. */
function headersFor({ kind, retry }: Parcel, body: string, secret: string): Record<string, string> {
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${signature}`,
    ...(retry && { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
  };
}

function parse(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
