import fc from 'fast-check';
import { putDay, putIn, shifted } from '../../../../../src/departments/accounting/timesheets/rules/entries.js';
import { spanOn } from '../../../../../src/departments/accounting/timesheets/rules/spans.js';
import type { Entry } from '../../../../../src/departments/accounting/timesheets/sheet.js';
import { Temporal } from '../../../../../src/platform/time.js';

const monday = Temporal.PlainDate.from('2026-11-16');
const entry = (shift: number, minutes: number, more: Partial<Entry> = {}): Entry => ({
  day: monday.add({ days: shift }),
  kind: 'work',
  projectId: null,
  minutes,
  nightMinutes: 0,
  note: null,
  ...more,
});
const short = (entries: readonly Entry[]) =>
  entries.map(({ day, minutes, projectId, kind, note }) =>
    [day.day, minutes, projectId ?? kind, note].join(' ').trim(),
  );

describe('what is written into a sheet', () => {
  const before = [entry(0, 480, { projectId: 'web', note: 'morning' }), entry(0, 60), entry(1, 480)];

  it('takes the place of what stood there for the same thing, and nothing else', () => {
    expect(short(putIn(before, [entry(0, 240, { projectId: 'web' })]))).toEqual([
      '16 60 work',
      '16 240 web',
      '17 480 work',
    ]);
  });

  it('goes away with no hours', () => {
    expect(short(putIn(before, [entry(0, 0, { projectId: 'web' })]))).toEqual(['16 60 work', '17 480 work']);
  });

  it('empties a whole day when asked, and fills it in the same writing', () => {
    const wishes = [{ ...entry(0, 0), clearsDay: true }, entry(0, 300, { projectId: 'shop' })];
    expect(short(putIn(before, wishes))).toEqual(['16 300 shop', '17 480 work']);
  });

  it('adds up what one writing says twice, notes too', () => {
    const wishes = [entry(2, 120, { note: 'early' }), entry(2, 60, { note: 'late', nightMinutes: 30 })];
    expect(putIn([], wishes)).toMatchObject([{ minutes: 180, nightMinutes: 30, note: 'early; late' }]);
  });

  it('may be all of a day', () => {
    expect(short(putDay(before, monday, [entry(0, 30, { kind: 'sick' })]))).toEqual(['16 30 sick', '17 480 work']);
  });

  it('is the same when it is written twice, and never holds empty hours', () => {
    const anEntry = fc.record({
      shift: fc.integer({ min: 0, max: 6 }),
      minutes: fc.integer({ min: 0, max: 600 }),
      projectId: fc.constantFrom(null, 'a', 'b'),
    });
    const some = fc.array(
      anEntry.map(({ shift, minutes, projectId }) => entry(shift, minutes, { projectId })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, some, (there, wishes) => {
        const once = putIn(putIn([], there), wishes);
        expect(putIn(once, wishes)).toEqual(once);
        expect(once.every(({ minutes }) => minutes > 0)).toBe(true);
      }),
    );
  });

  it('moves with the weekdays when it is copied', () => {
    expect(short(shifted(before, 7))).toEqual(['23 480 web morning', '23 60 work', '24 480 work']);
  });
});

describe('a span of the clock', () => {
  const night = { from: '22:00', to: '06:00' };
  const at = (date: string, from: number, to: number, zone = 'Europe/Bucharest') =>
    spanOn(Temporal.PlainDate.from(date), { from: from * 60, to: to * 60 }, zone, night);

  it('has the minutes that it shows, and knows the night on both sides of the day', () => {
    expect(at('2026-11-16', 9, 17)).toEqual({ minutes: 480, nightMinutes: 0 });
    expect(at('2026-11-16', 0, 8)).toEqual({ minutes: 480, nightMinutes: 360 });
    expect(at('2026-11-16', 20, 24)).toEqual({ minutes: 240, nightMinutes: 120 });
    expect(at('2026-11-16', 0, 24)).toEqual({ minutes: 1440, nightMinutes: 480 });
  });

  it('is an hour shorter or longer when clocks are changed in it', () => {
    expect(at('2026-03-29', 0, 8)).toEqual({ minutes: 420, nightMinutes: 300 });
    expect(at('2026-10-25', 0, 8)).toEqual({ minutes: 540, nightMinutes: 420 });
    expect(at('2026-03-29', 9, 17)).toEqual({ minutes: 480, nightMinutes: 0 });
  });

  it('never has more of the night than it has minutes', () => {
    fc.assert(
      fc.property(fc.nat(1439), fc.nat(1440), fc.nat(800), (from, to, days) => {
        fc.pre(from < to);
        const date = Temporal.PlainDate.from('2026-01-01').add({ days });
        const { minutes, nightMinutes } = spanOn(date, { from, to }, 'America/New_York', night);
        expect(nightMinutes).toBeLessThanOrEqual(minutes);
        expect(nightMinutes).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
