import * as chrono from 'chrono-node/en';
import type { WorkCalendar } from '../../../../platform/calendar/work-calendar.js';
import { isWorking } from '../../../../platform/calendar/working-time.js';
import { timeIn } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import { inEnglish } from './romanian-times.js';

const parser = chrono.GB;

/**
 * The moment that somebody names in their own words, in English or Romanian: `in 20 min`, `tomorrow at 10`, `mâine la 10`,
 * `luni la 14:30`. Times are of that zone: whoever says them looks at a clock there. Null where they
 * name none.
 */
export function momentNamed(
  words: string,
  now: Temporal.Instant,
  timeZone: string,
  calendar: WorkCalendar,
): Temporal.Instant | null {
  const here = timeIn(timeZone, now);
  const reference = { instant: new Date(now.epochMilliseconds), timezone: here.offsetNanoseconds / 60e9 };
  const [found] = parser.parse(inEnglish(folded(words)), reference, { forwardDate: true });
  if (!found) return null;
  const { start } = found;
  // What is counted from now on ("in 20 minutes") is exact, whatever the clocks do meanwhile.
  if (countsFromNow.test(found.text)) return Temporal.Instant.fromEpochMilliseconds(start.date().getTime());
  const date = Temporal.PlainDate.from({
    year: start.get('year') ?? here.year,
    month: start.get('month') ?? here.month,
    day: start.get('day') ?? here.day,
  });
  const isHourNamed = start.isCertain('hour') || partOfDay.test(found.text);
  const time = isHourNamed
    ? { hour: start.get('hour') ?? 0, minute: start.get('minute') ?? 0 }
    : openingOn(date, calendar);
  const named = date.toPlainDateTime(time).toZonedDateTime(here.timeZoneId);
  if (start.isCertain('meridiem') && /[ap]\.?m/.test(found.text)) return named.toInstant();
  const isDayNamed = start.isCertain('day') || start.isCertain('weekday');
  return likelier(isDayNamed ? named : earliest(named, here), now, calendar);
}

const countsFromNow = /^(?:with)?in\b.*\b(?:second|sec|minute|min|hour|hr|h)s?\b|\bfrom now\b/i;
const partOfDay = /\b(?:afternoon|evening|noon|midday|midnight|night|tonight)\b/i;

/** A day without an hour: when the office opens. */
function openingOn(date: Temporal.PlainDate, { hours }: Pick<WorkCalendar, 'hours'>): Temporal.PlainTime {
  const opening = hours[date.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7];
  return Temporal.PlainTime.from(opening?.from ?? '09:00');
}

const NOON = 12;

/** No day was named: today's, though that may have passed. */
const earliest = (named: Temporal.ZonedDateTime, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  here.toPlainDate().toPlainDateTime(named.toPlainTime()).toZonedDateTime(here.timeZoneId);

/** "At 3" is in the afternoon where the office is closed at night; what has passed today is tomorrow's. */
function likelier(named: Temporal.ZonedDateTime, now: Temporal.Instant, calendar: WorkCalendar): Temporal.Instant {
  const isAmbiguous = named.hour > 0 && named.hour < NOON;
  const candidates = [named, ...(isAmbiguous ? [named.add({ hours: NOON })] : []), named.add({ days: 1 })]
    .map((moment) => moment.toInstant())
    .filter((moment) => Temporal.Instant.compare(moment, now) > 0);
  const today = candidates.slice(0, -1);
  return today.find((moment) => isWorking(calendar, moment)) ?? candidates[0] ?? named.toInstant();
}
