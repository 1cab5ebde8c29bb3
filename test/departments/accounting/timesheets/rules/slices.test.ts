import fc from 'fast-check';
import type { DayHours } from '../../../../../src/departments/accounting/timesheets/rules/day-hours.js';
import { type HourRules, hourRules } from '../../../../../src/departments/accounting/timesheets/rules/hour-rules.js';
import { slicesOf, slicesWithin } from '../../../../../src/departments/accounting/timesheets/rules/slices.js';
import { weeksAround } from '../../../../../src/departments/accounting/timesheets/rules/weeks.js';
import type { HoursSlice } from '../../../../../src/platform/hours.js';
import { day, someHolidays, someHours, someRules, start, worked, written } from './samples.js';

const usual = hourRules.parse({});
const never = () => false;
const workdays = ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'];

/** What all of it is worth, minute by minute along each week, in hundredths of a plain minute. */
function worthByTheMinute(hours: readonly DayHours[], rules: HourRules, holidays: ReadonlySet<string>): number {
  let [worth, plainThisWeek, week] = [0, 0, ''];
  for (let at = start; at.until(start.add({ days: 30 })).days > 0; at = at.add({ days: 1 })) {
    const thisWeek = `${at.yearOfWeek}-${at.weekOfYear}`;
    if (thisWeek !== week) [plainThisWeek, week] = [0, thisWeek];
    const today = hours.filter(({ day: on }) => on.equals(at));
    const night = today.reduce((sum, { nightMinutes }) => sum + nightMinutes, 0);
    let passed = 0;
    for (const { kind, minutes } of today) {
      if (kind !== 'work') worth += minutes * { leave: 100, sick: 75, holiday: 100, unpaid: 0 }[kind];
      for (let minute = 0; kind === 'work' && minute < minutes; minute++, passed++) {
        const above = [0];
        if (rules.dailyOvertime && passed >= rules.dailyOvertime.afterMinutes)
          above.push(rules.dailyOvertime.percent - 100);
        else if (rules.weeklyOvertime && plainThisWeek >= rules.weeklyOvertime.afterMinutes)
          above.push(rules.weeklyOvertime.percent - 100);
        else plainThisWeek++;
        if (rules.night && passed < night) above.push(rules.night.percent - 100);
        if (rules.weekend?.days.includes(at.dayOfWeek)) above.push(rules.weekend.percent - 100);
        if (rules.publicHoliday && holidays.has(at.toString())) above.push(rules.publicHoliday.percent - 100);
        worth += 100 + (rules.combine === 'sum' ? above.reduce((sum, part) => sum + part, 0) : Math.max(...above));
      }
    }
  }
  return worth;
}

const worthOf = (slices: readonly HoursSlice[]) =>
  slices.reduce((sum, slice) => sum + slice.minutes * slice.percent, 0);

describe('what hours are worth', () => {
  it('is the plain rate in a usual week', () => {
    const week = workdays.map((on) => worked(on, 480));
    expect(written(slicesOf(week, usual, never))).toEqual(workdays.map((on) => `${on} work 480 × 100`));
  });

  it('rises when the week has had its forty hours', () => {
    const week = workdays.map((on) => worked(on, 540));
    expect(written(slicesOf(week, usual, never)).slice(-2)).toEqual([
      '2026-10-23 work 240 × 100',
      '2026-10-23 work 300 × 175',
    ]);
  });

  it('counts a long day once, as the day or as the week', () => {
    const rules = hourRules.parse({ dailyOvertime: { afterMinutes: 480, percent: 150 } });
    const week = workdays.map((on) => worked(on, 600));
    const slices = slicesOf([...week, worked('2026-10-24', 60)], { ...rules, weekend: null }, never);
    expect(written(slices).slice(-3)).toEqual([
      '2026-10-23 work 480 × 100',
      '2026-10-23 work 120 × 150',
      '2026-10-24 work 60 × 175',
    ]);
    expect(slices.at(-1)?.premiums).toEqual(['weeklyOvertime']);
  });

  it('gives the highest of what applies, or all of it together', () => {
    const saturdayNight = [worked('2026-10-24', 300, 120)];
    expect(written(slicesOf(saturdayNight, usual, never))).toEqual(['2026-10-24 work 300 × 200']);
    const summed = slicesOf(saturdayNight, hourRules.parse({ combine: 'sum' }), () => true);
    expect(written(summed)).toEqual(['2026-10-24 work 180 × 300', '2026-10-24 work 120 × 325']);
    expect(summed[1]?.premiums).toEqual(['night', 'weekend', 'publicHoliday']);
  });

  it('lets the worker have the night and the overtime apart where both fit into the day', () => {
    const rules = hourRules.parse({ dailyOvertime: { afterMinutes: 480, percent: 150 } });
    expect(written(slicesOf([worked('2026-10-21', 600, 480)], rules, never))).toEqual([
      '2026-10-21 work 480 × 125',
      '2026-10-21 work 120 × 150',
    ]);
  });

  it('pays absences by their kind, and they bring nobody into overtime', () => {
    const sick: DayHours = { day: day('2026-10-19'), kind: 'sick', minutes: 480, nightMinutes: 0 };
    const week = [sick, ...workdays.slice(1).map((on) => worked(on, 540))];
    expect(written(slicesOf(week, usual, never))).toEqual([
      '2026-10-19 sick 480 × 75',
      ...workdays.slice(1).map((on) => `${on} work 540 × 100`),
    ]);
  });

  it('is the same when added up minute by minute', () => {
    fc.assert(
      fc.property(someHours, someRules, someHolidays, (hours, rules, holidays) => {
        const slices = slicesOf(hours, rules, (on) => holidays.has(on.toString()));
        expect(worthOf(slices)).toBe(worthByTheMinute(hours, rules, holidays));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps each day and kind its minutes, whichever order they come in', () => {
    const minutesOf = (entries: readonly Pick<DayHours, 'day' | 'kind' | 'minutes'>[]) => {
      const sums: Record<string, number> = {};
      for (const { day: on, kind, minutes } of entries) {
        if (minutes > 0) sums[`${on} ${kind}`] = (sums[`${on} ${kind}`] ?? 0) + minutes;
      }
      return sums;
    };
    fc.assert(
      fc.property(someHours, someRules, fc.infiniteStream(fc.nat()), (hours, rules, dice) => {
        const slices = slicesOf(hours, rules, never);
        expect(minutesOf(slices)).toEqual(minutesOf(hours));
        const shuffled = hours
          .map((entry) => ({ entry, at: dice.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at);
        expect(
          slicesOf(
            shuffled.map(({ entry }) => entry),
            rules,
            never,
          ),
        ).toEqual(slices);
        expect(slices.every(({ minutes }) => Number.isInteger(minutes) && minutes > 0)).toBe(true);
      }),
    );
  });

  it('of a period needs only the weeks around it', () => {
    fc.assert(
      fc.property(someHours, someRules, fc.nat(25), fc.nat(25), (hours, rules, from, length) => {
        const period = { from: start.add({ days: from }), until: start.add({ days: from + length }) };
        const { from: first, until: last } = weeksAround(period);
        const near = hours.filter(({ day: on }) => first.until(on).days >= 0 && on.until(last).days >= 0);
        const whole = slicesOf(hours, rules, never);
        expect(slicesWithin(slicesOf(near, rules, never), period)).toEqual(slicesWithin(whole, period));
      }),
    );
  });

  it('comes to the whole when a period is cut in two, as at the end of a month', () => {
    fc.assert(
      fc.property(someHours, someRules, fc.integer({ min: 0, max: 24 }), (hours, rules, cut) => {
        const paid = (from: number, until: number) => {
          const period = { from: start.add({ days: from }), until: start.add({ days: until }) };
          const weeks = weeksAround(period);
          const near = hours.filter(({ day: on }) => weeks.from.until(on).days >= 0 && on.until(weeks.until).days >= 0);
          return slicesWithin(slicesOf(near, rules, never), period);
        };
        expect([...paid(0, cut), ...paid(cut + 1, 25)]).toEqual(paid(0, 25));
      }),
    );
  });

  it('refuses more minutes of night than of the day, which no clock gives', () => {
    expect(() => slicesOf([worked('2026-10-21', 60, 61)], usual, never)).toThrow(RangeError);
  });
});
