import fc from 'fast-check';
import {
  daysOf,
  isWithin,
  periodAfter,
  periodCode,
  periodOf,
  readPeriod,
} from '../../../../../src/departments/accounting/timesheets/rules/periods.js';
import { Temporal } from '../../../../../src/platform/time.js';

const lengths = ['week', 'twoWeeks', 'month'] as const;
const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: -4000, max: 9000 }).map((days) => day('2024-01-01').add({ days }));
const counting = (period: (typeof lengths)[number]) => ({ period, twoWeeksFrom: '2026-01-05' });
const text = ({ first, last }: { first: Temporal.PlainDate; last: Temporal.PlainDate }) => `${first} ${last}`;

describe('periods', () => {
  it.each([
    ['week', '2026-11-18', '2026-11-16 2026-11-22'],
    ['week', '2026-11-22', '2026-11-16 2026-11-22'],
    ['week', '2027-01-01', '2026-12-28 2027-01-03'],
    ['twoWeeks', '2026-01-05', '2026-01-05 2026-01-18'],
    ['twoWeeks', '2026-01-12', '2026-01-05 2026-01-18'],
    ['twoWeeks', '2026-01-04', '2025-12-22 2026-01-04'],
    ['month', '2028-02-10', '2028-02-01 2028-02-29'],
  ] as const)('by %s, %s is in %s', (length, on, expected) => {
    expect(text(periodOf(day(on), counting(length)))).toBe(expected);
  });

  it.each(lengths)('by %s, cover every day once and follow each other', (length) => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const period = periodOf(on, counting(length));
        expect(isWithin(on, period)).toBe(true);
        for (const other of daysOf(period)) expect(text(periodOf(other, counting(length)))).toBe(text(period));
        const next = periodAfter(period, 1, counting(length));
        expect(next.first.equals(period.last.add({ days: 1 }))).toBe(true);
        expect(text(periodAfter(next, -1, counting(length)))).toBe(text(period));
      }),
      { numRuns: 60 },
    );
  });

  it.each(lengths)('by %s, are found again by what they are called', (length) => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const period = periodOf(on, counting(length));
        const read = readPeriod(periodCode(period), counting(length));
        expect(read && text(read)).toBe(text(period));
      }),
      { numRuns: 60 },
    );
  });

  it('knows the year that has 53 weeks, and the one that has not', () => {
    expect(readPeriod('2026-W53', counting('week'))?.first.toString()).toBe('2026-12-28');
    expect(readPeriod('2027-W53', counting('week'))).toBeNull();
  });

  it.each(['2026-W00', '2026-W54', '2026-13', '2026-00', 'W47', 'soon', '', '2026'])('“%s” is no period', (typed) => {
    expect(readPeriod(typed, counting('week'))).toBeNull();
  });
});
