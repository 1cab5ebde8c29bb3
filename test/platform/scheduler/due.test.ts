import fc from 'fast-check';
import { rhythmOf } from '../../../src/platform/scheduler/due.js';
import { Temporal } from '../../../src/platform/time.js';
import { changesIn, zones } from '../calendar/wall-oracle.js';
import { asCron, type Line, ringsBetween } from './cron-oracle.js';

const dueBetween = (cron: string, zone: string, from: string, to: string) =>
  rhythmOf({ cron, zone })(Temporal.Instant.from(from), Temporal.Instant.from(to)).map((at) =>
    at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' }),
  );

describe('due times', () => {
  it('come every working day at nine, summer and winter', () => {
    const due = dueBetween('0 9 * * MON-FRI', 'Europe/Bucharest', '2026-10-22T20:00:00Z', '2026-10-27T12:00:00Z');
    expect(due).toEqual(['2026-10-23T09:00:00+03:00', '2026-10-26T09:00:00+02:00', '2026-10-27T09:00:00+02:00']);
  });

  it('in the hour that is jumped over come right after it', () => {
    const due = dueBetween('30 2 * * *', 'America/New_York', '2026-03-07T12:00:00Z', '2026-03-09T12:00:00Z');
    expect(due).toEqual(['2026-03-08T03:00:00-04:00', '2026-03-09T02:30:00-04:00']);
  });

  it('in the hour that is repeated come once, the first time', () => {
    const due = dueBetween('30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', '2026-11-02T12:00:00Z');
    expect(due).toEqual(['2026-11-01T01:30:00-04:00', '2026-11-02T01:30:00-05:00']);
  });

  it('on a day that a country left out come at the beginning of the next', () => {
    const due = dueBetween('0 10 30 12 *', 'Pacific/Apia', '2011-12-29T00:00:00Z', '2012-01-01T00:00:00Z');
    expect(due).toEqual(['2011-12-31T00:00:00+14:00']);
  });

  it('know the last day of a month, names, steps and ranges', () => {
    const in2028 = (cron: string) => dueBetween(cron, 'UTC', '2028-01-31T12:00:00Z', '2028-03-31T12:00:00Z');
    expect(in2028('0 8 L * *')).toEqual(['2028-02-29T08:00:00+00:00', '2028-03-31T08:00:00+00:00']);
    expect(in2028('10-50/20 6 1 FEB,MAR *')).toHaveLength(6);
    expect(in2028('0 0 1 * SUN')).toHaveLength(10);
    expect(in2028('0 0 */2 * SUN')).toHaveLength(4);
  });

  it('of an interval are counted from the same moment everywhere', () => {
    const due = rhythmOf({ everyMinutes: 20 });
    const between = due(Temporal.Instant.from('2026-11-23T09:00:00Z'), Temporal.Instant.from('2026-11-23T10:00:00Z'));
    expect(between.map(String)).toEqual(['2026-11-23T09:20:00Z', '2026-11-23T09:40:00Z', '2026-11-23T10:00:00Z']);
    expect(due(Temporal.Instant.from('2026-11-23T10:00:00Z'), Temporal.Instant.from('2026-11-23T09:00:00Z'))).toEqual(
      [],
    );
  });

  it.each([
    '* * * *',
    '0 0 9 * * *',
    '61 * * * *',
    'H * * * *',
    '0 9 * * 5L',
    '0 9 * * 1#2',
    '@daily',
    '0 9 31 2 *',
    '',
  ])('refuse "%s"', (cron) => expect(() => rhythmOf({ cron, zone: 'UTC' })).toThrow());

  it('refuse a zone that does not exist, and an interval that is none', () => {
    expect(() => rhythmOf({ cron: '0 9 * * *', zone: 'Europe/Atlantis' })).toThrow(RangeError);
    expect(() => rhythmOf({ everyMinutes: 0 })).toThrow(RangeError);
    expect(() => rhythmOf({ everyMinutes: 1.5 })).toThrow(RangeError);
  });
});

const minutesOf = (instants: Temporal.Instant[]) => instants.map((at) => at.epochMilliseconds / 60_000);
const instant = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const startOf = (year: number) => Date.UTC(year) / 60_000;
const daily: Line = { minutes: null, hours: null, days: null, months: null, weekdays: null };

describe('due times, in many zones and years', () => {
  it.each([...zones])('ring as the clock on the wall in %s does, for three years', (zone) => {
    const line = { ...daily, minutes: [0, 30, 59], hours: [0, 1, 2, 3, 23] };
    // From the last minute of one year: a due time belongs to the stretch that it ends.
    const due = rhythmOf({ cron: asCron(line), zone })(instant(startOf(2024) - 1), instant(startOf(2027) - 1));
    expect(minutesOf(due)).toEqual(ringsBetween(zone, line, startOf(2024), startOf(2027)));
  });

  const some = (from: number, to: number) =>
    fc.option(fc.uniqueArray(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 4 }));
  const anyLine: fc.Arbitrary<Line> = fc.record({
    minutes: some(0, 59),
    hours: some(0, 23),
    days: some(1, 28),
    months: some(1, 12),
    weekdays: some(0, 6),
  });
  const stretch = fc.constantFrom(...zones).chain((zone) => {
    const changes = [...changesIn(zone, 2011, 2011), ...changesIn(zone, 2026, 2026), startOf(2026)];
    return fc.record({
      zone: fc.constant(zone),
      from: fc
        .tuple(fc.constantFrom(...changes), fc.integer({ min: -2880, max: 1440 }))
        .map(([change, by]) => change + by),
      length: fc.integer({ min: 1, max: 3 * 1440 }),
    });
  });

  it('ring as the clock on the wall does around every change of clocks, for any line', () => {
    fc.assert(
      fc.property(anyLine, stretch, (line, { zone, from, length }) => {
        const due = rhythmOf({ cron: asCron(line), zone })(instant(from - 1), instant(from + length - 1));
        expect(minutesOf(due)).toEqual(ringsBetween(zone, line, from, from + length));
      }),
      { numRuns: 200 },
    );
  });

  it('are the same however often one looks', () => {
    fc.assert(
      fc.property(anyLine, stretch, fc.nat(100), (line, { zone, from, length }, share) => {
        const due = rhythmOf({ cron: asCron(line), zone });
        const middle = from + Math.floor((length * share) / 100);
        const halves = [...due(instant(from), instant(middle)), ...due(instant(middle), instant(from + length))];
        expect(minutesOf(halves)).toEqual(minutesOf(due(instant(from), instant(from + length))));
      }),
      { numRuns: 100 },
    );
  });
});
