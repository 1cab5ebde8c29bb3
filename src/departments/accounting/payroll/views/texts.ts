import type { Temporal } from '../../../../platform/time.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Period } from '../payslip.js';

const locales: Record<Language, string> = { en: 'en-GB', ro: 'ro-RO' };

/** `26 November 2026`, `26 noiembrie 2026`. */
export const dayLong = (day: Temporal.PlainDate, language: Language): string =>
  day.toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' });

/** `1–30 November 2026`; whatever the two days have in common is said once. */
export function periodText({ from, until }: Period, language: Language): string {
  const parts =
    from.year !== until.year
      ? ({ day: 'numeric', month: 'long', year: 'numeric' } as const)
      : from.month !== until.month
        ? ({ day: 'numeric', month: 'long' } as const)
        : ({ day: 'numeric' } as const);
  return `${from.toLocaleString(locales[language], parts)} – ${dayLong(until, language)}`;
}

/** `7:30`: hours and minutes. */
export function hoursText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '−' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}

/** `12.5 %`, `12,5 %`: of basis points. */
export const shareText = (basisPoints: number, language: Language): string =>
  `${(basisPoints / 100).toLocaleString(locales[language], { maximumFractionDigits: 2 })} %`;
