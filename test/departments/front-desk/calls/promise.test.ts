import fc from 'fast-check';
import { momentNamed } from '../../../../src/departments/front-desk/calls/rules/promise.js';
import type { WorkCalendar } from '../../../../src/platform/calendar/work-calendar.js';
import { Temporal } from '../../../../src/platform/time.js';

const calendar: WorkCalendar = {
  timeZone: 'Europe/Bucharest',
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, { from: '09:00', to: '18:00' }])),
  holidays: new Set(),
};
/** Thursday, 10:12 in Bucharest. */
const now = Temporal.Instant.from('2026-11-26T08:12:00Z');
const named = (words: string, at = now) =>
  momentNamed(words, at, calendar.timeZone, calendar)
    ?.toZonedDateTimeISO(calendar.timeZone)
    .toPlainDateTime()
    .toString({
      smallestUnit: 'minute',
    }) ?? null;

describe('a caller says when', () => {
  it.each([
    ['in 20 min', '2026-11-26T10:32'],
    ['in 20 minutes', '2026-11-26T10:32'],
    ['in half an hour', '2026-11-26T10:42'],
    ['in an hour', '2026-11-26T11:12'],
    ['tomorrow at 10', '2026-11-27T10:00'],
    ['tomorrow', '2026-11-27T09:00'],
    ['today at 3', '2026-11-26T15:00'],
    ['at 4pm', '2026-11-26T16:00'],
    ['at 16:30', '2026-11-26T16:30'],
    ['monday at 14:30', '2026-11-30T14:30'],
    ['next tuesday at 9', '2026-12-01T09:00'],
    ['friday morning', '2026-11-27T09:00'],
    ['1 December at 11', '2026-12-01T11:00'],
    ['01/12/2026 10:30', '2026-12-01T10:30'],
    ['call her tomorrow at noon', '2026-11-27T12:00'],
    ['in 2 days at 12', '2026-11-28T12:00'],
  ])('in English: %s', (words, moment) => {
    expect(named(words)).toBe(moment);
  });

  it.each([
    ['mâine la 10', '2026-11-27T10:00'],
    ['maine la 10', '2026-11-27T10:00'],
    ['peste 20 de minute', '2026-11-26T10:32'],
    ['în 20 min', '2026-11-26T10:32'],
    ['peste o jumătate de oră', '2026-11-26T10:42'],
    ['peste un sfert de oră', '2026-11-26T10:27'],
    ['peste o oră', '2026-11-26T11:12'],
    ['peste o oră și jumătate', '2026-11-26T11:42'],
    ['peste două ore', '2026-11-26T12:12'],
    ['peste trei zile la 10', '2026-11-29T10:00'],
    ['azi la 15', '2026-11-26T15:00'],
    ['astăzi la 3', '2026-11-26T15:00'],
    ['la 4 și jumătate', '2026-11-26T16:30'],
    ['la 11 fără un sfert', '2026-11-26T10:45'],
    ['la ora 12 fix', '2026-11-26T12:00'],
    ['pe la 11', '2026-11-26T11:00'],
    ['luni la 14:30', '2026-11-30T14:30'],
    ['luni la 14.30', '2026-11-30T14:30'],
    ['marți dimineața', '2026-12-01T09:00'],
    ['miercuri la prânz', '2026-12-02T12:00'],
    ['poimâine la 9', '2026-11-28T09:00'],
    ['vineri după-amiază la 2', '2026-11-27T14:00'],
    ['1 decembrie la 11', '2026-12-01T11:00'],
    ['Sună-o mâine pe la zece', '2026-11-27T10:00'],
    ['joia viitoare la 10', '2026-12-03T10:00'],
  ])('in Romanian: %s', (words, moment) => {
    expect(named(words)).toBe(moment);
  });

  it.each(['', 'soon', 'cât mai repede', 'invoice 4411', 'when she is back'])('or does not: „%s”', (words) => {
    expect(named(words)).toBeNull();
  });

  it('by the clock where they are, also where the office is elsewhere', () => {
    const london = { ...calendar, timeZone: 'Europe/London' };
    expect(momentNamed('mâine la 10', now, 'Europe/Bucharest', london)?.toString()).toBe('2026-11-27T08:00:00Z');
    expect(momentNamed('tomorrow at 10', now, 'Europe/London', london)?.toString()).toBe('2026-11-27T10:00:00Z');
  });

  it('in minutes, which pass alike on days when the clocks change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 }),
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom('in # minutes', 'peste # de minute', 'în # min', 'in # min'),
        (minute, count, words) => {
          const at = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
          const expected = at.add({ minutes: count }).toString();
          expect(momentNamed(words.replace('#', String(count)), at, calendar.timeZone, calendar)?.toString()).toBe(
            expected,
          );
        },
      ),
    );
  });

  it('by the clock on the wall, on any day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 }),
        fc.integer({ min: 9, max: 17 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom('tomorrow at ', 'mâine la '),
        (minute, hour, past, words) => {
          const at = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
          const time = `${hour}:${String(past).padStart(2, '0')}`;
          const day = at.toZonedDateTimeISO(calendar.timeZone).toPlainDate().add({ days: 1 });
          expect(named(words + time, at)).toBe(`${day}T${time.padStart(5, '0')}`);
        },
      ),
    );
  });
});
