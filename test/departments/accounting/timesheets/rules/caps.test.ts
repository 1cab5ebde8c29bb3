import fc from 'fast-check';
import { breachesOf } from '../../../../../src/departments/accounting/timesheets/rules/caps.js';
import { hourRules } from '../../../../../src/departments/accounting/timesheets/rules/hour-rules.js';
import { day, someHours, worked } from './samples.js';

const usual = hourRules.parse({});
const leave = (on: string, minutes: number) => ({ day: day(on), kind: 'leave' as const, minutes, nightMinutes: 0 });
const read = (breaches: ReturnType<typeof breachesOf>) =>
  breaches.map(({ cap, day: on, minutes, most, over }) => `${cap} ${on} ${minutes} > ${most} ${over}`);

describe('too many hours', () => {
  it('are pointed out for the day and for the week', () => {
    const week = ['19', '20', '21', '22'].map((date) => worked(`2026-10-${date}`, 721));
    expect(read(breachesOf(week, usual))).toEqual([
      'day 2026-10-19 721 > 720 warn',
      'day 2026-10-20 721 > 720 warn',
      'day 2026-10-21 721 > 720 warn',
      'day 2026-10-22 721 > 720 warn',
      'week 2026-10-19 2884 > 2880 warn',
    ]);
  });

  it('are refused where the office says so', () => {
    const strict = hourRules.parse({ caps: { over: 'refuse', dayMinutes: 480 } });
    expect(read(breachesOf([worked('2026-10-21', 300), worked('2026-10-21', 181)], strict))).toEqual([
      'day 2026-10-21 481 > 480 refuse',
    ]);
  });

  it('are none where a day is as long as the rules allow, or long by leave', () => {
    expect(breachesOf([worked('2026-10-21', 720), leave('2026-10-21', 480)], usual)).toEqual([]);
  });

  it('are always refused beyond what the clock gives', () => {
    expect(read(breachesOf([worked('2026-10-21', 700), leave('2026-10-21', 741)], usual))).toEqual([
      'day 2026-10-21 1441 > 1440 refuse',
    ]);
  });

  it.each([
    ['in spring', '2026-03-29', 1380],
    ['in autumn', '2026-10-25', 1500],
  ])('are measured by the real day when clocks change %s', (_, on, most) => {
    expect(breachesOf([leave(on, most)], usual, 'Europe/Bucharest')).toEqual([]);
    expect(read(breachesOf([leave(on, most + 1)], usual, 'Europe/Bucharest'))).toEqual([
      `day ${on} ${most + 1} > ${most} refuse`,
    ]);
  });

  it('never depend on how a day is cut into projects', () => {
    fc.assert(
      fc.property(someHours, (hours) => {
        const halves = hours.flatMap((entry) => {
          const half = Math.floor(entry.minutes / 2);
          return [
            { ...entry, minutes: half },
            { ...entry, minutes: entry.minutes - half },
          ];
        });
        expect(breachesOf(halves.reverse(), usual)).toEqual(breachesOf(hours, usual));
      }),
    );
  });
});
