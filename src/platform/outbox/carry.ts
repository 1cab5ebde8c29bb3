import type { Clock, Temporal } from '../time.js';
import { toInstant } from '../time.js';
import { address } from './address.js';
import type { Draw } from './documents.js';
import type { Fate } from './fate.js';
import { backoffMs, type Limits } from './limits.js';
import type { Carrier, Delivery, Outgoing } from './outbox.js';
import type { ClaimedLetter } from './queue.js';

export interface CarryParts {
  carrier: Carrier;
  clock: Clock;
  limits: Limits;
  /** Key of the HMAC that marks messages; the same for all replicas and after each restart. */
  marksKey: string;
  draw: Draw;
  /** False: the letter isn't this worker's any more. */
  noteUpload: (letter: ClaimedLetter, fileId: string) => Promise<boolean>;
}

/** Doing these twice comes to the same as doing them once. */
const repeatable: ReadonlySet<string> = new Set(['change', 'withdraw', 'home']);

/** Shares of the lease: a file that isn't uploaded by then waits for another attempt; a call is given up. */
const NOTED_BY = 0.3;
const ENDED_BY = 0.45;
const hasFile = (kind: string): boolean => kind === 'file' || kind === 'document';

/** Says one letter in Slack, unless an earlier attempt turns out to have arrived, and tells what became of it. */
export async function carry(parts: CarryParts, letter: ClaimedLetter): Promise<Fate> {
  const outgoing = address(letter, parts.marksKey);
  if ('state' in outgoing) return outgoing;
  if (letter.mayHaveArrived && !repeatable.has(letter.kind)) {
    const known = await lookBefore(parts, letter, outgoing);
    if (known) return known;
  }
  const ready = outgoing.kind === 'document' ? await withFile(parts, letter, outgoing) : outgoing;
  return 'state' in ready ? ready : fateOf(parts.limits, letter, await deliver(parts, ready));
}

/** What is wrong with a drawing is told by the error's name alone: its message may quote what is drawn. */
async function withFile(parts: CarryParts, letter: ClaimedLetter, outgoing: Outgoing): Promise<Outgoing | Fate> {
  const { draw, limits } = parts;
  const { source = '', ref = '' } = outgoing;
  try {
    const file = await within(limits, outgoing, draw({ source, ref, to: letter.lane }));
    if (!file) return { state: 'dead', error: 'nothing_to_draw' };
    return { ...outgoing, file, noteUpload: uploadNoter(parts, letter) };
  } catch (error) {
    const reason = `not drawn: ${error instanceof Error ? error.name : 'unknown'}`;
    if (letter.attempts >= limits.attempts) return { state: 'dead', error: reason };
    return { state: 'waiting', afterMs: backoffMs(limits, letter.attempts), error: reason, mayHaveArrived: false };
  }
}

/** Null when Slack's history shows that it didn't arrive, so that it may be said again. */
async function lookBefore(
  { carrier, clock, limits }: CarryParts,
  letter: ClaimedLetter,
  outgoing: Outgoing,
): Promise<Fate | null> {
  const since = earliestOf(toInstant(letter.createdAt), clock.now()).subtract({ minutes: 10 });
  try {
    const seen = await within(limits, outgoing, carrier.lookUp(outgoing, since));
    if (seen === 'unknown') return { state: 'ambiguous', error: "Slack's history can't tell whether it arrived" };
    if (seen !== 'absent') return { state: 'sent', ...seen.found };
    return letter.attempts > limits.attempts ? { state: 'dead', error: 'no attempt arrived' } : null;
  } catch (error) {
    const reason = `looking it up: ${messageOf(error)}`;
    if (letter.attempts > limits.attempts) return { state: 'ambiguous', error: reason };
    return { state: 'waiting', afterMs: backoffMs(limits, letter.attempts), error: reason, mayHaveArrived: true };
  }
}

async function deliver({ carrier, limits }: CarryParts, outgoing: Outgoing): Promise<Delivery> {
  try {
    return await within(limits, outgoing, carrier.deliver(outgoing));
  } catch (error) {
    return { outcome: 'uncertain', error: messageOf(error) };
  }
}

/**
 * An attempt that was slow must not show its file when it is given up already, or about to be: the one after it looks for
 * that file in Slack's history, and there it would turn up too late.
 */
function uploadNoter({ limits, noteUpload }: CarryParts, letter: ClaimedLetter): (fileId: string) => Promise<void> {
  const until = performance.now() + limits.fileLeaseMs * NOTED_BY;
  return async (fileId) => {
    if (performance.now() > until) throw new Error('the upload took too long');
    if (!(await noteUpload(letter, fileId))) throw new Error('another worker took this letter over');
  };
}

function fateOf(limits: Limits, { kind, attempts }: ClaimedLetter, delivery: Delivery): Fate {
  switch (delivery.outcome) {
    case 'sent':
      return { state: 'sent', channel: delivery.channel, ts: delivery.ts };
    case 'later':
      return { state: 'paused', afterMs: delivery.afterMs, error: delivery.error, scope: delivery.scope };
    case 'dead':
      return { state: 'dead', error: delivery.error };
    case 'uncertain': {
      const { error } = delivery;
      if (!repeatable.has(kind)) {
        const afterMs = Math.max(limits.lookUpAfterMs, backoffMs(limits, attempts));
        return { state: 'waiting', afterMs, error, mayHaveArrived: true };
      }
      if (attempts >= limits.attempts) return { state: 'dead', error };
      return { state: 'waiting', afterMs: backoffMs(limits, attempts), error, mayHaveArrived: false };
    }
  }
}

/** A call that never ends must not outlive the lease, for then another worker takes the letter. */
async function within<T>(limits: Limits, { kind }: Outgoing, call: Promise<T>): Promise<T> {
  const ms = (hasFile(kind) ? limits.fileLeaseMs : limits.leaseMs) * ENDED_BY;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  return Promise.race([call, tooLong]).finally(() => clearTimeout(timer));
}

const earliestOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  one.epochMilliseconds < other.epochMilliseconds ? one : other;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
