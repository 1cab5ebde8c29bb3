import type { Days } from '../../../../platform/hours.js';
import type { Temporal } from '../../../../platform/time.js';
import { daysText, dayText } from '../../../../platform/words/dates.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Period } from '../report.js';
import { words } from '../words.js';

/** `16–22 November 2026`, `November 2026`, `3rd quarter of 2026`, `2026`. */
export function periodText(period: Period, days: Days, language: Language): string {
  const { from } = days;
  if (period === 'year') return String(from.year);
  if (period === 'quarter')
    return words.in(language).plain('period.quarterOf', { n: quarterOf(from), year: from.year });
  return daysText(days, language);
}

/** As short as an axis needs it. */
export function periodLabel(period: Period, { from }: Days, language: Language): string {
  switch (period) {
    case 'week':
      return dayText(from, language, { day: 'numeric', month: 'short' });
    case 'month':
      return dayText(from, language, { month: 'short', year: '2-digit' });
    case 'quarter':
      return words.in(language).plain('period.quarterShort', { n: quarterOf(from), year: String(from.year).slice(2) });
    case 'year':
      return String(from.year);
  }
}

const quarterOf = ({ month }: Temporal.PlainDate): number => Math.ceil(month / 3);
