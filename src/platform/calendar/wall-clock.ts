import type { Temporal } from '../time.js';

/**
 * The first instant at which the clock on that wall reads `wall` or later. In a gap, when clocks jump over that time, it is
 * the moment after the jump; a time that occurs twice means the first.
 */
export function firstInstantAt(wall: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const found = wall.toZonedDateTime(timeZone);
  if (found.toPlainDateTime().equals(wall)) return found.toInstant();
  // A nanosecond later, because the search for a transition leaves out the one that it starts from.
  const jump = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (jump ?? found).toInstant();
}

export const dateAt = (at: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timeZone).toPlainDate();
