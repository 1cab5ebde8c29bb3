import type { Clock, Temporal } from '../time.js';
import { toInstant } from '../time.js';
import { address } from './address.js';
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
}

/** Doing these twice comes to the same as doing them once. */
const repeatable: ReadonlySet<string> = new Set(['change', 'withdraw', 'home']);

/** Says one letter in Slack, unless an earlier attempt turns out to have arrived, and tells what became of it. */
export async function carry(parts: CarryParts, letter: ClaimedLetter): Promise<Fate> {
  const outgoing = address(letter, parts.marksKey);
  if ('state' in outgoing) return outgoing;
  if (letter.mayHaveArrived && !repeatable.has(letter.kind)) {
    const known = await lookBefore(parts, letter, outgoing);
    if (known) return known;
  }
  return fateOf(parts.limits, letter, await deliver(parts, outgoing));
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
  const ms = (kind === 'file' ? limits.fileLeaseMs : limits.leaseMs) * 0.45;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  return Promise.race([call, tooLong]).finally(() => clearTimeout(timer));
}

const earliestOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  one.epochMilliseconds < other.epochMilliseconds ? one : other;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
