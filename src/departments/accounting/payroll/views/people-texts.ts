import { moneyText } from '../../../../platform/money.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText as dayIn } from '../../../../platform/words/dates.js';
import { numberFormat } from '../../../../platform/words/formats.js';
import type { Terms } from '../employee.js';
import type { Shown } from '../service/import/plan.js';
import type { Say } from '../words.js';

/** `1 Nov 2026`, `1 nov. 2026`. */
export const dayText = ({ language }: Pick<Say, 'language'>, day: Temporal.PlainDate): string =>
  dayIn(day, language, { day: 'numeric', month: 'short', year: 'numeric' });

/** Hours as a decimal number: `37.5`, `37,5`. */
export const hoursText = ({ language }: Pick<Say, 'language'>, minutes: number): string =>
  numberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(minutes / 60);

/** A value as it stands in the list or on the payroll. Not escaped. */
export function shownText(say: Say, value: Shown): string {
  if (value === null) return say.plain('people.nothing');
  if (typeof value === 'string') return value;
  if (value instanceof Temporal.PlainDate) return dayText(say, value);
  return 'minutes' in value ? hoursText(say, value.minutes) : moneyText(value, say.language);
}

export const accountText = (say: Say, lastFour: string | null): string =>
  lastFour ? say.plain('people.ending', { last: lastFour }) : say.plain('people.noAccountYet');

/** What of terms a sentence puts in. */
export const termsValues = (say: Say, { from, jobTitle, rate, weeklyMinutes }: Omit<Terms, 'employeeNumber'>) => ({
  from: dayText(say, from),
  job: jobTitle,
  rate: moneyText(rate, say.language),
  hours: hoursText(say, weeklyMinutes),
});
