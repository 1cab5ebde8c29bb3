import type { Temporal } from '../../../../platform/time.js';
import type { Period } from '../payslip.js';

const PAYDAY = 10;

export const monthOf = (month: Temporal.PlainYearMonth): Period => ({
  from: month.toPlainDate({ day: 1 }),
  until: month.toPlainDate({ day: month.daysInMonth }),
});

/** The tenth of the next month, or the working day before. It is only offered: whoever prepares the run chooses. */
export function paydayAfter({ until }: Period, holidays: ReadonlySet<string>): Temporal.PlainDate {
  const isFree = (day: Temporal.PlainDate) => day.dayOfWeek > 5 || holidays.has(day.toString());
  let day = until.add({ months: 1 }).with({ day: PAYDAY });
  while (isFree(day) && day.day > 1) day = day.subtract({ days: 1 });
  return day;
}
