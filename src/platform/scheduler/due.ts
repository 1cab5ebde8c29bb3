import { dateAt, firstInstantAt } from '../calendar/wall-clock.js';
import type { Job } from '../doors/doors.js';
import { Temporal } from '../time.js';
import { type CronLine, readCron } from './cron.js';

/** Gives the due times after one instant and up to another, ascending. */
export type Rhythm = (after: Temporal.Instant, upTo: Temporal.Instant) => Temporal.Instant[];

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;

/** Reads when a job is due. Throws a RangeError for a line, zone or interval that makes no sense. */
export function rhythmOf(when: Job['when']): Rhythm {
  if ('everyMinutes' in when) return everyMinutes(when.everyMinutes);
  const { cron, zone } = when;
  const line = readCron(cron);
  Temporal.Now.zonedDateTimeISO(zone); // throws for a zone that doesn't exist
  return (after, upTo) => byTheWall(line, zone, after, upTo);
}

/** Counted from the same moment everywhere, so that replicas agree. */
function everyMinutes(minutes: number): Rhythm {
  if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError(`every ${minutes} minutes is no interval`);
  const step = minutes * MS_PER_MINUTE;
  return (after, upTo) => {
    const first = Math.floor(after.epochMilliseconds / step) + 1;
    const last = Math.floor(upTo.epochMilliseconds / step);
    const count = Math.max(0, last - first + 1);
    return Array.from({ length: count }, (_, index) => Temporal.Instant.fromEpochMilliseconds((first + index) * step));
  };
}

/**
 * A time in a gap, which no clock shows, is due at the moment after it (several in one gap, once), and a time that clocks
 * show twice is due the first time.
 */
function byTheWall(line: CronLine, zone: string, after: Temporal.Instant, upTo: Temporal.Instant): Temporal.Instant[] {
  const due = new Set<number>();
  const last = dateAt(upTo, zone);
  // A day early, since a gap can carry a time into the next day.
  let date = dateAt(after, zone).subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!line.runsOn(date)) continue;
    for (const at of timesOn(date, line, zone)) {
      if (at > after.epochMilliseconds && at <= upTo.epochMilliseconds) due.add(at);
    }
  }
  return [...due].sort((one, other) => one - other).map((at) => Temporal.Instant.fromEpochMilliseconds(at));
}

/** On the days, nearly all, around which no clock is changed, a sum is enough, and a thousand times quicker. */
function timesOn(date: Temporal.PlainDate, { minutesOfDay }: CronLine, zone: string): number[] {
  const midnight = date.toZonedDateTime('UTC').epochMilliseconds;
  const offset = offsetAt(midnight - 24 * MS_PER_HOUR, zone);
  if (offset === offsetAt(midnight + 48 * MS_PER_HOUR, zone)) {
    return minutesOfDay.map((minute) => midnight + minute * MS_PER_MINUTE - offset);
  }
  const start = date.toPlainDateTime();
  return minutesOfDay.map((minutes) => firstInstantAt(start.add({ minutes }), zone).epochMilliseconds);
}

const offsetAt = (epochMilliseconds: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
