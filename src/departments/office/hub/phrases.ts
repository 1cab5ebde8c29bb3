import type { OfficeSettings } from '../../../platform/settings/office-settings.js';
import { Temporal } from '../../../platform/time.js';
import { dayText } from '../../../platform/words/dates.js';
import { listFormat } from '../../../platform/words/formats.js';
import type { Language } from '../../../platform/words/words.js';
import type { Holiday } from './readers/holidays.js';
import type { Say } from './words.js';

// Dates, weekdays and lists as they are written in the language of the person.

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** `Monday 3 August 2026` */
export const longDay = (day: Temporal.PlainDate, language: Language): string =>
  dayText(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** `3 Aug 2026` */
export const shortDay = (date: string, language: Language): string =>
  dayText(Temporal.PlainDate.from(date), language, { day: 'numeric', month: 'short', year: 'numeric' });

/** The ISO weekday by name: the first of January 2024 was a Monday. */
export const weekdayName = (weekday: string, language: Language, length: 'long' | 'short' = 'long'): string =>
  dayText(Temporal.PlainDate.from(`2024-01-0${weekday}`), language, { weekday: length });

export const listOf = (items: readonly string[], language: Language): string => listFormat(language).format(items);

export const daysText = (from: Temporal.PlainDate, until: Temporal.PlainDate, say: Say): string =>
  from.equals(until)
    ? say.plain('away.lineDay', { from: shortDay(from.toString(), say.language) })
    : say.plain('away.line', {
        from: shortDay(from.toString(), say.language),
        until: shortDay(until.toString(), say.language),
      });

/** `Mon–Fri 09:00–17:00, Sat 10:00–14:00` */
export function hoursText(hours: OfficeSettings['hours'], say: Say): string {
  const spans: { first: string; last: string; hours: string }[] = [];
  for (const weekday of weekdays) {
    const opening = hours[weekday];
    if (!opening) continue;
    const text = `${opening.from}–${opening.to}`;
    const span = spans.at(-1);
    if (span?.hours === text && Number(span.last) + 1 === Number(weekday)) span.last = weekday;
    else spans.push({ first: weekday, last: weekday, hours: text });
  }
  if (spans.length === 0) return say.plain('setup.noHours');
  const days = ({ first, last }: (typeof spans)[number]) =>
    [...new Set([first, last])].map((day) => weekdayName(day, say.language, 'short')).join('–');
  return spans.map((span) => say.plain('setup.daysAndHours', { days: days(span), hours: span.hours })).join(', ');
}

/** The next holidays from that day on, `25 Dec 2026 Christmas`. */
export const nextHolidays = (
  holidays: readonly Holiday[],
  today: Temporal.PlainDate,
  language: Language,
  count: number,
): string[] =>
  holidays
    .filter(({ date }) => date >= today.toString())
    .sort((one, other) => one.date.localeCompare(other.date))
    .slice(0, count)
    .map(({ date, name }) => `${shortDay(date, language)} ${name}`);
