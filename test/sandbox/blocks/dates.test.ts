import { writeDate } from '../../../src/sandbox/web/blocks/dates/tokens.js';
import { fromLocalInput, toLocalInput } from '../../../src/sandbox/web/blocks/dates/zone.js';

const moment = Date.UTC(2026, 0, 5, 8, 0, 7) / 1000;
const at = (iso: string) => () => Date.parse(iso);
const viewer = { timeZone: 'Europe/Bucharest', locale: 'en-US', now: at('2026-01-05T12:00:00Z') };
const later = { ...viewer, now: at('2027-03-01T12:00:00Z') };

it.each([
  ['{date_num}', '2026-01-05'],
  ['{date_slash}', '01/05/2026'],
  ['{date}', 'January 5th, 2026'],
  ['{date_short}', 'Jan 5, 2026'],
  ['{date_long}', 'Monday, January 5th, 2026'],
  ['{date_long_full}', 'January 5, 2026'],
  ['{date_pretty}', 'January 5th, 2026'],
  ['{time}', '10:00 AM'],
  ['{time_secs}', '10:00:07 AM'],
])('writes %s for someone in Bucharest who reads English', (token, written) => {
  expect(writeDate(moment, token, later)?.replace(/\u202f/g, ' ')).toBe(written);
});

it('leaves the year out when the day is near', () => {
  expect(writeDate(moment, 'Due {date_short}', viewer)).toBe('Due Jan 5');
});

it('says today, yesterday and tomorrow by the calendar of whoever looks', () => {
  const nearMidnight = Date.UTC(2026, 0, 5, 22, 30) / 1000;
  expect(writeDate(nearMidnight, 'due {date_pretty}', viewer)).toBe('due tomorrow');
  expect(writeDate(nearMidnight, '{date_long_pretty}', { ...viewer, timeZone: 'Europe/London' })).toBe('Today');
  expect(writeDate(moment - 86_400, '{date_short_pretty}', { ...viewer, locale: 'ro-RO' })).toBe('Ieri');
  expect(writeDate(moment, '\u200b{date_short_pretty}', viewer)).toBe('\u200btoday');
});

it('writes the day and the hour as Romanians do', () => {
  expect(writeDate(moment, '{date_long}, {time}', { ...viewer, locale: 'ro-RO' })).toBe('Luni, 5 ianuarie, 10:00');
});

it.each(['en-GB', 'ro-RO'])('writes an hour before ten with two digits where the day has 24 hours: %s', (locale) => {
  expect(writeDate(moment - 3600, '{time}', { ...viewer, locale })).toBe('09:00');
  expect(writeDate(moment - 3600, '{time_secs}', { ...viewer, locale })).toBe('09:00:07');
});

it('says how long ago it was', () => {
  expect(writeDate(moment, '{ago}', { ...viewer, now: () => (moment + 200) * 1000 })).toBe('3 minutes ago');
  expect(writeDate(moment, '{ago}', { ...viewer, now: () => (moment + 3 * 86_400) * 1000 })).toBe('3 days ago');
});

it('gives nothing for a token that Slack does not know, so that the fallback is shown', () => {
  expect(writeDate(moment, '{date} {weather}', viewer)).toBeUndefined();
  expect(writeDate(Number.NaN, '{date}', viewer)).toBeUndefined();
});

it('takes a date and time as meant in the time zone of the person, also across the change of the clock', () => {
  expect(fromLocalInput('2026-07-01T09:00', 'Europe/Bucharest')).toBe(Date.UTC(2026, 6, 1, 6) / 1000);
  expect(fromLocalInput('2026-01-01T09:00', 'Europe/Bucharest')).toBe(Date.UTC(2026, 0, 1, 7) / 1000);
  expect(toLocalInput(Date.UTC(2026, 6, 1, 6) / 1000, 'Europe/Bucharest')).toBe('2026-07-01T09:00');
  expect(fromLocalInput('', 'Europe/Bucharest')).toBeUndefined();
});
