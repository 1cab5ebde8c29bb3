import { z } from 'zod';
import type { Currency } from '../../../platform/money.js';
import type { Temporal } from '../../../platform/time.js';

/** Terms: a *ledger file* brings *entries*, each an amount on an account on a day; a *line* of the report is a name for some
 * accounts (`Salaries: 64*`); a *mapping* says which column of a file is what. */
export const DESK = 'accounting.reports';

/** What happened, or what was planned. */
export const ledgerKinds = ['actual', 'budget'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/**
 * How amounts are written: `signed`, revenue above zero and cost below; `plain`, all above zero, and the line says which;
 * `sides`, debit and credit in columns of their own, kept as `signed`.
 */
export const amountStyles = ['signed', 'plain', 'sides'] as const;

const place = z.int().min(0).max(200);

export const mappingShape = z.object({
  day: place,
  account: place,
  text: place.nullable(),
  /** A number that tells rows apart: an invoice, a voucher. */
  document: place.nullable(),
  amount: place.nullable(),
  debit: place.nullable(),
  credit: place.nullable(),
  currency: place.nullable(),
  amounts: z.enum(amountStyles),
  /** Where no column says it. */
  usualCurrency: z.string().regex(/^[A-Z]{3}$/),
});
/** Places of columns, from 0; null: the file has none. */
export type Mapping = z.output<typeof mappingShape>;

export interface NewEntry {
  day: Temporal.PlainDate;
  /** Not escaped. */
  account: string;
  text: string;
  document: string;
  minor: number;
  currency: Currency;
  line: number;
}

export interface Entry extends NewEntry {
  id: string;
  kind: LedgerKind;
}

/** `counted`; `withdrawn` can be put back; `replaced` by a later version; `refused`: nothing of it was taken in. */
export const fileStates = ['counted', 'withdrawn', 'replaced', 'refused'] as const;
export type FileState = (typeof fileStates)[number];

export interface LedgerFile {
  id: string;
  name: string;
  kind: LedgerKind;
  state: FileState;
  version: number;
  replacesId: string | null;
  amounts: 'signed' | 'plain';
  /** Null: it lay in the watched folder. */
  takenBy: string | null;
  takenAt: Temporal.Instant;
  rows: number;
  firstDay: Temporal.PlainDate | null;
  lastDay: Temporal.PlainDate | null;
  trouble: string | null;
}

export const lineKinds = ['revenue', 'cost'] as const;
export type LineKind = (typeof lineKinds)[number];

export const lineShape = z.object({
  kind: z.enum(lineKinds),
  name: z.string().min(1).max(60),
  /** Whole accounts, or what they begin with: `6022`, `64*`. */
  accounts: z.array(z.string().min(1).max(60)).min(1).max(100),
});
export type Line = z.output<typeof lineShape>;
export const MOST_LINES = 60;

export const fileCase = (id: string): string => `${DESK}/file/${id}`;
