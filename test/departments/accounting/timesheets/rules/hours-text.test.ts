import fc from 'fast-check';
import { readHours } from '../../../../../src/departments/accounting/timesheets/rules/hours-text.js';
import { hoursText } from '../../../../../src/platform/words/dates.js';

describe('hours as people type them', () => {
  it.each([
    ['8', 480],
    ['7.5', 450],
    ['7,5', 450],
    ['7,25', 435],
    ['7.33', 440],
    [',5', 30],
    ['7:30', 450],
    ['7h30', 450],
    ['7h', 420],
    ['7,5h', 450],
    ['45m', 45],
    ['90 min', 90],
    [' 24 ', 1440],
    ['0', 0],
  ])('“%s” is %i minutes', (typed, minutes) => expect(readHours(typed)).toEqual({ minutes }));

  it.each([
    ['9-17:30', 540, 1050],
    ['9.15–17', 555, 1020],
    ['22-6', 1320, 360],
    ['18-24', 1080, 1440],
  ])('“%s” is a span of the clock', (typed, from, to) => expect(readHours(typed)).toEqual({ from, to }));

  it.each([
    ['-3', 'negative'],
    ['−1,5', 'negative'],
    ['25', 'tooMany'],
    ['24:01', 'tooMany'],
    ['7.333', 'notWhole'],
    ['eight', 'unreadable'],
    ['7:75', 'unreadable'],
    ['1e3', 'unreadable'],
    ['NaN', 'unreadable'],
    ['', 'unreadable'],
    ['9-9', 'unreadable'],
    ['25-26', 'unreadable'],
    ['9:75-12', 'unreadable'],
  ])('“%s” is refused as %s', (typed, wrong) => expect(readHours(typed)).toEqual({ wrong }));

  it('are read again as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(readHours(hoursText(minutes))).toEqual({ minutes });
      }),
    );
  });

  it('never throw, and never give more than a day or less than nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9:.,hm ]{0,8}$/)), (typed) => {
        const read = readHours(typed);
        if ('minutes' in read)
          expect(Number.isInteger(read.minutes) && read.minutes >= 0 && read.minutes <= 1440).toBe(true);
        if ('from' in read) expect(read.from >= 0 && read.from < 1440 && read.to >= 0 && read.to <= 1440).toBe(true);
      }),
    );
  });
});
