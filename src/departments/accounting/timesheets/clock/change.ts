import { Temporal } from '../../../../platform/time.js';
import type { ClockStore, EndedStint, Stint } from './stint.js';

/** A stretch as its person says it was. */
export interface Told extends Pick<EndedStint, 'personId' | 'projectId' | 'kind' | 'startedAt' | 'endedAt'> {
  /** Null: nobody pressed anything, and it is added. */
  stintId: string | null;
  now: Temporal.Instant;
}

export type Changed =
  | { outcome: 'changed'; stint: EndedStint }
  | { outcome: 'unknown' | 'beforeStart' | 'tooLong' | 'inFuture' }
  | { outcome: 'overlaps'; other: Stint };

const LONGEST = { hours: 24 } as const;

/** Says what a stretch of one's own really was, from when to when; ended by that, where it still goes on. */
export async function changeStint(store: ClockStore, { stintId, now, ...told }: Told): Promise<Changed> {
  const { personId, startedAt, endedAt } = told;
  await store.hold(personId);
  if (stintId !== null && (await store.get(stintId))?.personId !== personId) return { outcome: 'unknown' };
  if (!isBefore(startedAt, endedAt)) return { outcome: 'beforeStart' };
  if (isBefore(now, endedAt)) return { outcome: 'inFuture' };
  if (isBefore(startedAt.add(LONGEST), endedAt)) return { outcome: 'tooLong' };
  const other = await store.overlapping(personId, { from: startedAt, until: endedAt }, stintId);
  if (other) return { outcome: 'overlaps', other };
  return { outcome: 'changed', stint: await store.put(stintId, told) };
}

/** Takes back a press that was a mistake; whether there was such a stretch of theirs. */
export async function removeStint(store: ClockStore, personId: string, stintId: string): Promise<boolean> {
  await store.hold(personId);
  if ((await store.get(stintId))?.personId !== personId) return false;
  await store.remove(stintId);
  return true;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0;
