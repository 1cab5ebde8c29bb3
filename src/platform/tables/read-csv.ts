import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { decode, type Encoding } from './decode.js';
import { unguarded } from './formulas.js';
import { announcedSeparator, type Separator, separatorOf } from './separator.js';

/** What can be wrong with a file, or with a line of it. */
export type CsvProblem = 'empty' | 'notText' | 'tooLarge' | 'tooManyRows' | 'longCell' | 'unclosedQuote' | 'ragged';

export interface ReadTable {
  /** Trimmed, without the empty ones at the end. */
  headers: string[];
  /** Each has as many cells as there are headers; its line is where it begins in the file, the first line being 1. */
  rows: { line: number; cells: string[] }[];
  separator: Separator;
  encoding: Encoding;
  /** By line. A line with a problem is no row. */
  problems: { line: number; problem: CsvProblem }[];
}

export interface CsvLimits {
  bytes: number;
  rows: number;
  /** Characters in one cell. */
  cell: number;
}

const usual: CsvLimits = { bytes: 10_000_000, rows: 100_000, cell: 5_000 };

type Row = ReadTable['rows'][number];

/**
 * Reads a table as spreadsheets save them: comma, semicolon or tab, with or without a mark, in UTF-8, UTF-16 or the code
 * pages of Central Europe; in quotes, cells may have line breaks. What is wrong with it is told, not thrown.
 */
export function readCsv(bytes: Uint8Array, limits: CsvLimits = usual): ReadTable {
  if (bytes.byteLength > limits.bytes) return unread('tooLarge');
  const { text: original, encoding } = decode(bytes);
  const text = original.replace(/\r\n?/g, '\n');
  if (text.includes('\0')) return unread('notText');
  const announced = announcedSeparator(text);
  const separator = announced?.separator ?? separatorOf(text);
  const { rows, problems } = rowsOf(text.slice(announced?.length ?? 0), separator, limits);
  const lines = rows.map(({ line, cells }) => ({ line: line + (announced ? 1 : 0), cells }));
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) return { ...unread(problems[0]?.problem ?? 'empty'), separator, encoding };
  const headers = withoutEmptyEnd(head.cells.map((cell) => cell.trim()));
  return { headers, separator, encoding, ...fitted(body, headers.length, limits, problems) };
}

const unread = (problem: CsvProblem): ReadTable => ({
  headers: [],
  rows: [],
  separator: ',',
  encoding: 'utf-8',
  problems: [{ line: 1, problem }],
});

/** Up to a quote that nothing closes, where the rest of the file can't be told apart. */
function rowsOf(text: string, delimiter: Separator, limits: CsvLimits): Pick<ReadTable, 'rows' | 'problems'> {
  const rows: Row[] = [];
  let line = 1;
  const keep = (cells: string[], { lines }: { lines: number }) => {
    rows.push({ line, cells });
    line = lines + 1;
    return null;
  };
  try {
    parse(text, {
      delimiter,
      ltrim: delimiter !== '\t',
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      to: limits.rows + 2,
      on_record: keep,
    });
    return { rows, problems: [] };
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
      return { rows, problems: [{ line, problem: 'unclosedQuote' }] };
    }
    throw error;
  }
}

/** Rows that have the cells that the headers ask for, and what is wrong with the others. */
function fitted(rows: readonly Row[], width: number, limits: CsvLimits, problems: ReadTable['problems']) {
  const fitting: Row[] = [];
  const found: ReadTable['problems'] = [];
  for (const { line, cells } of rows.slice(0, limits.rows)) {
    const row = cells.length > width ? [...cells.slice(0, width), ...withoutEmptyEnd(cells.slice(width))] : cells;
    if (row.length !== width) found.push({ line, problem: 'ragged' });
    else if (row.some((cell) => cell.length > limits.cell)) found.push({ line, problem: 'longCell' });
    else fitting.push({ line, cells: row.map(unguarded) });
  }
  const beyond = rows[limits.rows];
  if (beyond) found.push({ line: beyond.line, problem: 'tooManyRows' });
  return { rows: fitting, problems: [...found, ...problems] };
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}
