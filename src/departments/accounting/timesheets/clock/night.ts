import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import { Temporal } from '../../../../platform/time.js';

/** Times of the clock, `22:00` to `06:00`: past midnight where it ends earlier than it begins. */
export interface Night {
  from: string;
  to: string;
}

/** Real minutes since 1970, the end not included. */
export interface Span {
  from: number;
  to: number;
}

const MS_PER_MINUTE = 60_000;

/** Seconds are dropped: a clock that shows 9:00 says nine. */
export const minuteOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / MS_PER_MINUTE);

/** A day's minutes, from when its date is first read on the wall until the next one's is. */
export const daySpan = (day: Temporal.PlainDate, zone: string): Span => ({
  from: minuteOf(day.toZonedDateTime(zone).toInstant()),
  to: minuteOf(day.add({ days: 1 }).toZonedDateTime(zone).toInstant()),
});

/** That minute's day; where clocks go back over midnight, the day that has begun goes on. */
export function dayOf(minute: number, zone: string): Temporal.PlainDate {
  const day = Temporal.Instant.fromEpochMilliseconds(minute * MS_PER_MINUTE)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  return daySpan(day, zone).to > minute ? day : day.add({ days: 1 });
}

/** How many of those minutes, all of one day, lie in the night: from when its clock first reads the one time to the other. */
export function nightWithin(span: Span, day: Temporal.PlainDate, zone: string, night: Night | null): number {
  if (!night) return 0;
  const at = (time: string) => minuteOf(firstInstantAt(day.toPlainDateTime(time), zone));
  const [from, to] = [at(night.from), at(night.to)];
  if (night.from < night.to) return overlap(span, { from, to });
  return overlap(span, { from: -Infinity, to }) + overlap(span, { from, to: Infinity });
}

const overlap = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
