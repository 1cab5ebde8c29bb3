import fc from 'fast-check';
import { hourRules } from '../../../../../src/departments/accounting/timesheets/rules/hour-rules.js';
import { roundMinutes } from '../../../../../src/departments/accounting/timesheets/rules/rounding.js';

const toMinutes = fc.constantFrom(1 as const, 5 as const, 6 as const, 10 as const, 15 as const, 30 as const);

describe('rounding', () => {
  it.each([
    [7, 'nearest', 0],
    [8, 'nearest', 15],
    [22, 'nearest', 15],
    [1, 'up', 15],
    [15, 'up', 15],
    [29, 'down', 15],
  ] as const)('to quarters makes %i minutes, %s, %i', (minutes, direction, rounded) => {
    expect(roundMinutes(minutes, { toMinutes: 15, direction })).toBe(rounded);
  });

  it('gives half a step to the worker', () => {
    expect(roundMinutes(5, { toMinutes: 10, direction: 'nearest' })).toBe(10);
  });

  it('lands on a step less than one step away, on its side', () => {
    fc.assert(
      fc.property(fc.nat(2000), toMinutes, (minutes, step) => {
        const [down, near, up] = (['down', 'nearest', 'up'] as const).map((direction) =>
          roundMinutes(minutes, { toMinutes: step, direction }),
        ) as [number, number, number];
        expect([down, near, up].every((rounded) => rounded % step === 0)).toBe(true);
        expect(minutes - down).toBeLessThan(step);
        expect(up - minutes).toBeLessThan(step);
        expect(down <= near && near <= up && down <= minutes && minutes <= up).toBe(true);
        expect(Math.abs(near - minutes)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });
});

describe('the rules of hours', () => {
  it('are whole where nothing was set', () => {
    expect(hourRules.parse({})).toEqual({
      dailyOvertime: null,
      weeklyOvertime: { afterMinutes: 2400, percent: 175 },
      night: { from: '22:00', to: '06:00', percent: 125 },
      weekend: { days: [6, 7], percent: 200 },
      publicHoliday: { percent: 200 },
      combine: 'highest',
      absences: { leave: 100, sick: 75, holiday: 100, unpaid: 0 },
      rounding: { toMinutes: 1, direction: 'nearest' },
      caps: { dayMinutes: 720, weekMinutes: 2880, over: 'warn' },
    });
  });

  it.each([
    ['a night that never ends', { night: { from: '22:00', to: '22:00', percent: 125 } }],
    ['an hour that no clock shows', { night: { from: '24:00', to: '06:00', percent: 125 } }],
    ['overtime that is paid less', { weeklyOvertime: { afterMinutes: 2400, percent: 99 } }],
    ['rounding to seven minutes', { rounding: { toMinutes: 7, direction: 'up' } }],
    ['an eighth weekday', { weekend: { days: [8], percent: 200 } }],
  ])('refuse %s', (_, rules) => {
    expect(hourRules.safeParse(rules).success).toBe(false);
  });
});
