import { firstInstantAt } from '../calendar/wall-clock.js';
import type { Days } from '../hours.js';
import { Temporal } from '../time.js';

/** A database's DATE comes as midnight UTC of that day, whatever the zone it is meant in. */
export const toDay = (date: Date): Temporal.PlainDate => Temporal.PlainDate.from(date.toISOString().slice(0, 10));
export const fromDay = (day: Temporal.PlainDate): Date => new Date(`${day.toString()}T00:00:00Z`);

/** Which time it is for somebody there. A zone that we don't know counts as UTC. */
export function timeIn(timeZone: string, at: Temporal.Instant): Temporal.ZonedDateTime {
  try {
    return at.toZonedDateTimeISO(timeZone);
  } catch {
    return at.toZonedDateTimeISO('UTC');
  }
}

/** When those days begin there, and when they are over. */
export const instantsOf = (
  { from, until }: Days,
  timeZone: string,
): { start: Temporal.Instant; end: Temporal.Instant } => ({
  start: firstInstantAt(from.toPlainDateTime(), timeZone),
  end: firstInstantAt(until.add({ days: 1 }).toPlainDateTime(), timeZone),
});

export const dayIn = (timeZone: string, at: Temporal.Instant): Temporal.PlainDate => timeIn(timeZone, at).toPlainDate();
