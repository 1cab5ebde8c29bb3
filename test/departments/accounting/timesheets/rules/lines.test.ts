import fc from 'fast-check';
import { readLines } from '../../../../../src/departments/accounting/timesheets/rules/lines.js';
import { periodOf } from '../../../../../src/departments/accounting/timesheets/rules/periods.js';
import { Temporal } from '../../../../../src/platform/time.js';

const today = Temporal.PlainDate.from('2026-11-18');
const week = periodOf(today, { period: 'week', twoWeeksFrom: '2026-01-05' });
const month = periodOf(today, { period: 'month', twoWeeksFrom: '2026-01-05' });
const projects = [
  { id: 'p1', name: 'Website', archivedAt: null },
  { id: 'p2', name: 'Shop floor', archivedAt: null },
  { id: 'p3', name: 'Shopping guide', archivedAt: null },
  { id: 'p4', name: 'Șantier Vest', archivedAt: null },
];
const read = (text: string, period = week) => readLines(text, { period, today, projects });
/** Day of the month, minutes or span, and what for. */
const short = (text: string, period = week) =>
  read(text, period).entries.map(({ day, kind, projectId, time, note }) =>
    [day.day, 'minutes' in time ? time.minutes : `${time.from}-${time.to}`, projectId ?? kind, note]
      .filter((x) => x !== null)
      .join(' '),
  );
const troubles = (text: string, period = week) =>
  read(text, period).wrong.map(({ line, trouble }) => `${line} ${trouble}`);

describe('lines of hours', () => {
  it.each([
    ['mon 8 website', ['16 480 p1']],
    ['Monday 8', ['16 480 work']],
    ['lu 7,5 web', ['16 450 p1']],
    ['luni 7:30 vest', ['16 450 p4']],
    ['Mar 8 santier', ['17 480 p4']],
    ['mon-wed 8 website', ['16 480 p1', '17 480 p1', '18 480 p1']],
    ['sâ-du 4', ['21 240 work', '22 240 work']],
    ['16.11 8 website: fixed the form', ['16 480 p1 fixed the form']],
    ['16/11 8', ['16 480 work']],
    ['20 8 leave', ['20 480 leave']],
    ['2026-11-20 8 concediu medical', ['20 480 sick']],
    ['vi 8 Sărbătoare', ['20 480 holiday']],
    ['today 9-17:30 website', ['18 540-1050 p1']],
    ['ieri 2', ['17 120 work']],
    ['mon 8 : only a note', ['16 480 work only a note']],
    ['mon 8,5: only a note', ['16 510 work only a note']],
    ['mon 7:30: only a note', ['16 450 work only a note']],
    ['mon: 8 website', ['16 480 p1']],
    ['mon 22-6 website', ['16 1320-1440 p1', '17 0-360 p1']],
    ['sun 18-24', ['22 1080-1440 work']],
    ['\n  mon 8  \n\n tue 4\n', ['16 480 work', '17 240 work']],
  ])('“%s”', (text, expected) => expect(short(text)).toEqual(expected));

  it.each([
    ['someday 8', '1 noDay'],
    ['website 8', '1 noDay'],
    ['23.11 8', '1 otherPeriod'],
    ['2026-02-30 8', '1 noDay'],
    ['fri-mon 8', '1 noDay'],
    ['mon', '1 noHours'],
    ['mon eight website', '1 unreadable'],
    ['mon -2 website', '1 negative'],
    ['mon 25 website', '1 tooMany'],
    ['mon 7.333 website', '1 notWhole'],
    ['mon 8 webshop', '1 noProject'],
    ['mon 8 shop', '1 whichProject'],
    [`mon 8 website: ${'x'.repeat(201)}`, '1 noteTooLong'],
    ['sun 22-6 website', '1 pastPeriod'],
    ['mon 8 website\ntue x\n\nwed 8 nowhere', '2 unreadable'],
  ])('“%s” is told at its line', (text, expected) => expect(troubles(text)).toContain(expected));

  it('asks for the date where a weekday comes several times', () => {
    expect(troubles('mon 8 website', month)).toEqual(['1 whichDay']);
    expect(short('16 8 website', month)).toEqual(['16 480 p1']);
    expect(short('16-20 8 website', month)).toHaveLength(5);
  });

  it('prefers a project that is called exactly so', () => {
    const alike = [...projects, { id: 'p5', name: 'Shop', archivedAt: null }];
    expect(readLines('mon 8 shop', { period: week, today, projects: alike }).entries[0]?.projectId).toBe('p5');
  });

  it('empties a day with a plain nought, and takes one thing away with its name', () => {
    expect(read('mon 0').entries).toMatchObject([{ clearsDay: true }]);
    expect(read('mon 0 website').entries).toMatchObject([{ clearsDay: false, projectId: 'p1' }]);
  });

  it.each(['__proto__ 8', 'constructor 8', 'mon 8 __proto__', 'mon 8 constructor'])(
    '%j is nothing that it knows',
    (typed) => {
      expect(read(typed)).toMatchObject({
        entries: [],
        wrong: [{ trouble: expect.stringMatching(/noDay|noProject/) }],
      });
    },
  );

  it('makes of whatever is typed either entries within the period or troubles, line by line', () => {
    const word = fc.constantFrom(
      'mon',
      'lu-vi',
      '16',
      '8',
      '7,5',
      '9-17',
      '22-6',
      'website',
      ':',
      'x',
      '-',
      '0',
      'leave',
    );
    const line = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const { entries, wrong } = read(lines.join('\n'));
        for (const { day } of entries) expect(Temporal.PlainDate.compare(day, week.last)).toBeLessThanOrEqual(0);
        for (const { line: number } of wrong) expect(number).toBeGreaterThan(0);
        const isEmpty = lines.join('\n').trim() === '';
        expect(entries.length + wrong.length > 0).toBe(!isEmpty);
      }),
    );
  });
});
