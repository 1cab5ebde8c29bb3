import { readCsv } from '../../../../platform/tables/read-csv.js';
import { Temporal } from '../../../../platform/time.js';

export interface Quote {
  /** `NORD`. */
  symbol: string;
  day: Temporal.PlainDate;
  close: number;
  /** ISO 4217; empty where the file doesn't say. */
  currency: string;
}

const MOST = 5_000;

/**
 * Quotes as a table: columns `symbol`, `date` (`2026-11-26`) and `close`, perhaps `currency`, in any order; other columns are
 * left alone. Lines that can't be read are left out: a provider's mistake must not cost the others.
 */
export function readQuotes(bytes: Uint8Array): Quote[] {
  const { headers, rows } = readCsv(bytes);
  const at = (name: string) => headers.findIndex((header) => header.trim().toLowerCase() === name);
  const [symbolAt, dateAt, closeAt, currencyAt] = [at('symbol'), at('date'), at('close'), at('currency')];
  if (symbolAt < 0 || dateAt < 0 || closeAt < 0) return [];
  return rows.slice(0, MOST).flatMap(({ cells }): Quote[] => {
    const symbol = cells[symbolAt]?.trim() ?? '';
    const day = dayOf(cells[dateAt]?.trim() ?? '');
    const close = Number((cells[closeAt] ?? '').trim().replace(',', '.'));
    const currency = currencyAt < 0 ? '' : (cells[currencyAt]?.trim().toUpperCase() ?? '');
    const isSound = /^[\p{L}\p{N}.^=_-]{1,20}$/u.test(symbol) && day && Number.isFinite(close) && close > 0;
    return isSound && (currency === '' || /^[A-Z]{3}$/.test(currency)) ? [{ symbol, day, close, currency }] : [];
  });
}

function dayOf(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}/.test(text) ? Temporal.PlainDate.from(text.slice(0, 10)) : null;
  } catch {
    return null;
  }
}
