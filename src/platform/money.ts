import { numberFormat } from './words/formats.js';
import type { Language } from './words/words.js';

/** Three capital letters of ISO 4217: `RON`, `EUR`. */
export type Currency = string;

/** An amount as an integer of the currency's smallest unit (bani, cents); below zero where it is owed back. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** How much of something is meant: numerator over denominator, both integers, the denominator above zero. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export const isCurrency = (text: string): text is Currency => /^[A-Z]{3}$/.test(text);

/** Throws where the amount is no integer that can be counted exactly, or the currency no code. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError('an amount is a whole number of minor units');
  if (!isCurrency(currency)) throw new RangeError(`"${currency}" is no currency`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

export const nothing = (currency: Currency): Money => money(0, currency);

export function plus(one: Money, other: Money): Money {
  if (one.currency !== other.currency) throw new RangeError(`${one.currency} can't be added to ${other.currency}`);
  return money(one.minor + other.minor, one.currency);
}

export const negated = ({ minor, currency }: Money): Money => money(-minor, currency);
export const minus = (one: Money, other: Money): Money => plus(one, negated(other));

/** The sum in that currency; throws where one of them is in another. */
export const sumOf = (amounts: readonly Money[], currency: Currency): Money => amounts.reduce(plus, nothing(currency));

/** That share of it, rounded once: half a unit goes away from zero. */
export function times({ minor, currency }: Money, { numerator, denominator }: Share): Money {
  if (denominator <= 0) throw new RangeError('a share has a denominator above zero');
  return money(Number(rounded(BigInt(minor) * BigInt(numerator), BigInt(denominator))), currency);
}

/** A quotient as a whole number: half goes away from zero. */
function rounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}

/** How many decimals the currency is written with: 2 for RON, 0 for JPY. */
export const decimalsOf = (currency: Currency): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `1,234.50 RON`, `1.234,50 RON`: for people. */
export function moneyText({ minor, currency }: Money, language: Language): string {
  const decimals = decimalsOf(currency);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${numberFormat(language, digits).format(minor / 10 ** decimals)} ${currency}`;
}

/**
 * Reads an amount as people write it: `1234.5`, `1.234,50`, `1 234,50`, `1,234.50`. Null where it is none, or has more
 * decimals than its currency.
 */
export function readMoney(text: string, currency: Currency): Money | null {
  const typed = text.trim().replace(/[\s\u00a0\u202f']/g, '');
  const decimals = decimalsOf(currency);
  const match = /^(-?)(\d{1,3}(?:([.,])\d{3})(?:\3\d{3})*|\d+)(?:([.,])(\d+))?$/.exec(typed);
  if (!match) return null;
  const [, sign = '', whole = '', grouping, point, fraction = ''] = match;
  // "1,234" groups thousands; with a point of the same kind it would be both.
  if (grouping !== undefined && grouping === point) return null;
  if (fraction.length > decimals) return null;
  const digits = whole.replace(/[.,]/g, '') + fraction.padEnd(decimals, '0');
  const minor = Number(sign + digits);
  return Number.isSafeInteger(minor) ? money(minor, currency) : null;
}
