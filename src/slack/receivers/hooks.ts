import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk, OnHook } from '../../platform/doors/doors.js';
import { codeOf } from '../../platform/errors/caught.js';
import type { Clock } from '../../platform/time.js';
import { traced } from '../../platform/trace/trace.js';
import type { Log } from '../log.js';

export interface HookParts {
  desks: readonly Pick<Desk, 'hooks'>[];
  clock: Clock;
  log: Log;
}

/** One route: where other systems than Slack knock. */
export interface HookRoute {
  path: string;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const LARGEST_BODY = 64 * 1024;
const BODY_MS = 5_000;

/** The desks' own routes, each below `/hooks/`. */
export const hookRoutes = ({ desks, clock, log }: HookParts): HookRoute[] =>
  desks
    .flatMap(({ hooks = {} }) => Object.entries(hooks))
    .map(([name, hook]) => ({
      path: `/hooks/${name}`,
      answer: (request, response) => traced(`hook ${name}`, {}, () => answer({ clock, log }, hook, request, response)),
    }));

async function answer(
  { clock, log }: Omit<HookParts, 'desks'>,
  hook: OnHook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return end(response, 405);
  try {
    const body = await bodyOf(request);
    if (body === null) return end(response, 413);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')] as const);
    const {
      status,
      type,
      body: said,
    } = await hook({
      headers: Object.fromEntries(headers),
      path: request.url ?? '/',
      body,
      now: clock.now(),
    });
    end(response, status, type, said);
  } catch (error) {
    // The error's message may quote who called.
    log.error({ fault: error instanceof Error ? error.name : 'unknown', code: codeOf(error) }, 'a hook failed');
    end(response, 500);
  }
}

function end(response: ServerResponse, status: number, type = 'text/plain', body = ''): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body);
}

/** Null where it is too long, or doesn't come. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const impatience = setTimeout(() => request.destroy(), BODY_MS);
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_BODY) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    clearTimeout(impatience);
  }
}
