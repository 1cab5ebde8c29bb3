import { dateAt } from '../../../../platform/calendar/wall-clock.js';
import { Temporal } from '../../../../platform/time.js';

/** Until somebody says that they take calls again. */
export const FOR_GOOD = Temporal.Instant.from('9999-01-01T00:00:00Z');

/** Reads `30m`, `2h`, `1h30`, `until 14:00`, or nothing: for good. Null where it is anything else. */
export function readOff(text: string, now: Temporal.Instant, timeZone: string): Temporal.Instant | null {
  const said = text.trim().toLowerCase();
  if (said === '') return FOR_GOOD;
  const [, hour = '', minute = '00'] = said.match(/^(?:until|till|pana la|până la) (\d{1,2})(?:[:.](\d{2}))?$/) ?? [];
  if (hour !== '' && Number(hour) < 24 && Number(minute) < 60) {
    const at = dateAt(now, timeZone)
      .toPlainDateTime({ hour: Number(hour), minute: Number(minute) })
      .toZonedDateTime(timeZone);
    return Temporal.Instant.compare(at.toInstant(), now) > 0 ? at.toInstant() : at.add({ days: 1 }).toInstant();
  }
  const [, hours = '', minutes = ''] =
    said.match(/^(?:(\d{1,3})\s*(?:h|hours?|ore|ora|oră))?\s*(?:(\d{1,4})\s*(?:m|min|minutes?|minute)?)?$/) ?? [];
  const length = Number(hours) * 60 + Number(minutes);
  return length > 0 && length <= MOST_MINUTES ? now.add({ minutes: length }) : null;
}

const MOST_MINUTES = 31 * 24 * 60;
