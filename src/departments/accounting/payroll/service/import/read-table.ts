import { readCsv } from '../../../../../platform/tables/read-csv.js';
import { UserError } from '../../../../../platform/user-error.js';
import type { DraftTable } from '../../store/drafts.js';
import { no, type Say, words } from '../../words.js';
import { type Headers, readHeaders } from './columns.js';

/** The largest list that is taken: far more than a company's people. */
export const LARGEST_BYTES = 5 * 1024 * 1024;
export const MOST_LINES = 20_000;

/** The field of the form, and so where a refusal is shown. */
export const FILE = 'file';

/** A list as cells. One that has no lines, or no columns that we know, is refused as a whole. */
export function readTable(bytes: Uint8Array): DraftTable {
  const { headers, rows, problems } = readCsv(bytes, { bytes: LARGEST_BYTES, rows: MOST_LINES, cell: 500 });
  if (headers.length === 0) throw no(`import.refused.${wholeProblem(problems[0]?.problem)}`, {}, FILE);
  if (rows.length === 0 && problems.length === 0) throw no('import.refused.headersOnly', {}, FILE);
  const table = { headers, rows, problems };
  headersOf(table);
  return table;
}

const wholeProblem = (problem: string | undefined) =>
  problem === 'notText' || problem === 'tooLarge' || problem === 'unclosedQuote' ? problem : 'empty';

export function headersOf(table: DraftTable): Headers {
  const headers = readHeaders(table.headers);
  if (headers.missing.length > 0) throw wrongHeaders('import.refused.headersMissing', headers.missing, table);
  if (headers.twice.length > 0) throw wrongHeaders('import.refused.headersTwice', headers.twice, table);
  return headers;
}

/** Says which columns, in the reader's language, and which there are. */
const wrongHeaders = (
  key: 'import.refused.headersMissing' | 'import.refused.headersTwice',
  columns: Headers['missing'],
  { headers }: DraftTable,
) => new UserError(key, (language) => sentence(words.in(language), key, columns, headers), FILE);

const sentence = (
  say: Say,
  key: 'import.refused.headersMissing' | 'import.refused.headersTwice',
  columns: Headers['missing'],
  headers: readonly string[],
): string =>
  say(key, {
    count: columns.length,
    columns: columns.map((column) => say.plain(`import.column.${column}`)).join(', '),
    found: headers.slice(0, 30).join(', ').slice(0, 500),
  });
