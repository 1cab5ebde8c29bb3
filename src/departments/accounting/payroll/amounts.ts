import { decimalsOf, type Money } from '../../../platform/money.js';
import type { Language } from '../../../platform/words/words.js';

/** An amount to be typed over: `1234.50`, `1234,50`, without its currency. */
export function minorText({ minor, currency }: Money, language: Language): string {
  const decimals = decimalsOf(currency);
  const text = (minor / 10 ** decimals).toFixed(decimals);
  return language === 'ro' ? text.replace('.', ',') : text;
}
