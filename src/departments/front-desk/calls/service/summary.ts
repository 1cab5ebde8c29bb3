import { dateAt } from '../../../../platform/calendar/wall-clock.js';
import { Temporal } from '../../../../platform/time.js';
import type { Call } from '../call.js';
import type { Calls, Reading } from '../desk.js';
import { tellSummary } from '../letters/summary.js';
import { onDuty, type Turn, turnsBetween } from '../rules/shifts.js';
import type { Rotation } from '../store/rotations.js';

export interface Summary {
  rotation: Rotation;
  /** Who goes. */
  from: string[];
  /** Who comes next; empty: nobody within a week. */
  to: string[];
  endsAt: Temporal.Instant;
  calls: Call[];
}

const NEXT_DAYS = 7;

/** At the end of each shift that ended in that stretch of time, what is open goes to whoever comes next. */
export async function handOverShifts(desk: Calls, after: Temporal.Instant, until: Temporal.Instant): Promise<void> {
  const today = dateAt(until, desk.calendar.timeZone);
  for (const rotation of await desk.rotations.all()) {
    const turns = turnsBetween(rotation, desk.calendar, today.subtract({ days: 2 }), today.add({ days: NEXT_DAYS }));
    const ended = turns.filter(
      ({ endsAt }) => Temporal.Instant.compare(after, endsAt) < 0 && Temporal.Instant.compare(endsAt, until) <= 0,
    );
    for (const moment of new Set(ended.map(({ endsAt }) => endsAt.toString()))) {
      const going = ended.filter(({ endsAt }) => endsAt.toString() === moment).map(({ personId }) => personId);
      await tellSummary(desk, await summaryOf(desk, rotation, going, Temporal.Instant.from(moment), turns));
    }
  }
}

async function summaryOf(
  desk: Reading,
  rotation: Rotation,
  from: string[],
  endsAt: Temporal.Instant,
  turns: readonly Turn[],
): Promise<Summary> {
  const staying = onDuty(rotation, desk.calendar, endsAt);
  const next = turns.find(({ startsAt }) => Temporal.Instant.compare(startsAt, endsAt) > 0);
  const following = next
    ? turns.filter(({ startsAt }) => startsAt.equals(next.startsAt)).map(({ personId }) => personId)
    : [];
  const calls = await desk.log.openWith(rotation.id, from);
  return { rotation, from, to: staying.length > 0 ? staying : following, endsAt, calls };
}
