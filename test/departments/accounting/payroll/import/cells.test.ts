import {
  isNumber,
  lastFourOf,
  readIban,
  readRate,
  readWeeklyMinutes,
} from '../../../../../src/departments/accounting/payroll/service/import/cells.js';
import { IBAN } from '../open-people.js';
import { eur, ron } from '../run/samples.js';

describe('hours of a week', () => {
  it.each([
    ['40', 2400],
    [' 37,5 ', 2250],
    ['37.25', 2235],
    [' 37:30 ', 2250],
    ['9:05', 545],
    ['0', 0],
    ['80', 4800],
    ['80:00', 4800],
  ])('“%s” are so many minutes', (text, minutes) => expect(readWeeklyMinutes(text)).toBe(minutes));

  it.each(['', '80,01', '80:01', '37:60', '37:300', '137:30', ':30', '37:', '1234', '37,555', '8h', '-8', '37:30 x'])(
    '“%s” are none',
    (text) => expect(readWeeklyMinutes(text)).toBeNull(),
  );
});

describe('what an hour is paid', () => {
  it.each([
    ['45,50', 4550],
    ['0,01', 1],
    ['100000', 10_000_000],
    ['45,5', 4550],
    ['1.045,50', 104_550],
  ])('“%s” is an amount', (text, minor) => expect(readRate(text, 'RON')).toEqual(ron(minor)));

  it('in a currency without decimals may have its thousands apart', () => {
    expect(readRate('1,045', 'JPY')?.minor).toBe(1045);
    expect(readRate('45', 'EUR')).toEqual(eur(4500));
  });

  it.each(['0', '0,00', '-45', '100000,01', '45,505', ' 45.505 ', '1,000', 'much', ''])('“%s” is none', (text) =>
    expect(readRate(text, 'RON')).toBeNull(),
  );
});

describe('an account', () => {
  it('may be typed with spaces and in small letters, and is shown by its end', () => {
    expect(readIban('ro49 aaaa 1b31 0075 9384 0000')).toBe(IBAN);
    expect(lastFourOf(IBAN)).toBe('0000');
  });

  it.each(['', ' ', 'RO49', 'RO49AAAA1B31007593840001', '4111111111111111'])('“%s” is none', (text) =>
    expect(readIban(text)).toBeNull(),
  );
});

describe('a number of the company’s own list', () => {
  it.each(['1', 'A-17', 'ș/2', 'x'.repeat(20), '7_a.b'])('may be “%s”', (text) => expect(isNumber(text)).toBe(true));
  it.each(['', '-1', '.5', ' 1', '1 2', '=1+1', 'x'.repeat(21), '1<', '/1'])('is never “%s”', (text) =>
    expect(isNumber(text)).toBe(false),
  );
});
