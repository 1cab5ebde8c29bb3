import type { Job } from '../doors/doors.js';
import { Temporal } from '../time.js';
import type { Rhythm } from './due.js';

export interface Plan {
  run: Temporal.Instant[];
  skip: Temporal.Instant[];
}

/** A tick that comes late, or a restart, doesn't make a due time missed. */
const PUNCTUAL_MINUTES = 5;
/** When the clock was set back behind the cursor: as far as two ticks, and what ran before is known by its occurrence. */
const LOOK_BACK_MINUTES = 2;

/** Decides, of all times due since the cursor, which are taken up now and which are passed over. */
export function planFor(
  { catchUp, windowMinutes }: Pick<Job, 'catchUp' | 'windowMinutes'>,
  rhythm: Rhythm,
  cursor: Temporal.Instant,
  now: Temporal.Instant,
): Plan {
  const oldest = now.subtract({ minutes: Math.max(windowMinutes, PUNCTUAL_MINUTES) });
  const since = isAfter(cursor, now) ? now.subtract({ minutes: LOOK_BACK_MINUTES }) : cursor;
  const due = rhythm(isAfter(oldest, since) ? oldest : since, now);
  if (catchUp === 'all') return { run: due, skip: [] };
  const last = due.at(-1);
  const isLate = last && isAfter(now.subtract({ minutes: PUNCTUAL_MINUTES }), last);
  if (!last || (catchUp === 'skip' && isLate)) return { run: [], skip: due };
  return { run: [last], skip: due.slice(0, -1) };
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) > 0;
