import {
  countryIn,
  isCountry,
  numberText,
  numberWithin,
  readNumber,
} from '../../../../src/departments/front-desk/calls/rules/numbers.js';
import { draftFrom } from '../../../../src/departments/front-desk/calls/rules/reading.js';

describe('a telephone number', () => {
  it.each([
    ['021 314 1234', 'RO', '+40213141234'],
    ['0722-123-456', 'RO', '+40722123456'],
    ['0040 722 123 456', 'RO', '+40722123456'],
    ['+40 (722) 123.456', 'GB', '+40722123456'],
    ['020 7946 0000', 'GB', '+442079460000'],
    ['tel. 0722 123 456', 'RO', '+40722123456'],
  ])('is kept in one form, however it is typed: %s in %s', (typed, country, number) => {
    expect(readNumber(typed, country)).toBe(number);
  });

  it.each([
    ['4411', 'RO'],
    ['', 'RO'],
    ['invoice', 'RO'],
    ['0722 123 456', 'US'],
    ['+40 12', 'RO'],
    ['12, 15', 'RO'],
  ])('is none where it can’t be one: %s in %s', (typed, country) => {
    expect(readNumber(typed, country)).toBeNull();
  });

  it('is shown so that it can be read aloud', () => {
    expect(numberText('+40722123456')).toBe('+40 722 123 456');
    expect(numberText('no number')).toBe('no number');
  });

  it('is found within what was typed, and invoices are left alone', () => {
    expect(numberWithin('Mrs Pop, 0722 123 456, about VAT', 'RO')).toEqual({
      number: '+40722123456',
      rest: 'Mrs Pop, about VAT',
    });
    expect(numberWithin('client asks about invoice 4411', 'RO')).toBeNull();
  });

  it('is of the country in which the clock is', () => {
    expect(countryIn('Europe/Bucharest')).toBe('RO');
    expect(countryIn('Europe/London')).toBe('GB');
    expect(countryIn('Europe/Kyiv')).toBe('UA');
    expect(countryIn('UTC')).toBeNull();
    expect(countryIn('nowhere')).toBeNull();
    expect([isCountry('RO'), isCountry('XX')]).toEqual([true, false]);
  });
});

describe('what was typed in one line', () => {
  it.each([
    ['client asks about invoice 4411, angry', 'high'],
    ['clientul e foarte supărat', 'high'],
    ['URGENT: water in the cellar', 'urgent'],
    ['sună imediat', 'urgent'],
    ['asks about opening hours', 'normal'],
    ['a hungry client', 'normal'],
  ])('says how urgent it is: %s', (text, urgency) => {
    expect(draftFrom(text, 'RO')).toMatchObject({ urgency, reason: text });
  });
});
