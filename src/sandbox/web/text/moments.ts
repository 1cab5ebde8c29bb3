import { Temporal } from 'temporal-polyfill';

const at = (now: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);

const onThatDay = (moment: Temporal.ZonedDateTime, hour: number): Temporal.ZonedDateTime =>
  moment.withPlainTime(Temporal.PlainTime.from({ hour }));

/** The next Monday to Friday, 09:00, where the person is. Holidays are the company's business, not the clock's. */
export function nextWorkingMorning(now: number, timeZone: string): number {
  let day = at(now, timeZone).add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return onThatDay(day, 9).epochMilliseconds;
}

/** The coming Friday, 15:00; on a Friday after three, the one after. */
export function fridayAfternoon(now: number, timeZone: string): number {
  const today = at(now, timeZone);
  const friday = onThatDay(today.add({ days: (5 - today.dayOfWeek + 7) % 7 }), 15);
  return (friday.epochMilliseconds > now ? friday : friday.add({ days: 7 })).epochMilliseconds;
}

/** What a `datetime-local` input holds ↔ a moment. */
export const fromInput = (value: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).epochMilliseconds;

export const toInput = (now: number, timeZone: string): string =>
  at(now, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** The end of this day, and of this week (Sunday), where the person is, in seconds: until when a status holds. */
export const endOfDay = (now: number, timeZone: string): number =>
  Math.floor(onThatDay(at(now, timeZone), 23).add({ minutes: 59 }).epochMilliseconds / 1000);

export function endOfWeek(now: number, timeZone: string): number {
  const today = at(now, timeZone);
  return endOfDay(today.add({ days: 7 - today.dayOfWeek }).epochMilliseconds, timeZone);
}
