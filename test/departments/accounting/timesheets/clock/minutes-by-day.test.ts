import fc from 'fast-check';
import { minutesByDay } from '../../../../../src/departments/accounting/timesheets/clock/minutes-by-day.js';
import type { Stint } from '../../../../../src/departments/accounting/timesheets/clock/stint.js';
import { hourRules } from '../../../../../src/departments/accounting/timesheets/rules/hour-rules.js';
import { roundMinutes } from '../../../../../src/departments/accounting/timesheets/rules/rounding.js';
import { Temporal } from '../../../../../src/platform/time.js';
import { changesIn, watch, zones } from '../../../../platform/calendar/wall-oracle.js';

const rules = hourRules.parse({});
const here = 'Europe/Bucharest';

const stint = (startedAt: Temporal.Instant, endedAt: Temporal.Instant | null, fields: Partial<Stint> = {}): Stint => ({
  id: 'a stint',
  personId: 'U1',
  projectId: null,
  kind: 'work',
  startedAt,
  endedAt,
  endedBy: endedAt && 'person',
  askedAt: null,
  ...fields,
});

const at = (wall: string) => Temporal.ZonedDateTime.from(`${wall}[${here}]`).toInstant();
const shift = (from: string, to: string, fields?: Partial<Stint>) => stint(at(from), at(to), fields);
const read = (stints: readonly Stint[], by = rules) =>
  minutesByDay(stints, here, by).map(({ day, projectId, minutes, nightMinutes }) =>
    [day, projectId, minutes, nightMinutes && `(${nightMinutes})`].filter(Boolean).join(' '),
  );

describe('the minutes of a day', () => {
  it('are those at work, by project', () => {
    const day = [
      shift('2026-11-26T09:00:59', '2026-11-26T12:00', { projectId: 'till' }),
      shift('2026-11-26T12:00', '2026-11-26T12:30', { kind: 'break', projectId: 'till' }),
      shift('2026-11-26T12:30', '2026-11-26T14:00', { projectId: 'till' }),
      shift('2026-11-26T14:00', '2026-11-26T17:00'),
      stint(at('2026-11-26T18:00'), null),
    ];
    expect(read(day)).toEqual(['2026-11-26 180', '2026-11-26 till 270']);
  });

  it('are cut at midnight, where one day ends and the night goes on', () => {
    expect(read([shift('2026-11-26T20:30', '2026-11-27T07:15')])).toEqual([
      '2026-11-26 210 (120)',
      '2026-11-27 435 (360)',
    ]);
  });

  it('are those that pass, in the nights when clocks change', () => {
    expect(read([shift('2026-03-28T22:00', '2026-03-29T06:00')])).toEqual([
      '2026-03-28 120 (120)',
      '2026-03-29 300 (300)',
    ]);
    expect(read([shift('2026-10-24T22:00', '2026-10-25T06:00')])).toEqual([
      '2026-10-24 120 (120)',
      '2026-10-25 420 (420)',
    ]);
  });

  it('know no night where the company pays none', () => {
    expect(read([shift('2026-11-26T20:30', '2026-11-26T23:30')], { ...rules, night: null })).toEqual([
      '2026-11-26 180',
    ]);
  });

  it('are rounded stint by stint, and stay on their day', () => {
    const quarters = hourRules.parse({ rounding: { toMinutes: 15, direction: 'up' } });
    const evening = [shift('2026-11-26T09:00', '2026-11-26T09:01'), shift('2026-11-26T20:05', '2026-11-26T23:58')];
    expect(read(evening, quarters)).toEqual(['2026-11-26 255 (125)']);
    const down = hourRules.parse({ rounding: { toMinutes: 30, direction: 'down' } });
    expect(read([shift('2026-11-26T20:45', '2026-11-27T00:10')], down)).toEqual(['2026-11-26 180 (105)']);
    expect(read([shift('2026-11-26T09:00', '2026-11-26T09:29')], down)).toEqual([]);
  });
});

const instant = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const inMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minute by minute from what the wall reads; where clocks go back, a day and its hours never do. */
function countedByTheWall(zone: string, from: number, to: number, night: { from: string; to: string }) {
  const counted: Record<string, [number, number]> = {};
  let [day, hand] = [-Infinity, 0];
  const [begin, end] = [inMinutes(night.from), inMinutes(night.to)];
  watch(zone, from - 2 * 1440, to, (minute, wall) => {
    const today = Math.max(day, Math.floor(wall / 1440));
    // A date that is over on the wall already isn't begun again.
    hand = today > day ? wall - today * 1440 : Math.max(hand, wall - today * 1440);
    day = today;
    if (minute < from) return;
    const isNight = begin < end ? begin <= hand && hand < end : hand >= begin || hand < end;
    const date = new Date(day * 1440 * 60_000).toISOString().slice(0, 10);
    const [sum, nights] = counted[date] ?? [0, 0];
    counted[date] = [sum + 1, nights + (isNight ? 1 : 0)];
  });
  return counted;
}

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const night = fc.oneof(
  fc.constant({ from: '22:00', to: '06:00' }),
  fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
);

/** Shifts close to a change of clocks come up as often as all others together. */
const scene = fc.constantFrom(...zones).chain((zone) => {
  const any = fc.integer({ min: Date.UTC(2009) / 60_000, max: Date.UTC(2030) / 60_000 });
  const changes = [...changesIn(zone, 2010, 2011), ...changesIn(zone, 2026, 2026)];
  const around = fc.integer({ min: -1440, max: 600 });
  const near = (change: number) => around.map((by) => change + by);
  const from = changes.length > 0 ? fc.oneof(any, fc.constantFrom(...changes).chain(near)) : any;
  return fc.record({ zone: fc.constant(zone), from, length: fc.integer({ min: 1, max: 1440 }), night });
});

describe('the minutes of any shift', () => {
  it('are those that the clock on the wall shows, in every zone, also when clocks change', () => {
    fc.assert(
      fc.property(scene, ({ zone, from, length, night: hours }) => {
        const by = hourRules.parse({ night: { ...hours, percent: 125 } });
        const days = minutesByDay([stint(instant(from), instant(from + length))], zone, by);
        const counted = Object.fromEntries(days.map((day) => [day.day.toString(), [day.minutes, day.nightMinutes]]));
        expect(counted).toEqual(countedByTheWall(zone, from, from + length, hours));
      }),
      { numRuns: 1000 },
    );
  });

  it('come to what each stint is rounded to', () => {
    const rounding = fc.record({
      toMinutes: fc.constantFrom(1 as const, 5 as const, 6 as const, 10 as const, 15 as const, 30 as const),
      direction: fc.constantFrom('nearest' as const, 'up' as const, 'down' as const),
    });
    fc.assert(
      fc.property(fc.array(scene, { maxLength: 4 }), rounding, (scenes, how) => {
        const stints = scenes.map(({ from, length }) => stint(instant(from), instant(from + length)));
        const days = minutesByDay(stints, here, { ...rules, rounding: how });
        const sum = days.reduce((total, { minutes }) => total + minutes, 0);
        expect(sum).toBe(scenes.reduce((total, { length }) => total + roundMinutes(length, how), 0));
        expect(
          days.every(({ minutes, nightMinutes }) => minutes > 0 && nightMinutes >= 0 && nightMinutes <= minutes),
        ).toBe(true);
      }),
    );
  });
});
