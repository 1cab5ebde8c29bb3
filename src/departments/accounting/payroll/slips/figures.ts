import type { Temporal } from '../../../../platform/time.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Period } from '../payslip.js';

const locales: Record<Language, string> = { en: 'en-GB', ro: 'ro-RO' };

/** `25 November 2026`, `25 noiembrie 2026`. */
export const dayText = (day: Temporal.PlainDate, language: Language): string =>
  day.toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' });

/** `November 2026` where it is a whole month, else its first and last day. */
export function periodText({ from, until }: Period, language: Language): string {
  const isMonth = from.day === 1 && until.equals(from.add({ months: 1 }).subtract({ days: 1 }));
  if (isMonth) return from.toLocaleString(locales[language], { month: 'long', year: 'numeric' });
  return `${dayText(from, language)} – ${dayText(until, language)}`;
}

/** Hours and minutes as they were counted: `7:05`. A decimal would have to be rounded. */
export const hoursText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

export const percentText = (percent: number, language: Language): string =>
  `${percent.toLocaleString(locales[language], { maximumFractionDigits: 2 })} %`;
