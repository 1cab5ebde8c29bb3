import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import type { Temporal } from '../../../../platform/time.js';

/** Times of the clock, `22:00` to `06:00`: past midnight where it ends earlier than it begins. */
export interface Night {
  from: string;
  to: string;
}

export interface SpanMinutes {
  minutes: number;
  nightMinutes: number;
}

/**
 * The minutes that really pass on a day between two times of the clock (minutes after midnight, at most 24 hours), and how
 * many of them are at night. On a day when clocks are changed that is more or fewer than the clock shows.
 */
export function spanOn(
  day: Temporal.PlainDate,
  { from, to }: { from: number; to: number },
  timeZone: string,
  night: Night | null,
): SpanMinutes {
  const span = { from: at(day, from, timeZone), to: at(day, to, timeZone) };
  const nights = night ? [-1, 0].map((shift) => nightFrom(day.add({ days: shift }), night, timeZone)) : [];
  const nightMinutes = nights.reduce((sum, one) => sum + overlap(span, one), 0);
  return { minutes: overlap(span, span), nightMinutes };
}

interface Span {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

const at = (day: Temporal.PlainDate, minutes: number, timeZone: string): Temporal.Instant =>
  firstInstantAt(day.toPlainDateTime().add({ minutes }), timeZone);

function nightFrom(day: Temporal.PlainDate, { from, to }: Night, timeZone: string): Span {
  const end = to <= from ? day.add({ days: 1 }) : day;
  return {
    from: firstInstantAt(day.toPlainDateTime(from), timeZone),
    to: firstInstantAt(end.toPlainDateTime(to), timeZone),
  };
}

function overlap(one: Span, other: Span): number {
  const from = Math.max(one.from.epochMilliseconds, other.from.epochMilliseconds);
  const to = Math.min(one.to.epochMilliseconds, other.to.epochMilliseconds);
  return Math.max(0, Math.round((to - from) / 60_000));
}
