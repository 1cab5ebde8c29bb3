import { type Days, type HoursSlice, hourKinds, type Premium } from '../../../../platform/hours.js';
import { Temporal } from '../../../../platform/time.js';
import type { DayHours } from './day-hours.js';
import type { HourRules } from './hour-rules.js';
import { mondayOf } from './periods.js';
import { worthOf } from './premium-percent.js';
import { groupBy } from './weeks.js';

type Worth = Omit<HoursSlice, 'day' | 'kind'>;

/**
 * What hours are worth, by day. Overtime is counted over the whole weeks among `hours`, so callers pass the days around a
 * period too (`weeksAround`) and keep those of the period (`slicesWithin`).
 */
export function slicesOf(
  hours: readonly DayHours[],
  rules: HourRules,
  isHoliday: (day: Temporal.PlainDate) => boolean,
): HoursSlice[] {
  const slices = [...groupBy(daysOf(hours), ({ day }) => mondayOf(day).toString()).values()].flatMap((week) =>
    weekSlices(week, rules, isHoliday),
  );
  return slices.sort(inOrder);
}

/** Those of that period. */
export const slicesWithin = (slices: readonly HoursSlice[], { from, until }: Days): HoursSlice[] =>
  slices.filter(({ day }) => Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, until) <= 0);

/** One for each day and kind that has minutes, by day: whichever project they were for, a day is one day. */
function daysOf(hours: readonly DayHours[]): DayHours[] {
  const days = [...groupBy(hours, ({ day, kind }) => `${day} ${kind}`).values()].map((entries) => {
    const [{ day, kind }] = entries as [DayHours];
    return { day, kind, minutes: sumOf(entries, 'minutes'), nightMinutes: sumOf(entries, 'nightMinutes') };
  });
  if (days.some(({ minutes, nightMinutes }) => nightMinutes > minutes)) {
    throw new RangeError('a day has at most as many minutes at night as in all');
  }
  return days.filter(({ minutes }) => minutes > 0).sort((one, other) => byDay(one, other));
}

function weekSlices(
  week: readonly DayHours[],
  rules: HourRules,
  isHoliday: (day: Temporal.PlainDate) => boolean,
): HoursSlice[] {
  let untilWeekly = rules.weeklyOvertime?.afterMinutes ?? Infinity;
  return week.flatMap(({ day, kind, minutes, nightMinutes }): HoursSlice[] => {
    if (kind !== 'work') return [{ day, kind, minutes, percent: rules.absences[kind], premiums: [] }];
    const daily = Math.min(minutes, rules.dailyOvertime?.afterMinutes ?? Infinity);
    const weekly = Math.min(daily, untilWeekly);
    untilWeekly -= weekly;
    const allDay = premiumsOfDay(day, rules, isHoliday(day));
    const parts = partsOf({ minutes, nightMinutes, daily, weekly }, allDay, rules);
    return parts.map((part) => ({ day, kind, ...part }));
  });
}

/**
 * Cuts a day where a rule begins or ends. When in the day it was night isn't known, so the worker has the benefit of the
 * doubt: the night's minutes come first and the overtime last, and one minute counts as both only where it must.
 */
function partsOf(
  { minutes, nightMinutes, daily, weekly }: Record<'minutes' | 'nightMinutes' | 'daily' | 'weekly', number>,
  allDay: readonly Premium[],
  rules: HourRules,
): Worth[] {
  const cuts = [...new Set([0, nightMinutes, weekly, daily, minutes])].sort((one, other) => one - other);
  const parts = cuts.slice(1).map((end, place): Worth => {
    const start = cuts[place] ?? 0;
    const applying = new Set(allDay);
    if (start < nightMinutes) applying.add('night');
    if (start >= daily) applying.add('dailyOvertime');
    else if (start >= weekly) applying.add('weeklyOvertime');
    return { minutes: end - start, ...worthOf(applying, rules) };
  });
  return [...groupBy(parts, ({ percent, premiums }) => `${percent} ${premiums}`).values()].map((alike) => ({
    ...(alike[0] as Worth),
    minutes: sumOf(alike, 'minutes'),
  }));
}

function premiumsOfDay(day: Temporal.PlainDate, { weekend }: HourRules, isHoliday: boolean): Premium[] {
  const isWeekend = weekend?.days.includes(day.dayOfWeek) ?? false;
  return [...(isWeekend ? ['weekend' as const] : []), ...(isHoliday ? ['publicHoliday' as const] : [])];
}

const sumOf = <Key extends string>(items: readonly Record<Key, number>[], key: Key): number =>
  items.reduce((sum, item) => sum + item[key], 0);

const byDay = (one: Pick<HoursSlice, 'day'>, other: Pick<HoursSlice, 'day'>): number =>
  Temporal.PlainDate.compare(one.day, other.day);

const inOrder = (one: HoursSlice, other: HoursSlice): number =>
  byDay(one, other) ||
  hourKinds.indexOf(one.kind) - hourKinds.indexOf(other.kind) ||
  one.percent - other.percent ||
  one.premiums.join().localeCompare(other.premiums.join());
