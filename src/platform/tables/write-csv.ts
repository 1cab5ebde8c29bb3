import { decimalsOf } from '../money.js';
import type { Language } from '../words/words.js';
import { guarded } from './formulas.js';
import { type Table, type TypedCell, typedCell } from './table.js';

/** Spreadsheets part cells by what the language leaves free: Romanian writes decimals with a comma. */
const styles: Record<Language, { separator: string; point: string }> = {
  en: { separator: ',', point: '.' },
  ro: { separator: ';', point: ',' },
};

/** The table as CSV that a spreadsheet in that language opens with a double click: with a mark, so that it knows UTF-8. */
export function writeCsv({ columns, rows }: Table, language: Language): Uint8Array {
  const { separator, point } = styles[language];
  const titles = columns.map(({ title }) => guarded(title));
  const lines = rows.map((row) =>
    columns.map((column, place) => {
      const value = row[place] ?? null;
      return value === null ? '' : written(typedCell(value, column), point);
    }),
  );
  const text = [titles, ...lines].map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator));
  return new TextEncoder().encode(`\ufeff${text.join('\r\n')}\r\n`);
}

function written(cell: TypedCell, point: string): string {
  if (cell.kind === 'text') return guarded(cell.value);
  if (cell.kind === 'date') return cell.value.toString();
  if (cell.kind === 'minutes') return hoursAndMinutes(cell.value);
  if (cell.kind === 'number') return decimal(cell.value).replace('.', point);
  const decimals = decimalsOf(cell.value.currency);
  return (cell.value.minor / 10 ** decimals).toFixed(decimals).replace('.', point);
}

/** All digits, never `1e21`. */
const decimal = (value: number): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20, maximumSignificantDigits: 17 });

function hoursAndMinutes(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  return `${minutes < 0 ? '-' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
