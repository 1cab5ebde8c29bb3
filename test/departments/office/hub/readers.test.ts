import fc from 'fast-check';
import { ownCommandIn } from '../../../../src/departments/office/hub/commands.js';
import { readDateRange } from '../../../../src/departments/office/hub/readers/date-range.js';
import { readDay } from '../../../../src/departments/office/hub/readers/days.js';
import { intentOf, requestOf } from '../../../../src/departments/office/hub/readers/free-text.js';
import { mergeHolidays, readHolidays, writeHolidays } from '../../../../src/departments/office/hub/readers/holidays.js';
import { readHours } from '../../../../src/departments/office/hub/readers/hours.js';
import { languageNamed } from '../../../../src/departments/office/hub/views/language-form.js';
import { readRequest, requestValue } from '../../../../src/departments/office/hub/views/offers.js';
import { Temporal } from '../../../../src/platform/time.js';

const today = Temporal.PlainDate.from('2026-07-30');

describe('the hours of a day', () => {
  it.each([
    ['09:00-17:00', '09:00', '17:00'],
    ['9-17', '09:00', '17:00'],
    [' 9:00–17.30 ', '09:00', '17:30'],
    ['8h30 — 16h', '08:30', '16:00'],
    ['9am-5pm', '09:00', '17:00'],
    ['9 AM to 5:15 p.m.', '09:00', '17:15'],
    ['12am-12pm', '00:00', '12:00'],
    ['from 10 until 14', '10:00', '14:00'],
    ['de la 8 până la 16', '08:00', '16:00'],
    ['7 la 15', '07:00', '15:00'],
    ['00:00-24:00', '00:00', '23:59'],
  ])('%j is open from %s to %s', (typed, from, to) => {
    expect(readHours(typed)).toEqual({ opening: { from, to } });
  });

  it.each(['', '  ', '-', 'closed', 'Closed', 'off', 'închis', 'INCHIS', 'liber'])('%j is a day off', (typed) => {
    expect(readHours(typed)).toEqual({ opening: null });
  });

  it.each(['9', '9-', 'morning', '25-26', '9:60-17', '9-17-18', '24-25', '13pm-14pm', '<!channel>', '🕘-🕔'])(
    '%j cannot be read',
    (typed) => expect(readHours(typed)).toEqual({ wrong: 'badHours' }),
  );

  it.each(['17-9', '9-9', '5pm-9am'])('%j ends before it starts', (typed) => {
    expect(readHours(typed)).toEqual({ wrong: 'endsBeforeStart' });
  });

  it('reads back whatever it reads', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const text = (time: number) =>
      `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        const read = readHours(`${text(one)}-${text(other)}`);
        if (one < other) expect(read).toEqual({ opening: { from: text(one), to: text(other) } });
        else expect(read).toEqual({ wrong: 'endsBeforeStart' });
      }),
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void expect(() => readHours(typed)).not.toThrow()));
  });
});

describe('a day', () => {
  it.each([
    ['2026-12-25', '2026-12-25'],
    ['2026-2-3', '2026-02-03'],
    ['25.12.2026', '2026-12-25'],
    ['25/12/2026', '2026-12-25'],
    ['3.8', '2026-08-03'],
    ['3.8.', '2026-08-03'],
    ['30.7', '2026-07-30'],
    ['29.7', '2027-07-29'],
    ['29.2.2028', '2028-02-29'],
    ['2026-02-29', null],
    ['31.4.2026', null],
    ['2026-13-01', null],
    ['Christmas', null],
  ])('%s is %s', (typed, expected) => {
    expect(readDay(typed, today)?.toString() ?? null).toBe(expected);
  });
});

const read = (text: string) => readHolidays(text, today, 'Holiday');

describe('the list of holidays', () => {
  it('is read a day a line, in any order and with any mark between', () => {
    expect(read('  2027-01-01 - New Year \n\n• 25.12.2026: Christmas\n26/12/2026\n2026-12-24-Eve')).toEqual([
      { date: '2026-12-24', name: 'Eve' },
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2026-12-26', name: 'Holiday' },
      { date: '2027-01-01', name: 'New Year' },
    ]);
  });

  it('names the line that it cannot read', () => {
    expect(read('2026-12-25 Christmas\nsome day in May')).toEqual({
      wrong: 'badLine',
      number: 2,
      line: 'some day in May',
    });
    expect(read('2026-02-30 Nothing')).toEqual({ wrong: 'noSuchDay', number: 1, line: '2026-02-30 Nothing' });
    expect(read('2026-12-255 Long day')).toMatchObject({ wrong: 'badLine' });
    expect(read('25.12.20265 Long year')).toMatchObject({ wrong: 'badLine' });
  });

  it('keeps both names of a day that has two', () => {
    expect(read('2026-06-01 Children\n2026-06-01 Pentecost')).toEqual([
      { date: '2026-06-01', name: 'Children / Pentecost' },
    ]);
  });

  it('reads back what it writes, and taking the same days in again changes nothing', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const name = fc.constantFrom('Christmas', 'Easter / Paști', '1 May', 'Ziua Unirii', '< & >', 'Crăciunul');
    fc.assert(
      fc.property(fc.array(fc.record({ date: day, name }), { maxLength: 30 }), (days) => {
        const merged = mergeHolidays([], days);
        expect(read(writeHolidays(merged))).toEqual(merged);
        expect(mergeHolidays(merged, days)).toEqual(merged);
      }),
    );
  });
});

describe('days away', () => {
  it.each([
    ['3.8 - 14.8', '2026-08-03', '2026-08-14', ''],
    ['3.8-14.8 Crete, no phone', '2026-08-03', '2026-08-14', 'Crete, no phone'],
    ['2026-08-03 to 2026-08-14', '2026-08-03', '2026-08-14', ''],
    ['from 2026-08-03 until 2026-08-14: leave', '2026-08-03', '2026-08-14', 'leave'],
    ['de la 3.8 până la 14.8 concediu', '2026-08-03', '2026-08-14', 'concediu'],
    ['today', '2026-07-30', '2026-07-30', ''],
    ['mâine dentist', '2026-07-31', '2026-07-31', 'dentist'],
    ['azi - 5.8.2026', '2026-07-30', '2026-08-05', ''],
    ['until 5.8', '2026-07-30', '2026-08-05', ''],
    ['până pe 5.8', '2026-07-30', '2026-08-05', ''],
    ['28.12 – 4.1', '2026-12-28', '2027-01-04', ''],
    ['14.8', '2026-08-14', '2026-08-14', ''],
  ])('%j is from %s to %s, %j', (typed, from, until, note) => {
    const range = readDateRange(typed, today);
    expect(range && { from: range.from.toString(), until: range.until.toString(), note: range.note }).toEqual({
      from,
      until,
      note,
    });
  });

  it.each(['', 'next week', 'Crete', '32.8', '3.8.2026 - 31.2.2027', '<!channel>'])('%j names no days', (typed) => {
    expect(readDateRange(typed, today)).toBeNull();
  });

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (typed) => void expect(() => readDateRange(typed, today)).not.toThrow()));
  });
});

describe('what somebody writes to the bot', () => {
  it.each(['hi', 'Hello!', 'hey there', 'Bună', 'buna ziua', 'Salut 👋', 'Neața :wave:', 'Good morning, team'])(
    '%j is a greeting',
    (text) => expect(intentOf(text)).toBe('greeting'),
  );
  it.each(['thanks', 'Thank you so much!', 'mulțumesc', 'Mersi mult :pray:', 'ok thanks'])(
    '%j is a thank you',
    (text) => expect(intentOf(text)).toBe('thanks'),
  );
  it.each(['help', 'Help me', 'ajutor', 'Ajută-mă', '?', 'What can you do?', 'Ce poți face?'])(
    '%j calls for help',
    (text) => expect(intentOf(text)).toBe('help'),
  );
  it.each(['', '   ', '🎉', ':tada: :tada:', '…', '!!!'])('%j says nothing', (text) =>
    expect(intentOf(text)).toBe('empty'),
  );
  it.each([
    'hi, the printer is jammed',
    'help me with till 3',
    'ajutor cu casa 3',
    'היי, המדפסת תקועה',
    'thanks but it broke again',
  ])('%j is a request', (text) => expect(intentOf(text)).toBe('text'));

  it('is passed on without the bot, and with people by name', () => {
    const names = new Map([['U2', 'Bo <b>']]);
    expect(requestOf('<@UBOT> till 3 &amp; <@U2> in <#C1|shop>\nnow', 'UBOT', names)).toBe(
      'till 3 & @Bo <b> in #shop\nnow',
    );
  });

  it.each([
    ['setup', 'setup'],
    ['Setări', 'setup'],
    ['/backoffice language', 'language'],
    ['inapoi acasa', undefined],
    ['absenta', 'away'],
    ['set up the new printer', undefined],
  ])('%j is the command %s', (text, expected) => expect(ownCommandIn(text)).toBe(expected));

  it.each([
    ['ro', 'ro'],
    ['Română', 'ro'],
    ['English', 'en'],
    ['auto', 'follow'],
    ['klingon', undefined],
  ])('%j names the language %s', (text, expected) => expect(languageNamed(text)).toBe(expected));
});

describe('the text on a button', () => {
  it('comes back as it was, up to what a button can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1999 }), (text) => {
        expect(readRequest(requestValue({ text, ts: '1.2' }))).toEqual({ text });
      }),
    );
  });

  it('names the message where it had to be cut', () => {
    const value = requestValue({ text: 'ă'.repeat(3001), ts: '1700000000.000100' });
    expect(value.length).toBeLessThanOrEqual(2000);
    expect(readRequest(value)).toMatchObject({ ts: '1700000000.000100', text: expect.stringMatching(/^ă{1900,}…$/) });
  });
});
