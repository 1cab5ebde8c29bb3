import { dayLabel, distance, lastReplyAt, timeOf } from '../../../src/sandbox/web/text/dates.js';
import {
  endOfWeek,
  fridayAfternoon,
  fromInput,
  nextWorkingMorning,
  toInput,
} from '../../../src/sandbox/web/text/moments.js';

const at = (iso: string) => Date.parse(iso);
const ts = (iso: string) => `${at(iso) / 1000}.000000`;
const words = { today: 'Today', yesterday: 'Yesterday' };

describe('times on the page', () => {
  it('are those of the person who looks', () => {
    expect(timeOf(ts('2026-11-23T12:05:00Z'), { timeZone: 'Europe/London', locale: 'en-GB' })).toBe('12:05');
    expect(timeOf(ts('2026-11-23T12:05:00Z'), { timeZone: 'Europe/Bucharest', locale: 'ro-RO' })).toBe('14:05');
  });

  it('say today and yesterday by the workspace’s clock, and the year only when it is another', () => {
    const reader = { timeZone: 'Europe/Bucharest', locale: 'ro-RO', now: at('2026-11-23T08:00:00Z') };
    expect(dayLabel(ts('2026-11-22T22:30:00Z'), reader, words)).toBe('Today');
    expect(dayLabel(ts('2026-11-22T12:00:00Z'), reader, words)).toBe('Yesterday');
    expect(dayLabel(ts('2026-11-19T12:00:00Z'), reader, words)).toBe('Joi, 19 noiembrie');
    expect(dayLabel(ts('2025-11-19T12:00:00Z'), reader, words)).toContain('2025');
  });

  it('say only the hour of an answer that came today', () => {
    const reader = { timeZone: 'Europe/Bucharest', locale: 'en-GB', now: at('2026-11-23T08:00:00Z') };
    expect(lastReplyAt(ts('2026-11-22T22:30:00Z'), reader)).toEqual({ today: true, when: '00:30' });
    expect(lastReplyAt(ts('2026-11-22T21:30:00Z'), reader)).toEqual({ today: false, when: 'Sun 22 Nov, 23:30' });
  });

  it.each([
    [3600_000, '+1 h'],
    [-27 * 3600_000, '−1 d 3 h'],
    [(2 * 1440 + 61) * 60_000, '+2 d 1 h'],
    [20, '+0 min'],
  ])('say that the clock was moved by %i ms as %s', (offset, said) => {
    expect(distance(offset)).toBe(said);
  });
});

describe('moments that the clock is moved to', () => {
  const zone = 'Europe/Bucharest';

  it('the next working morning is Monday’s from Friday on, where the person is', () => {
    expect(nextWorkingMorning(at('2026-11-20T10:00:00Z'), zone)).toBe(at('2026-11-23T07:00:00Z'));
    expect(nextWorkingMorning(at('2026-11-23T05:00:00Z'), zone)).toBe(at('2026-11-24T07:00:00Z'));
  });

  it('Friday at three is today’s before three, and next week’s after', () => {
    expect(fridayAfternoon(at('2026-11-20T10:00:00Z'), zone)).toBe(at('2026-11-20T13:00:00Z'));
    expect(fridayAfternoon(at('2026-11-20T13:00:00Z'), zone)).toBe(at('2026-11-27T13:00:00Z'));
  });

  it('keep nine o’clock at nine when the clocks change in between', () => {
    expect(nextWorkingMorning(at('2026-10-24T10:00:00Z'), zone)).toBe(at('2026-10-26T07:00:00Z'));
    expect(nextWorkingMorning(at('2026-10-22T10:00:00Z'), zone)).toBe(at('2026-10-23T06:00:00Z'));
  });

  it('are shown and read in the person’s zone', () => {
    expect(toInput(at('2026-11-23T07:00:00Z'), zone)).toBe('2026-11-23T09:00');
    expect(fromInput('2026-11-23T09:00', zone)).toBe(at('2026-11-23T07:00:00Z'));
  });

  it('a status for this week ends on Sunday night', () => {
    expect(endOfWeek(at('2026-11-25T10:00:00Z'), zone)).toBe(at('2026-11-29T21:59:00Z') / 1000);
  });
});
