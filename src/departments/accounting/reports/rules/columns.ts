import { createHash } from 'node:crypto';
import type { Currency } from '../../../../platform/money.js';
import type { ReadTable } from '../../../../platform/tables/read-csv.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Mapping } from '../ledger.js';
import { readAmount } from './rows.js';

/** What a file's columns can be. */
export const fields = ['day', 'account', 'text', 'document', 'amount', 'debit', 'credit', 'currency'] as const;
export type Field = (typeof fields)[number];

/** As accountants title them, in English and Romanian, without accents. */
const titles: Record<Field, readonly string[]> = {
  day: ['date', 'day', 'data', 'posting date', 'booking date', 'data inregistrarii', 'data operatiunii', 'ziua'],
  account: ['account', 'account number', 'account code', 'cont', 'contul', 'category', 'categorie', 'gl account'],
  text: ['description', 'text', 'details', 'memo', 'explicatie', 'explicatii', 'descriere', 'detalii'],
  document: ['document', 'document number', 'invoice', 'voucher', 'reference', 'factura', 'nr document', 'numar', 'nr'],
  amount: ['amount', 'value', 'sum', 'total', 'suma', 'valoare', 'valoarea', 'net'],
  debit: ['debit', 'debit amount', 'rulaj debitor', 'suma debit', 'dr'],
  credit: ['credit', 'credit amount', 'rulaj creditor', 'suma credit', 'cr'],
  currency: ['currency', 'moneda', 'valuta', 'ccy'],
};

/** Names files with the same columns, whatever their rows: by it a mapping is remembered. */
export const headersKey = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headers.map(folded)))
    .digest('hex');

/** What the columns seem to be. Days and accounts have to be found by somebody who knows, where titles don't tell. */
export function guessMapping(
  { headers, rows }: Pick<ReadTable, 'headers' | 'rows'>,
  usual: Currency,
): Partial<Mapping> {
  const known = headers.map(folded);
  const found = (field: Field): number | null => {
    const place = known.findIndex((title) => titles[field].includes(title));
    return place < 0 ? null : place;
  };
  const [day, account, debit, credit] = [found('day'), found('account'), found('debit'), found('credit')];
  const hasSides = debit !== null && credit !== null;
  const amount = hasSides ? null : found('amount');
  const hasCosts = amount !== null && hasBelowZero(rows, amount, usual);
  return {
    ...(day !== null && { day }),
    ...(account !== null && { account }),
    ...{ text: found('text'), document: found('document'), currency: found('currency') },
    ...{ amount, debit: hasSides ? debit : null, credit: hasSides ? credit : null },
    amounts: hasSides ? 'sides' : hasCosts ? 'signed' : 'plain',
    usualCurrency: usual,
  };
}

const hasBelowZero = (rows: ReadTable['rows'], place: number, currency: Currency): boolean =>
  rows.some(({ cells }) => (readAmount(cells[place] ?? '', currency) ?? 0) < 0);

/** The file has amounts below zero, though earlier ones with these columns were said to have none. */
export const isContradicted = (
  { rows }: Pick<ReadTable, 'rows'>,
  { amounts, amount, usualCurrency }: Mapping,
): boolean => amounts === 'plain' && amount !== null && hasBelowZero(rows, amount, usualCurrency);

/** What is still missing of it, or asked twice. */
export type MappingProblem = { field: Field | 'amounts'; problem: 'missing' | 'twice' };

export function problemsOf(mapping: Partial<Mapping>): MappingProblem[] {
  const missing = (field: Field): MappingProblem[] =>
    mapping[field] === undefined || mapping[field] === null ? [{ field, problem: 'missing' }] : [];
  const amounts = mapping.amounts === 'sides' ? [...missing('debit'), ...missing('credit')] : missing('amount');
  const used = fields.filter((field) => mapping[field] !== undefined && mapping[field] !== null);
  const twice = used.filter((field, place) => used.slice(0, place).some((other) => mapping[other] === mapping[field]));
  return [
    ...missing('day'),
    ...missing('account'),
    ...amounts,
    ...twice.map((field): MappingProblem => ({ field, problem: 'twice' })),
  ];
}
