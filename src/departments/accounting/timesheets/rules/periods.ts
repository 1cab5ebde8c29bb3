import { Temporal } from '../../../../platform/time.js';

/** Days, both inclusive. */
export interface Period {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
}

export type PeriodLength = 'week' | 'twoWeeks' | 'month';

/** How the company counts its periods. */
export interface Counting {
  period: PeriodLength;
  /** A day of the first of two weeks. */
  twoWeeksFrom: string;
}

export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/** The period that a day is in. Weeks are ISO's: they begin on Monday. */
export function periodOf(day: Temporal.PlainDate, { period, twoWeeksFrom }: Counting): Period {
  if (period === 'month') return { first: day.with({ day: 1 }), last: day.with({ day: day.daysInMonth }) };
  const monday = mondayOf(day);
  if (period === 'week') return { first: monday, last: monday.add({ days: 6 }) };
  const weeks = mondayOf(Temporal.PlainDate.from(twoWeeksFrom)).until(monday).days / 7;
  const first = weeks % 2 === 0 ? monday : monday.subtract({ days: 7 });
  return { first, last: first.add({ days: 13 }) };
}

/** That many periods later; below zero: earlier. */
export function periodAfter({ first, last }: Period, count: number, counting: Counting): Period {
  let period: Period = { first, last };
  for (let left = Math.abs(count); left > 0; left--) {
    const day = count > 0 ? period.last.add({ days: 1 }) : period.first.subtract({ days: 1 });
    period = periodOf(day, counting);
  }
  return period;
}

export function* daysOf({ first, last }: Period): Generator<Temporal.PlainDate> {
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) yield day;
}

export const isWithin = (day: Temporal.PlainDate, { first, last }: Period): boolean =>
  Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0;

/** `2026-W47`, `2026-11`: what can be typed for a period, also where periods are counted otherwise. Null: neither. */
export function readPeriod(text: string, counting: Counting): Period | null {
  const [, weekYear, week] = /^(\d{4})-?w(\d{1,2})$/i.exec(text.trim()) ?? [];
  if (weekYear !== undefined && week !== undefined) {
    const monday = mondayOfWeek(Number(weekYear), Number(week));
    return monday && periodOf(monday, counting);
  }
  const [, year, month] = /^(\d{4})-(\d{1,2})$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return periodOf(Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: 1 }), counting);
}

/** Null where the year has no such week. */
function mondayOfWeek(year: number, week: number): Temporal.PlainDate | null {
  const monday = mondayOf(Temporal.PlainDate.from({ year, month: 1, day: 4 })).add({ weeks: week - 1 });
  return week >= 1 && monday.yearOfWeek === year && monday.weekOfYear === week ? monday : null;
}

/** How a period is typed: the week it begins with, or its month. */
export function periodCode({ first, last }: Period): string {
  if (first.day === 1 && last.equals(first.with({ day: first.daysInMonth }))) return first.toString().slice(0, 7);
  return `${first.yearOfWeek}-W${String(first.weekOfYear).padStart(2, '0')}`;
}

export const compareDays = (one: Temporal.PlainDate, other: Temporal.PlainDate): number =>
  Temporal.PlainDate.compare(one, other);
