import { z } from 'zod';
import { Temporal } from '../time.js';
import { dateAt, firstInstantAt } from './wall-clock.js';
import type { Weekday, WorkCalendar } from './work-calendar.js';

/** What to do where a date falls on a day without work: the working day before it, after it, or that day all the same. */
const whenClosed = z.enum(['before', 'after', 'same']);

/** Which days of the calendar, as data: `25th, or the working day before`, `last working day`, `every second Friday`. */
export const dateRule = z.discriminatedUnion('rule', [
  /** In a month that is too short, its last day. */
  z.object({ rule: z.literal('dayOfMonth'), day: z.int().min(1).max(31), whenClosed }),
  /** That many working days before the last one; in a month with fewer, the first. */
  z.object({ rule: z.literal('lastWorkingDay'), minus: z.int().min(0).max(20) }),
  /** In a month with fewer, the last. */
  z.object({ rule: z.literal('nthWorkingDay'), n: z.int().min(1).max(23) }),
  /** The first is the first such weekday on or after `from`. */
  z.object({
    rule: z.literal('everyNWeeks'),
    weekday: z.int().min(1).max(7),
    weeks: z.int().min(1).max(8),
    from: z.iso.date(),
    whenClosed,
  }),
]);
export type DateRule = z.output<typeof dateRule>;

/** A rule with its time on the wall of the calendar's zone. */
export const timedRule = z.object({ on: dateRule, time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) });
export type TimedRule = z.output<typeof timedRule>;

/** Months or weeks in a row without a date, after which there is none: an office that never opens. */
const BARREN_AT_MOST = 36;
/** So long before a moment a date may lie which is moved to after it. */
const MOVED_AT_MOST = { months: 2 };
const LONGEST_CLOSURE_DAYS = 60;

/** The next due times after a moment, ascending and each once; fewer than asked for where the office never opens. */
export function nextDates(
  { on, time }: TimedRule,
  calendar: WorkCalendar,
  after: Temporal.Instant,
  count: number,
): Temporal.Instant[] {
  const due: Temporal.Instant[] = [];
  let last = after;
  for (const date of datesOf(on, calendar, dateAt(after, calendar.timeZone).subtract(MOVED_AT_MOST))) {
    const at = firstInstantAt(date.toPlainDateTime(time), calendar.timeZone);
    if (Temporal.Instant.compare(at, last) <= 0) continue;
    due.push(at);
    last = at;
    if (due.length >= count) break;
  }
  return due;
}

function* datesOf(on: DateRule, calendar: WorkCalendar, since: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const step = on.rule === 'everyNWeeks' ? { weeks: on.weeks } : { months: 1 };
  let start = on.rule === 'everyNWeeks' ? firstOfWeeks(on, since) : since.with({ day: 1 });
  for (let barren = 0; barren < BARREN_AT_MOST; start = start.add(step)) {
    const date = on.rule === 'everyNWeeks' ? moved(start, on.whenClosed, calendar) : dateInMonth(on, start, calendar);
    barren = date ? 0 : barren + 1;
    if (date) yield date;
  }
}

type Weekly = Extract<DateRule, { rule: 'everyNWeeks' }>;

/** The first date of the rule's own rhythm on or after that day. */
function firstOfWeeks({ weekday, weeks, from }: Weekly, since: Temporal.PlainDate): Temporal.PlainDate {
  const anchor = Temporal.PlainDate.from(from);
  const begin = anchor.add({ days: (weekday - anchor.dayOfWeek + 7) % 7 });
  const behind = Math.max(0, begin.until(since, { largestUnit: 'days' }).days);
  return begin.add({ weeks: Math.ceil(behind / (7 * weeks)) * weeks });
}

function dateInMonth(
  on: Exclude<DateRule, Weekly>,
  first: Temporal.PlainDate,
  calendar: WorkCalendar,
): Temporal.PlainDate | null {
  if (on.rule === 'dayOfMonth') return moved(first.with({ day: on.day }), on.whenClosed, calendar);
  const days = Array.from({ length: first.daysInMonth }, (_, place) => first.add({ days: place }));
  const working = days.filter((day) => isWorkingDay(calendar, day));
  const place = on.rule === 'nthWorkingDay' ? on.n - 1 : working.length - 1 - on.minus;
  return working[Math.min(Math.max(place, 0), working.length - 1)] ?? null;
}

function moved(
  date: Temporal.PlainDate,
  way: z.output<typeof whenClosed>,
  calendar: WorkCalendar,
): Temporal.PlainDate | null {
  if (way === 'same') return date;
  for (let days = 0; days <= LONGEST_CLOSURE_DAYS; days += 1) {
    const candidate = way === 'before' ? date.subtract({ days }) : date.add({ days });
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  return null;
}

/** A day on which the office opens at all. */
export const isWorkingDay = ({ hours, holidays }: WorkCalendar, day: Temporal.PlainDate): boolean =>
  hours[day.dayOfWeek as Weekday] !== undefined && !holidays.has(day.toString());
