import fc from 'fast-check';
import type { DayHours } from '../../../../../src/departments/accounting/timesheets/rules/day-hours.js';
import { hourRules } from '../../../../../src/departments/accounting/timesheets/rules/hour-rules.js';
import { hourKinds } from '../../../../../src/platform/hours.js';
import { Temporal } from '../../../../../src/platform/time.js';

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** Wednesday. */
export const start = day('2026-10-21');

export const worked = (on: string, minutes: number, nightMinutes = 0): DayHours => ({
  day: day(on),
  kind: 'work',
  minutes,
  nightMinutes,
});

/** Some weeks of somebody who keeps no usual hours. */
export const someHours = fc.array(
  fc
    .record({
      on: fc.nat(25),
      kind: fc.constantFrom(...hourKinds, 'work' as const, 'work' as const),
      minutes: fc.nat(700),
      night: fc.nat(700),
    })
    .map(
      ({ on, kind, minutes, night }): DayHours => ({
        day: start.add({ days: on }),
        kind,
        minutes,
        nightMinutes: kind === 'work' ? Math.min(minutes, night) : 0,
      }),
    ),
  { maxLength: 30 },
);

const percent = fc.integer({ min: 100, max: 300 });
const overtime = (max: number) => fc.option(fc.record({ afterMinutes: fc.nat(max), percent }));

export const someRules = fc
  .record({
    dailyOvertime: overtime(900),
    weeklyOvertime: overtime(3000),
    night: fc.option(fc.record({ from: fc.constant('22:00'), to: fc.constant('06:00'), percent })),
    weekend: fc.option(fc.record({ days: fc.constantFrom([6, 7], [5], [7, 1]), percent })),
    publicHoliday: fc.option(fc.record({ percent })),
    combine: fc.constantFrom('highest', 'sum'),
  })
  .map((rules) => hourRules.parse(rules));

export const someHolidays = fc
  .uniqueArray(fc.nat(25), { maxLength: 4 })
  .map((days) => new Set(days.map((after) => start.add({ days: after }).toString())));

/** How slices read in a test: `2026-10-21 work 480 × 100`. */
export const written = (
  slices: readonly { day: Temporal.PlainDate; kind: string; minutes: number; percent: number }[],
) => slices.map((slice) => `${slice.day} ${slice.kind} ${slice.minutes} × ${slice.percent}`);
