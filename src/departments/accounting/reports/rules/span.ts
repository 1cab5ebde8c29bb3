import type { Days } from '../../../../platform/hours.js';
import type { Temporal } from '../../../../platform/time.js';
import type { Comparison, Period } from '../report.js';

// Which days a report is about, and with which it is compared. Weeks begin on Monday.

const lengths: Record<Period, Temporal.DurationLike> = {
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};

/** The days of the period in which that day lies. */
export function periodAround(period: Period, day: Temporal.PlainDate): Days {
  const from = firstDay(period, day);
  return { from, until: from.add(lengths[period]).subtract({ days: 1 }) };
}

/** The newest period that is over on that day. */
export const lastPeriod = (period: Period, today: Temporal.PlainDate): Days =>
  periodAround(period, firstDay(period, today).subtract({ days: 1 }));

function firstDay(period: Period, day: Temporal.PlainDate): Temporal.PlainDate {
  switch (period) {
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
    case 'year':
      return day.with({ day: 1, month: 1 });
  }
}

/** Nearest first: the first is the period before. */
export const comparisonsOf: Readonly<Record<Period, readonly Comparison[]>> = {
  week: ['week', 'fourWeeks', 'year'],
  month: ['month', 'year'],
  quarter: ['quarter', 'year'],
  year: ['year'],
};

/** A week is compared with weeks, 4 and 52 before it, so that each has the same weekdays. */
export const comparedWith = (period: Period, { from }: Days, comparison: Comparison): Days =>
  periodAround(period, from.subtract(period === 'week' && comparison === 'year' ? { weeks: 52 } : back[comparison]));

const back: Record<Comparison, Temporal.DurationLike> = { ...lengths, fourWeeks: { weeks: 4 } };

const shownPeriods: Record<Period, number> = { week: 13, month: 13, quarter: 9, year: 5 };

/** What the picture shows: the periods up to this one, the oldest first; so many that the same one of a year ago is in it. */
export function pastPeriods(period: Period, days: Days): Days[] {
  const past = [days];
  while (past.length < shownPeriods[period]) {
    past.push(periodAround(period, (past.at(-1) ?? days).from.subtract({ days: 1 })));
  }
  return past.reverse();
}
