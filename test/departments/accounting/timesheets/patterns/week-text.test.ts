import fc from 'fast-check';
import { readWeek, runsOf } from '../../../../../src/departments/accounting/timesheets/patterns/week-text.js';
import { typedWeek } from '../../../../../src/departments/accounting/timesheets/views/patterns.js';
import { words } from '../../../../../src/departments/accounting/timesheets/words.js';

const hours = (...amounts: number[]) => ({ minutes: amounts.map((amount) => amount * 60) });

describe('a working week as somebody types it', () => {
  it.each([
    ['mon-fri 8', hours(8, 8, 8, 8, 8, 0, 0)],
    ['lu-vi 7,5', hours(7.5, 7.5, 7.5, 7.5, 7.5, 0, 0)],
    ['mon-thu 8, fri 6:30', hours(8, 8, 8, 8, 6.5, 0, 0)],
    ['lun.–joi 8; vin. 6,5', hours(8, 8, 8, 8, 6.5, 0, 0)],
    ['mon 8\nwed 8', hours(8, 0, 8, 0, 0, 0, 0)],
    ['sâ-ma 4', hours(4, 4, 0, 0, 0, 4, 4)],
    ['tue 9-13:30', hours(0, 4.5, 0, 0, 0, 0, 0)],
    ['mon 0', hours(0, 0, 0, 0, 0, 0, 0)],
  ])('%j', (typed, read) => {
    expect(readWeek(typed)).toEqual(read);
  });

  it.each([
    ['', 'unreadableWeek'],
    [' , ', 'unreadableWeek'],
    ['40', 'unreadableWeek'],
    ['mon', 'unreadableWeek'],
    ['s 8', 'noWeekday'],
    ['payday 8', 'noWeekday'],
    ['mon 25', 'noWeekHours'],
    ['mon -8', 'noWeekHours'],
    ['mon 7,333', 'noWeekHours'],
    ['mon 22-6', 'noWeekHours'],
    ['mon-wed 8, tue 4', 'weekdayTwice'],
  ])('%j is told as %s', (typed, wrong) => {
    expect(readWeek(typed)).toMatchObject({ wrong });
  });

  it.each(['en', 'ro'] as const)('reads what the form itself shows, in %s', (language) => {
    const say = words.in(language);
    const week = fc.array(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(week, (minutes) => {
        expect(readWeek(typedWeek(say, minutes))).toEqual({ minutes });
      }),
    );
  });

  it('shows weekdays with the same hours together, and no free ones', () => {
    expect(runsOf([480, 480, 0, 480, 360, 0, 0])).toEqual([
      { from: 1, to: 2, minutes: 480 },
      { from: 4, to: 4, minutes: 480 },
      { from: 5, to: 5, minutes: 360 },
    ]);
  });
});
