import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import {
  type Attributes,
  context,
  isSpanContextValid,
  type Span,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { AlreadyHandled, UserError } from '../user-error.js';

/**
 * One reference from a request of Slack's to the last message about it: every line of the log has it, and so has every letter
 * (W3C's trace context). Where OpenTelemetry is set up it is the trace's id, and the same pieces of work are its spans.
 */
interface TraceLink {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** Of the piece of work that is being done, 16 hexadecimal digits. */
  spanId: string;
}

const current = new AsyncLocalStorage<TraceLink>();

let areSpansTold = false;
/** From now on pieces of work are spans too: somebody listens to them. */
export const tellSpans = (): void => {
  areSpansTold = true;
};

export const currentTraceId = (): string | undefined => current.getStore()?.traceId;

/** As it is kept with what goes on later: `00-<trace>-<span>-01`. Null outside of any request. */
export function traceparent(): string | null {
  const link = current.getStore();
  return link ? `00-${link.traceId}-${link.spanId}-01` : null;
}

/** Does a piece of work under its name, as a part of what goes on already, or of what began it (`from`, a traceparent). */
export function traced<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
  from: string | null = null,
): Promise<T> {
  const parent = linkIn(from) ?? current.getStore();
  // Where nobody listens, a part of something needs nothing of its own: every request passes here several times.
  if (!areSpansTold) return parent && from === null ? work() : current.run(parent ?? newLink(), work);
  const begun = parent
    ? trace.setSpanContext(context.active(), { ...parent, traceFlags: TraceFlags.SAMPLED, isRemote: from !== null })
    : context.active();
  return trace.getTracer('switchboard').startActiveSpan(name, { attributes }, begun, (span) => {
    const own = span.spanContext();
    const link = isSpanContextValid(own) ? own : newLink();
    return current.run(link, () => ended(span, work));
  });
}

/** Only the error's name: its message may quote what somebody wrote. A desk that declines has done its work. */
async function ended<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isExpected = error instanceof UserError || error instanceof AlreadyHandled;
    const message = error instanceof Error ? error.name : 'unknown';
    if (!isExpected) span.setStatus({ code: SpanStatusCode.ERROR, message });
    throw error;
  } finally {
    span.end();
  }
}

function newLink(): TraceLink {
  // Node draws these from a store of chance; random bytes would be asked of the system each time.
  const digits = () => randomUUID().replaceAll('-', '');
  return { traceId: digits(), spanId: digits().slice(16) };
}

function linkIn(text: string | null): TraceLink | null {
  const [, traceId, spanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(text ?? '') ?? [];
  return traceId && spanId ? { traceId, spanId } : null;
}
