import type { Days } from '../hours.js';
import type { Temporal } from '../time.js';
import { dayFormat } from './formats.js';
import type { Language } from './words.js';

// Days and amounts of time as plain text, in the language of whoever reads them.

const longDay = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** `26 November 2026`, unless other parts are given. */
export const dayText = (
  day: Temporal.PlainDate,
  language: Language,
  parts: Intl.DateTimeFormatOptions = longDay,
): string => dayFormat(language, parts).format(midnight(day));

/** `November 2026` where it is a whole month, else `16–22 November 2026`: what both days have in common is said once. */
export function daysText({ from, until }: Days, language: Language): string {
  const isMonth = from.day === 1 && until.equals(from.with({ day: from.daysInMonth }));
  if (isMonth) return dayText(from, language, { month: 'long', year: 'numeric' });
  // Thin spaces, which some fonts lack.
  return dayFormat(language, longDay).formatRange(midnight(from), midnight(until)).replaceAll('\u2009', ' ');
}

const midnight = (day: Temporal.PlainDate): Date => new Date(`${day}T00:00:00Z`);

/** `7:30`: hours and minutes. */
export function hoursText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '−' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
