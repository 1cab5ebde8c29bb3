import { Temporal } from '../time.js';
import { dateAt, firstInstantAt } from './wall-clock.js';
import type { Weekday, WorkCalendar } from './work-calendar.js';

/** Terms: a day's *shift* begins when the clock on the wall first reads the opening time, and ends when it first reads the
 * closing time. So hours are meant as people read them, and the minutes counted are those that really pass. */
interface Shift {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** A calendar that is closed for so long has no working days, or is set up wrong. */
const LONGEST_CLOSURE_DAYS = 400;
const MS_PER_MINUTE = 60_000;

/** Whether the office is open; at the closing time itself it no longer is. */
export function isWorking(calendar: WorkCalendar, at: Temporal.Instant): boolean {
  const shift = shiftOn(calendar, dateAt(at, calendar.timeZone));
  return shift !== null && !isBefore(at, shift.from) && isBefore(at, shift.to);
}

/** That moment if the office is open then, else the next opening. */
export function nextWorkingMoment(calendar: WorkCalendar, at: Temporal.Instant): Temporal.Instant {
  for (const { from, to } of shiftsSince(calendar, at)) {
    if (isBefore(at, to)) return later(at, from);
  }
  throw neverOpen(calendar);
}

/**
 * The first moment by which that many working minutes have passed: a deadline at the end of a day is that day's closing
 * time, not the next opening. With 0 it is the start itself.
 */
export function addWorkingMinutes(calendar: WorkCalendar, start: Temporal.Instant, minutes: number): Temporal.Instant {
  if (!(minutes >= 0)) throw new RangeError(`${minutes} working minutes can't be added`);
  let left = Math.round(minutes * MS_PER_MINUTE);
  if (left === 0) return start;
  for (const { from, to } of shiftsSince(calendar, start)) {
    const begin = later(start, from);
    const open = to.epochMilliseconds - begin.epochMilliseconds;
    if (open >= left) return begin.add({ milliseconds: left });
    left -= Math.max(open, 0);
  }
  throw neverOpen(calendar);
}

/** Working minutes that pass from one moment to the other, not rounded; negative when they come the other way round. */
export function workingMinutesBetween(calendar: WorkCalendar, from: Temporal.Instant, to: Temporal.Instant): number {
  if (isBefore(to, from)) return -workingMinutesBetween(calendar, to, from);
  let passed = 0;
  for (const date of datesFrom(dateAt(from, calendar.timeZone), dateAt(to, calendar.timeZone))) {
    const shift = shiftOn(calendar, date);
    if (!shift) continue;
    const end = Math.min(to.epochMilliseconds, shift.to.epochMilliseconds);
    passed += Math.max(0, end - later(from, shift.from).epochMilliseconds);
  }
  return passed / MS_PER_MINUTE;
}

/** Ends when the office has been closed for so long that it seems never to open. */
function* shiftsSince(calendar: WorkCalendar, start: Temporal.Instant): Generator<Shift> {
  let date = dateAt(start, calendar.timeZone);
  for (let closed = 0; closed <= LONGEST_CLOSURE_DAYS; closed++, date = date.add({ days: 1 })) {
    const shift = shiftOn(calendar, date);
    if (!shift) continue;
    closed = 0;
    yield shift;
  }
}

function* datesFrom(first: Temporal.PlainDate, last: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) yield date;
}

/** Null when the office stays closed, be it because clocks jumped over all of its hours. */
function shiftOn({ timeZone, hours, holidays }: WorkCalendar, date: Temporal.PlainDate): Shift | null {
  const opening = hours[date.dayOfWeek as Weekday];
  if (!opening || holidays.has(date.toString())) return null;
  const from = firstInstantAt(date.toPlainDateTime(opening.from), timeZone);
  const to = firstInstantAt(date.toPlainDateTime(opening.to), timeZone);
  return isBefore(from, to) ? { from, to } : null;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0;

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  isBefore(one, other) ? other : one;

const neverOpen = ({ timeZone }: WorkCalendar): RangeError =>
  new RangeError(`the office calendar (${timeZone}) has no working day within ${LONGEST_CLOSURE_DAYS} days`);
