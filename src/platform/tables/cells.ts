import type { Currency } from '../money.js';
import { Temporal } from '../time.js';

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

const currencies = new Set(Intl.supportedValuesOf('currency'));

export function readCurrency(text: string): Currency | null {
  const code = text.trim().toUpperCase();
  return currencies.has(code) ? code : null;
}
