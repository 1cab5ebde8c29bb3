import { decimalsOf } from '../money.js';
import { fromDay } from '../people/days.js';
import { type CellKind, type Column, type Table, type TypedCell, typedCell } from './table.js';

/** In characters: what the kind usually needs. */
const widths: Record<CellKind, number> = { text: 24, number: 12, date: 12, minutes: 10, money: 16 };

/** Excel's own limits. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;

/**
 * The table as a workbook of one sheet. Each cell is written with its type, so text stays text whatever it begins with; the
 * titles stay in sight.
 */
export async function writeXlsx({ name, columns, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const titles = columns.map(({ title }) => ({ type: String, value: textFor(title), fontWeight: 'bold' as const }));
  const lines = rows.map((row) => columns.map((column, place) => cellOf(row[place] ?? null, column)));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const workbook = await writeExcelFile([titles, ...lines], {
    sheet: sheetName(name),
    columns: columns.map(({ kind, title, width }) => ({ width: width ?? Math.max(widths[kind], title.length + 2) })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(workbook);
}

const cellOf = (value: Table['rows'][number][number], column: Column) =>
  value === null ? null : written(typedCell(value, column));

function written(cell: TypedCell) {
  switch (cell.kind) {
    case 'text':
      return { type: String, value: textFor(cell.value) };
    case 'number':
      return { type: Number, value: cell.value };
    case 'date':
      return { type: Date, value: fromDay(cell.value), format: 'yyyy-mm-dd' };
    case 'minutes':
      // A spreadsheet's unit of time is the day.
      return { type: Number, value: cell.value / (24 * 60), format: '[h]:mm' };
    case 'money':
      return amount(cell.value.minor, cell.value.currency);
  }
}

function amount(minor: number, currency: string) {
  const decimals = decimalsOf(currency);
  const format = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''} "${currency}"`;
  return { type: Number, value: minor / 10 ** decimals, format };
}

/** Without what XML has no way to write, and no longer than a cell may be. */
const textFor = (text: string): string => text.replace(/\r\n?/g, '\n').slice(0, LONGEST_TEXT).replace(NOT_IN_XML, '');

const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Excel refuses some characters, and a name that is too long or empty. */
function sheetName(name: string): string {
  const allowed = textFor(name)
    .replace(/[[\]:*?/\\\r\n\t]/g, ' ')
    .replace(/^'|'$/g, ' ')
    .trim();
  return allowed.slice(0, LONGEST_NAME).trim() || '1';
}
