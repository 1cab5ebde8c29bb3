import { Temporal } from '../../../../platform/time.js';
import type { ClockStore, EndedStint, Stint } from './stint.js';

export interface Correction {
  stintId: string;
  /** Who says so: nobody corrects another's. */
  personId: string;
  endedAt: Temporal.Instant;
  now: Temporal.Instant;
}

export type Corrected =
  | { outcome: 'corrected'; stint: EndedStint }
  | { outcome: 'unknown' | 'notForgotten' | 'inFuture' }
  | { outcome: 'beforeStart' | 'tooLong'; stint: Stint }
  | { outcome: 'intoNext'; next: Stint };

const LONGEST = { hours: 24 } as const;

/** Whoever forgot to press "out" says when they really went, and may say so again. */
export async function correctEnd(
  store: ClockStore,
  { stintId, personId, endedAt, now }: Correction,
): Promise<Corrected> {
  await store.hold(personId);
  const stint = await store.get(stintId);
  if (stint?.personId !== personId) return { outcome: 'unknown' };
  if (stint.endedBy !== 'forgotten' && stint.endedBy !== 'corrected') return { outcome: 'notForgotten' };
  if (!isBefore(stint.startedAt, endedAt)) return { outcome: 'beforeStart', stint };
  if (isBefore(now, endedAt)) return { outcome: 'inFuture' };
  if (isBefore(stint.startedAt.add(LONGEST), endedAt)) return { outcome: 'tooLong', stint };
  const next = await store.nextAfter(stint);
  if (next && isBefore(next.startedAt, endedAt)) return { outcome: 'intoNext', next };
  return { outcome: 'corrected', stint: await store.end(stint.id, 'corrected', endedAt) };
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0;
