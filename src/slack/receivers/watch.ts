import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is told to whoever watches over the process. */
export interface Watch {
  /** Why it isn't ready to work, in a word each; empty: it is. */
  problems(): Promise<string[]>;
  /** Figures in Prometheus' text format, for whoever has the token; null: nobody asked for them. */
  figures: { token: string; contentType: string; text(): Promise<string> } | null;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const plain = { 'content-type': 'text/plain; charset=utf-8' };

/**
 * `/healthz`: the process takes requests. `/readyz`: what it needs is there too. `/metrics`: its figures.
 * The first is for restarting it, the second for sending it requests, the third for people.
 */
export function watchRoutes(isHealthy: () => boolean, watch?: Watch): { path: string; answer: Answer }[] {
  const health: Answer = (_, response) => {
    response.writeHead(isHealthy() ? 200 : 503, plain).end(isHealthy() ? 'ok' : 'closing');
  };
  const ready: Answer = (_, response) =>
    void problemsOf(isHealthy, watch).then((problems) =>
      response.writeHead(problems.length === 0 ? 200 : 503, plain).end(problems.join('\n') || 'ready'),
    );
  return [
    { path: '/healthz', answer: health },
    { path: '/readyz', answer: ready },
    { path: '/metrics', answer: (request, response) => void tellFigures(watch?.figures ?? null, request, response) },
  ];
}

async function problemsOf(isHealthy: () => boolean, watch?: Watch): Promise<string[]> {
  return [...(isHealthy() ? [] : ['slack']), ...((await watch?.problems()) ?? [])];
}

async function tellFigures(
  figures: Watch['figures'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!figures) return void response.writeHead(404, plain).end();
  const [, given = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (!isSame(given, figures.token)) {
    return void response.writeHead(401, { ...plain, 'www-authenticate': 'Bearer' }).end();
  }
  try {
    const text = await figures.text();
    response.writeHead(200, { 'content-type': figures.contentType }).end(text);
  } catch {
    response.writeHead(503, plain).end('the database does not answer');
  }
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
