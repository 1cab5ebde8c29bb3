import fc from 'fast-check';
import { type DateRule, dateRule, nextDates } from '../../../src/platform/calendar/month-rules.js';
import type { WorkCalendar } from '../../../src/platform/calendar/work-calendar.js';
import { Temporal } from '../../../src/platform/time.js';
import { datesBy, firstMinutes, type OracleDay, yearsOf } from './month-oracle.js';
import { zones } from './wall-oracle.js';

const office = (timeZone: string, holidays: string[] = [], weekdays = [1, 2, 3, 4, 5]): WorkCalendar => ({
  timeZone,
  hours: Object.fromEntries(weekdays.map((day) => [day, { from: '09:00', to: '17:00' }])),
  holidays: new Set(holidays),
});
const bucharest = office('Europe/Bucharest', ['2026-11-30', '2026-12-01', '2026-12-25']);
const after = Temporal.Instant.from('2026-11-26T10:00:00Z');

const next = (on: DateRule, time = '09:00', calendar = bucharest, since = after, count = 5) =>
  nextDates({ on, time }, calendar, since, count).map((at) =>
    at
      .toZonedDateTimeISO(calendar.timeZone)
      .toString({ timeZoneName: 'never', offset: 'never', smallestUnit: 'minute' }),
  );

describe('payday', () => {
  it('on the 25th is on the working day before where that is a weekend or a holiday', () => {
    expect(next({ rule: 'dayOfMonth', day: 25, whenClosed: 'before' })).toEqual([
      '2026-12-24T09:00',
      '2027-01-25T09:00',
      '2027-02-25T09:00',
      '2027-03-25T09:00',
      '2027-04-23T09:00',
    ]);
  });

  it('is on the day after, or on that day all the same, where the office wants that', () => {
    expect(next({ rule: 'dayOfMonth', day: 25, whenClosed: 'after' })[0]).toBe('2026-12-28T09:00');
    expect(next({ rule: 'dayOfMonth', day: 25, whenClosed: 'same' })[0]).toBe('2026-12-25T09:00');
  });

  it('on the 31st is the last day of a shorter month', () => {
    expect(next({ rule: 'dayOfMonth', day: 31, whenClosed: 'same' }).slice(0, 4)).toEqual([
      '2026-11-30T09:00',
      '2026-12-31T09:00',
      '2027-01-31T09:00',
      '2027-02-28T09:00',
    ]);
  });

  it('on the last working day leaves out holidays, and so does the third before it', () => {
    expect(next({ rule: 'lastWorkingDay', minus: 0 }).slice(0, 2)).toEqual(['2026-11-27T09:00', '2026-12-31T09:00']);
    expect(next({ rule: 'lastWorkingDay', minus: 3 })[0]).toBe('2026-12-28T09:00');
  });

  it('on the third working day counts from the first one', () => {
    expect(next({ rule: 'nthWorkingDay', n: 3 })[0]).toBe('2026-12-04T09:00');
  });

  it('every second Friday keeps its rhythm over the years', () => {
    const rule: DateRule = { rule: 'everyNWeeks', weekday: 5, weeks: 2, from: '2026-11-20', whenClosed: 'before' };
    expect(next(rule)).toEqual([
      '2026-12-04T09:00',
      '2026-12-18T09:00',
      '2027-01-01T09:00',
      '2027-01-15T09:00',
      '2027-01-29T09:00',
    ]);
  });

  it('that is moved into the month before or after is neither lost nor doubled', () => {
    const calendar = office('Europe/Bucharest', ['2027-01-01']);
    const first: DateRule = { rule: 'dayOfMonth', day: 1, whenClosed: 'before' };
    expect(next(first, '09:00', calendar, Temporal.Instant.from('2026-12-31T06:00:00Z')).slice(0, 2)).toEqual([
      '2026-12-31T09:00',
      '2027-02-01T09:00',
    ]);
    const late: DateRule = { rule: 'dayOfMonth', day: 31, whenClosed: 'after' };
    expect(next(late, '09:00', calendar, Temporal.Instant.from('2027-02-01T06:00:00Z'))[0]).toBe('2027-02-01T09:00');
  });

  it('never comes where the office never opens, instead of being looked for for ever', () => {
    expect(next({ rule: 'lastWorkingDay', minus: 0 }, '09:00', office('UTC', [], []))).toEqual([]);
    expect(next({ rule: 'dayOfMonth', day: 5, whenClosed: 'after' }, '09:00', office('UTC', [], []))).toEqual([]);
  });

  it.each([
    { rule: 'dayOfMonth', day: 0, whenClosed: 'before' },
    { rule: 'dayOfMonth', day: 32, whenClosed: 'before' },
    { rule: 'lastWorkingDay', minus: -1 },
    { rule: 'nthWorkingDay', n: 0 },
    { rule: 'everyNWeeks', weekday: 8, weeks: 2, from: '2026-11-20', whenClosed: 'same' },
    { rule: 'everyNWeeks', weekday: 5, weeks: 2, from: '2026-02-30', whenClosed: 'same' },
  ])('is not taken as %j', (rule) => {
    expect(dateRule.safeParse(rule).success).toBe(false);
  });
});

const way = fc.constantFrom('before', 'after', 'same');
const anyRule: fc.Arbitrary<DateRule> = fc.oneof(
  fc.record({ rule: fc.constant('dayOfMonth'), day: fc.integer({ min: 1, max: 31 }), whenClosed: way }),
  fc.record({ rule: fc.constant('lastWorkingDay'), minus: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ rule: fc.constant('nthWorkingDay'), n: fc.integer({ min: 1, max: 23 }) }),
  fc.record({
    rule: fc.constant('everyNWeeks'),
    weekday: fc.integer({ min: 1, max: 7 }),
    weeks: fc.integer({ min: 1, max: 8 }),
    from: fc.date({ min: new Date('2023-01-01'), max: new Date('2025-06-30'), noInvalidDate: true }).map(isoDay),
    whenClosed: way,
  }),
) as fc.Arbitrary<DateRule>;
const anyTime = fc.oneof(
  fc.constantFrom('00:00', '00:30', '02:00', '02:30', '03:00', '23:59'),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
);

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

describe('in twenty zones, over three years', () => {
  const [from, until] = [2025, 2027];
  const days: OracleDay[] = yearsOf(from - 1, until + 1);

  it('each rule is due when a calendar and the clock on the wall, read by hand, say so', () => {
    const anyHolidays = fc.uniqueArray(fc.constantFrom(...days.map(({ text }) => text)), { maxLength: 60 });
    const anyWeek = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
    const anyZone = fc.constantFrom(...zones);
    fc.assert(
      fc.property(anyRule, anyTime, anyZone, anyHolidays, anyWeek, (on, time, zone, holidays, week) => {
        const start = Temporal.Instant.from(`${from}-01-01T12:00:00Z`);
        const found = nextDates({ on, time }, office(zone, holidays, week), start, 400)
          .map((at) => at.epochMilliseconds / 60_000)
          .filter((minute) => minute < Date.UTC(until + 1) / 60_000);
        const expected = firstMinutes(zone, datesBy(on, days, holidays, week), time)
          .filter((minute) => minute > start.epochMilliseconds / 60_000)
          .filter((minute) => minute < Date.UTC(until + 1) / 60_000);
        expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
