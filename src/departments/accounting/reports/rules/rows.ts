import { createHash } from 'node:crypto';
import { type Currency, readMoney } from '../../../../platform/money.js';
import { readCurrency, readDay } from '../../../../platform/tables/cells.js';
import type { CsvProblem, ReadTable } from '../../../../platform/tables/read-csv.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Entry, LedgerKind, Mapping, NewEntry } from '../ledger.js';

export type RowProblem =
  | CsvProblem
  | 'noDay'
  | 'badDay'
  | 'noAccount'
  | 'noAmount'
  | 'badAmount'
  | 'bothSides'
  | 'badCurrency'
  | 'tooLarge';

export interface BadRow {
  line: number;
  problem: RowProblem;
  /** What stands there. Not escaped. */
  value?: string;
}

/** An entry, with the hash by which the same one is known when it comes again. */
export type KeyedEntry = NewEntry & { key: string };

export interface ReadRows {
  good: KeyedEntry[];
  bad: BadRow[];
  /** Lines that say the same as one above them, document and all: they are left out. */
  doubled: number[];
  /** Lines that say the same as one above them where no document tells them apart: they count. */
  alike: number[];
}

/** More than any ledger's amount, so that sums of a hundred thousand rows are still counted exactly. */
const LARGEST_MINOR = 10_000_000_000_00;

/** Rows as entries, by what the mapping says of the columns; every bad row is told, none is guessed. */
export function readRows(table: Pick<ReadTable, 'rows' | 'problems'>, mapping: Mapping, kind: LedgerKind): ReadRows {
  const read: ReadRows = { good: [], bad: table.problems.map((problem) => ({ ...problem })), doubled: [], alike: [] };
  const counts = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const entry = readRow(cells, mapping, line);
    if ('problem' in entry) {
      read.bad.push({ line, ...entry });
      continue;
    }
    const said = JSON.stringify([kind, ...saidBy(entry)]);
    const above = counts.get(said) ?? 0;
    counts.set(said, above + 1);
    if (above > 0 && entry.document !== '') read.doubled.push(line);
    else {
      if (above > 0) read.alike.push(line);
      read.good.push({ ...entry, key: keyOf(said, above) });
    }
  }
  read.bad.sort((one, other) => one.line - other.line);
  return read;
}

const saidBy = ({ day, account, text, document, minor, currency }: NewEntry) => [
  ...[day.toString(), folded(account), folded(text), folded(document), minor, currency],
];

const keyOf = (said: string, above: number): string => createHash('sha256').update(`${said}/${above}`).digest('hex');

/** The keys that the entries of a file had when they came in, by id; those of a form are all their own. */
export function keysOf(entries: readonly Entry[], isForm: boolean): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const said = JSON.stringify([entry.kind, ...saidBy(entry)]);
      const above = counts.get(said) ?? 0;
      counts.set(said, above + 1);
      return [entry.id, isForm ? ownKey(entry.id) : keyOf(said, above)];
    }),
  );
}

/** Of an entry that was written in a form: the same one twice is meant. */
export const ownKey = (id: string): string => createHash('sha256').update(`form/${id}`).digest('hex');

function readRow(
  cells: readonly string[],
  mapping: Mapping,
  line: number,
): NewEntry | { problem: RowProblem; value?: string } {
  const cell = (place: number | null) => (place === null ? '' : (cells[place] ?? '').trim());
  const [typedDay, account, typedCurrency] = [cell(mapping.day), cell(mapping.account), cell(mapping.currency)];
  const day = readDay(typedDay);
  if (!day) return typedDay === '' ? { problem: 'noDay' } : { problem: 'badDay', value: typedDay };
  if (account === '') return { problem: 'noAccount' };
  const currency = typedCurrency === '' ? mapping.usualCurrency : readCurrency(typedCurrency);
  if (!currency) return { problem: 'badCurrency', value: typedCurrency };
  const amount = amountIn(cell, mapping, currency);
  if ('problem' in amount) return amount;
  if (Math.abs(amount.minor) > LARGEST_MINOR) return { problem: 'tooLarge' };
  const [text, document] = [cell(mapping.text).slice(0, 500), cell(mapping.document).slice(0, 100)];
  return { day, account: account.slice(0, 100), text, document, minor: amount.minor, currency, line };
}

type Cell = (place: number | null) => string;

function amountIn(
  cell: Cell,
  { amounts, amount, debit, credit }: Mapping,
  currency: Currency,
): { minor: number } | { problem: RowProblem; value?: string } {
  if (amounts !== 'sides') {
    const typed = cell(amount);
    if (typed === '') return { problem: 'noAmount' };
    const minor = readAmount(typed, currency);
    return minor === null ? { problem: 'badAmount', value: typed } : { minor };
  }
  const [left, right] = [cell(debit), cell(credit)];
  if (left === '' && right === '') return { problem: 'noAmount' };
  const sides = [left, right].map((typed) => (typed === '' ? 0 : readAmount(typed, currency)));
  const [owed, earned] = sides;
  if (owed === undefined || owed === null) return { problem: 'badAmount', value: left };
  if (earned === undefined || earned === null) return { problem: 'badAmount', value: right };
  if (owed !== 0 && earned !== 0) return { problem: 'bothSides' };
  return { minor: earned - owed };
}

/** Minor units; also `(1,234.50)` and `1.234,50-`, as bookkeepers write what is below zero, and with the currency beside it. */
export function readAmount(text: string, currency: Currency): number | null {
  const bare = text.replace(currency, '').replace(/−/g, '-').replace(/^\+/, '').trim();
  const below = /^\((.+)\)$/.exec(bare)?.[1] ?? /^(.+?)\s*-$/.exec(bare)?.[1];
  if (below?.trim().startsWith('-')) return null;
  const amount = readMoney(below ?? bare, currency);
  if (!amount) return null;
  return below === undefined || amount.minor === 0 ? amount.minor : -amount.minor;
}
