import { Temporal } from 'temporal-polyfill';

/** A moment as the clock on that wall shows it. An unknown zone reads as UTC. */
export function momentIn(seconds: number, timeZone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000));
  try {
    return instant.toZonedDateTimeISO(timeZone);
  } catch {
    return instant.toZonedDateTimeISO('UTC');
  }
}

/** Seconds since 1970 → what an `<input type="datetime-local">` shows. */
export const toLocalInput = (seconds: number, timeZone: string): string =>
  momentIn(seconds, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** And back. Undefined: not a whole date and time. */
export function fromLocalInput(local: string, timeZone: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined;
  const zone = momentIn(0, timeZone).timeZoneId;
  return Math.floor(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds / 1000);
}
