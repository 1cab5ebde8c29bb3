import type { FastifyReply } from 'fastify';

/** What goes wrong with a call, for tests of the app. */
export interface Fault {
  /** The method, such as `chat.postMessage`; `*`: any. */
  method: string;
  /** How many calls it befalls; 1 unless told. */
  times?: number;
  /** Only calls whose channel this is. */
  channel?: string;
  kind:
    | { answer: 429; retryAfter?: number }
    | { answer: 500 | 503 }
    | { answer: 'error'; code: string }
    | { answer: 'malformed' }
    /** Nothing is done, and nothing is answered until the app gives up. */
    | { answer: 'hang' }
    /** The connection breaks before anything is done. */
    | { answer: 'reset' }
    /** The call is carried out, and its answer lost. */
    | { answer: 'lost' }
    /** The call is carried out, and answered as an inner error. */
    | { answer: 'done-but-500' };
}

export interface Faults {
  next(fault: Fault): void;
  clear(): void;
  take(method: string, channel: unknown): Fault['kind'] | null;
}

export function keepFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    next: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    clear() {
      waiting = [];
    },
    take(method, channel) {
      const found = waiting.find(({ fault }) => matches(fault, method, channel));
      if (!found) return null;
      found.left -= 1;
      waiting = waiting.filter((one) => one.left > 0);
      return found.fault.kind;
    },
  };
}

function matches(fault: Fault, method: string, channel: unknown): boolean {
  return (
    (fault.method === '*' || fault.method === method) && (fault.channel === undefined || fault.channel === channel)
  );
}

/** Whether the call is carried out all the same. */
export const isCarriedOut = (kind: Fault['kind']) => kind.answer === 'lost' || kind.answer === 'done-but-500';

/** Answers, or fails to answer, in the way of the fault. */
export function befall(kind: Fault['kind'], reply: FastifyReply): unknown {
  switch (kind.answer) {
    case 429:
      return reply
        .code(429)
        .header('retry-after', String(kind.retryAfter ?? 1))
        .send({ ok: false, error: 'ratelimited' });
    case 500:
    case 503:
      return reply.code(kind.answer).type('text/html').send('<html><body>Server Error</body></html>');
    case 'done-but-500':
      return reply.code(500).type('text/html').send('<html><body>Server Error</body></html>');
    case 'error':
      return reply.send({ ok: false, error: kind.code });
    case 'malformed':
      return reply.type('application/json').send('{"ok":tru');
    case 'hang':
      return reply.hijack();
    case 'reset':
    case 'lost':
      reply.hijack();
      reply.raw.destroy();
      return reply;
  }
}
