import fc from 'fast-check';
import type { Weekday, WorkCalendar } from '../../../src/platform/calendar/work-calendar.js';
import {
  addWorkingMinutes,
  isWorking,
  nextWorkingMoment,
  workingMinutesBetween,
} from '../../../src/platform/calendar/working-time.js';
import { Temporal } from '../../../src/platform/time.js';
import { changesIn, watch, zones } from './wall-oracle.js';

const week = (from: string, to: string): WorkCalendar['hours'] =>
  Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, { from, to }]));

const bucharest: WorkCalendar = {
  timeZone: 'Europe/Bucharest',
  hours: week('09:00', '17:00'),
  holidays: new Set(['2026-12-01']),
};
const at = (zoned: string) => Temporal.ZonedDateTime.from(`${zoned}[Europe/Bucharest]`).toInstant();

describe('working time', () => {
  it('counts an afternoon and the morning after it', () => {
    expect(workingMinutesBetween(bucharest, at('2026-11-26T16:30'), at('2026-11-27T09:45'))).toBe(75);
    expect(String(addWorkingMinutes(bucharest, at('2026-11-26T16:30'), 75))).toBe(String(at('2026-11-27T09:45')));
  });

  it('leaves out the weekend and a holiday', () => {
    expect(String(addWorkingMinutes(bucharest, at('2026-11-27T16:00'), 9 * 60 + 1))).toBe(
      String(at('2026-12-02T09:01')),
    );
    expect(String(nextWorkingMoment(bucharest, at('2026-11-30T17:00')))).toBe(String(at('2026-12-02T09:00')));
    expect(isWorking(bucharest, at('2026-12-01T12:00'))).toBe(false);
  });

  it('is open from the opening time until just before the closing time', () => {
    const times = ['08:59:59.999', '09:00', '16:59:59.999', '17:00'];
    expect(times.map((time) => isWorking(bucharest, at(`2026-11-26T${time}`)))).toEqual([false, true, true, false]);
  });

  it('puts a deadline that fills the day at its closing time', () => {
    expect(String(addWorkingMinutes(bucharest, at('2026-11-26T09:00'), 480))).toBe(String(at('2026-11-26T17:00')));
    expect(String(addWorkingMinutes(bucharest, at('2026-11-25T20:00'), 480))).toBe(String(at('2026-11-26T17:00')));
  });

  it('counts the hour that really passes when clocks go back or forward in working hours', () => {
    const nights = { ...bucharest, hours: { 7: { from: '02:00', to: '06:00' } }, holidays: new Set<string>() };
    expect(workingMinutesBetween(nights, at('2026-10-25T00:00'), at('2026-10-25T12:00'))).toBe(300);
    expect(workingMinutesBetween(nights, at('2026-03-29T00:00'), at('2026-03-29T12:00'))).toBe(180);
  });

  it('stays closed when clocks jump over all of the hours', () => {
    const short = { ...bucharest, hours: { 7: { from: '03:10', to: '03:50' } } };
    expect(String(nextWorkingMoment(short, at('2026-03-29T00:00')))).toBe(String(at('2026-04-05T03:10')));
  });

  it('says so when there is no working day at all', () => {
    const never = { ...bucharest, hours: {} };
    expect(() => nextWorkingMoment(never, at('2026-11-26T09:00'))).toThrow(RangeError);
    expect(() => addWorkingMinutes(never, at('2026-11-26T09:00'), 1)).toThrow(/no working day within 400 days/);
    expect(workingMinutesBetween(never, at('2026-11-26T09:00'), at('2026-11-27T09:00'))).toBe(0);
    expect(() => addWorkingMinutes(bucharest, at('2026-11-26T09:00'), -1)).toThrow(RangeError);
    expect(() => addWorkingMinutes(bucharest, at('2026-11-26T09:00'), Number.NaN)).toThrow(RangeError);
  });
});

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const opening = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 }))
  .map(([from, length]) => ({ from: clockTime(from), to: clockTime(Math.min(1439, from + length)) }));

/** Days close to a change of clocks come up as often as all others together. */
const scene = fc.constantFrom(...zones).chain((timeZone) => {
  const anyMinute = fc.integer({ min: Date.UTC(2005) / 60_000, max: Date.UTC(2035) / 60_000 });
  const changes = [...changesIn(timeZone, 2010, 2011), ...changesIn(timeZone, 2026, 2026)];
  const start = changes.length
    ? fc.oneof(
        anyMinute,
        fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -2880, max: 1440 })).map(([change, by]) => change + by),
      )
    : anyMinute;
  return fc.record({
    start,
    calendar: fc.record({
      timeZone: fc.constant(timeZone),
      hours: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), opening, { minKeys: 1 }),
      holidays: start.chain((minute) =>
        fc
          .subarray([0, 1, 2, 3])
          .map(
            (days) => new Set(days.map((day) => new Date((minute + day * 1440) * 60_000).toISOString().slice(0, 10))),
          ),
      ),
    }),
  });
});

const instant = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const inMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Walks minute by minute: a day opens once, when its clock first reads the opening time or later, and closes once. */
function openMinutes({ timeZone, hours, holidays }: WorkCalendar, from: number, count: number): boolean[] {
  const shiftOf = (day: number) => {
    const date = new Date(day * 1440 * 60_000);
    const shift = hours[(date.getUTCDay() || 7) as Weekday];
    const closed = !shift || holidays.has(date.toISOString().slice(0, 10));
    return closed ? { from: 0, to: 0 } : { from: inMinutes(shift.from), to: inMinutes(shift.to) };
  };
  const latest = new Map<number, number>();
  const open: boolean[] = [];
  let shiftDay = Number.NaN;
  let shift = { from: 0, to: 0 };
  watch(timeZone, from - 2 * 1440, from + count, (minute, wall) => {
    const day = Math.floor(wall / 1440);
    // The hand of the day's clock that never goes back.
    const hand = Math.max(wall - day * 1440, latest.get(day) ?? 0);
    latest.set(day, hand);
    if (day !== shiftDay) shift = shiftOf(day);
    shiftDay = day;
    if (minute >= from) open.push(hand >= shift.from && hand < shift.to);
  });
  return open;
}

describe('working time, in many zones and years', () => {
  it('is what one counts by looking at the clock every minute', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 3 * 1440 }), ({ calendar, start }, length) => {
        const open = openMinutes(calendar, start, length + 1);
        const counted = open.slice(0, length).filter(Boolean).length;
        expect(workingMinutesBetween(calendar, instant(start), instant(start + length))).toBe(counted);
        expect(isWorking(calendar, instant(start + length))).toBe(open[length]);
      }),
      { numRuns: 400 },
    );
  });

  it('adds what it subtracts, and lands within hours', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 6000 }), ({ calendar, start }, minutes) => {
        const end = addWorkingMinutes(calendar, instant(start), minutes);
        expect(workingMinutesBetween(calendar, instant(start), end)).toBe(minutes);
        expect(isWorking(calendar, end.subtract({ milliseconds: 1 }))).toBe(true);
        expect(workingMinutesBetween(calendar, end, instant(start))).toBe(-minutes);
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the same in one step or in two, and never earlier for more', () => {
    fc.assert(
      fc.property(
        scene,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 3000 }),
        ({ calendar, start }, first, second) => {
          const middle = addWorkingMinutes(calendar, instant(start), first);
          const end = addWorkingMinutes(calendar, middle, second);
          expect(String(end)).toBe(String(addWorkingMinutes(calendar, instant(start), first + second)));
          expect(Temporal.Instant.compare(middle, end)).toBeLessThanOrEqual(0);
          const later = addWorkingMinutes(calendar, instant(start + 7), first);
          expect(Temporal.Instant.compare(middle, later)).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('opens next at the first open minute', () => {
    fc.assert(
      fc.property(scene, ({ calendar, start }) => {
        const next = nextWorkingMoment(calendar, instant(start));
        expect(isWorking(calendar, next)).toBe(true);
        expect(workingMinutesBetween(calendar, instant(start), next)).toBe(0);
        const first = openMinutes(calendar, start, 3 * 1440).indexOf(true);
        if (first >= 0) expect(String(next)).toBe(String(instant(start + first)));
      }),
      { numRuns: 150 },
    );
  });
});
