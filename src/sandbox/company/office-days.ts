import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/London';
/** By then everything has been said that the demo says in the morning. */
const talkedBy = Temporal.PlainTime.from('09:30');

/**
 * When something was said, in milliseconds since 1970. Whoever opens the demo at night or on a Sunday finds what was
 * said on the last working day: an office that talks at four in the morning looks like a test.
 */
export function momentIn({ daysAgo, at }: { daysAgo: number; at: string }, now: number): number {
  let day = newestOfficeDay(now);
  for (let left = daysAgo; left > 0; left--) day = workingDayUpTo(day.subtract({ days: 1 }));
  return day.toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds;
}

function newestOfficeDay(now: number): Temporal.PlainDate {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const isEarly = Temporal.PlainTime.compare(here.toPlainTime(), talkedBy) < 0;
  return workingDayUpTo(here.toPlainDate().subtract({ days: isEarly ? 1 : 0 }));
}

function workingDayUpTo(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= 5 ? day : day.subtract({ days: day.dayOfWeek - 5 });
}
