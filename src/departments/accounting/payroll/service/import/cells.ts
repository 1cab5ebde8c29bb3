import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { type Currency, decimalsOf, type Money, readMoney } from '../../../../../platform/money.js';
import { Temporal } from '../../../../../platform/time.js';

// What people write in a cell or a field, as values; null where it is none.

/** `2026-11-01`, `01.11.2026`, `1/11/2026`: where the year comes last, the day comes first. */
export function readDay(text: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? turned(text.trim());
  try {
    const read = { year: Number(year), month: Number(month), day: Number(day) };
    const date = Temporal.PlainDate.from(read, { overflow: 'reject' });
    return date.year >= 1900 && date.year < 2200 ? date : null;
  } catch {
    return null;
  }
}

function turned(text: string): (string | undefined)[] {
  const [, day, , month, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  return [text, year, month, day];
}

/** More than anybody works: whoever writes hours of a month here is asked again. */
const MOST_WEEKLY_MINUTES = 80 * 60;

/** Hours with a decimal comma or point, or as `37:30`, in whole minutes. */
export function readWeeklyMinutes(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim()) ?? [];
  const read = hours && minutes ? Number(hours) * 60 + Number(minutes) : decimalMinutes(text.trim());
  return read !== null && read <= MOST_WEEKLY_MINUTES ? read : null;
}

const decimalMinutes = (text: string): number | null =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 60) : null;

/** Of one hour, in minor units: more is a slip of the hand, or a month's pay. */
const HIGHEST_RATE = 100_000_00;

/** `45,505` may be forty-five or forty-five thousand: whoever pays an hour with it says which. */
export function readRate(text: string, currency: Currency): Money | null {
  if (decimalsOf(currency) > 0 && /^\s*\d{1,3}[.,]\d{3}\s*$/.test(text)) return null;
  const rate = readMoney(text, currency);
  return rate && rate.minor > 0 && rate.minor <= HIGHEST_RATE ? rate : null;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

export function readCurrency(text: string): Currency | null {
  const code = text.trim().toUpperCase();
  return currencies.has(code) ? code : null;
}

/** Without spaces, in capitals; its country's length and its check digits are right. */
export function readIban(text: string): string | null {
  const iban = electronicFormatIBAN(text);
  return iban !== null && isValidIBAN(iban) ? iban : null;
}

export const lastFourOf = (iban: string): string => iban.slice(-4);

/** As in the company's own lists: no spaces, nothing that could be taken for something else. */
export const isNumber = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,19}$/u.test(text);
