import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import { type Currency, decimalsOf, type Money, readMoney } from '../../../../../platform/money.js';

// What people write in a cell or a field, as values; null where it is none.

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

/** Without spaces, in capitals; its country's length and its check digits are right. */
export function readIban(text: string): string | null {
  const iban = electronicFormatIBAN(text);
  return iban !== null && isValidIBAN(iban) ? iban : null;
}

export const lastFourOf = (iban: string): string => iban.slice(-4);

/** As in the company's own lists: no spaces, nothing that could be taken for something else. */
export const isNumber = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,19}$/u.test(text);
