import type { Temporal } from '../../../../platform/time.js';
import type { DayHours } from './day-hours.js';
import type { HourRules } from './hour-rules.js';
import { mondayOf } from './periods.js';
import { groupBy } from './weeks.js';
import { knownZone } from './zone.js';

/** More hours than a day or a week may have. */
export interface Breach {
  cap: 'day' | 'week';
  /** Of a week, its Monday. */
  day: Temporal.PlainDate;
  minutes: number;
  most: number;
  over: 'warn' | 'refuse';
}

/**
 * Where there are more hours than the rules allow, by day, then by week. A day that is longer than the clock makes it (in
 * that zone: 23 or 25 hours when clocks change) is refused, whatever the rules say and whatever the hours are for.
 */
export function breachesOf(hours: readonly DayHours[], { caps }: Pick<HourRules, 'caps'>, timeZone?: string): Breach[] {
  const days = totals(hours, ({ day }) => day).flatMap(({ day, all, work }): Breach[] => {
    const length = lengthOf(day, timeZone);
    if (all > length) return [{ cap: 'day', day, minutes: all, most: length, over: 'refuse' }];
    if (work > caps.dayMinutes) return [{ cap: 'day', day, minutes: work, most: caps.dayMinutes, over: caps.over }];
    return [];
  });
  const weeks = totals(hours, ({ day }) => mondayOf(day))
    .filter(({ work }) => work > caps.weekMinutes)
    .map(({ day, work }): Breach => ({ cap: 'week', day, minutes: work, most: caps.weekMinutes, over: caps.over }));
  return [...days, ...weeks];
}

/** How many minutes pass from that day's beginning to the next one's. */
function lengthOf(day: Temporal.PlainDate, timeZone = 'UTC'): number {
  const zone = knownZone(timeZone);
  const [begin, end] = [day, day.add({ days: 1 })].map((at) => at.toZonedDateTime(zone).epochMilliseconds);
  return ((end ?? 0) - (begin ?? 0)) / 60_000;
}

function totals(hours: readonly DayHours[], dayOf: (entry: DayHours) => Temporal.PlainDate) {
  const groups = [...groupBy(hours, (entry) => dayOf(entry).toString()).values()];
  const sums = groups.map((entries) => ({
    day: dayOf(entries[0] as DayHours),
    all: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    work: entries.reduce((sum, { kind, minutes }) => sum + (kind === 'work' ? minutes : 0), 0),
  }));
  return sums.sort((one, other) => one.day.since(other.day).days);
}
