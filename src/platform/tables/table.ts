import type { Money } from '../money.js';
import type { Temporal } from '../time.js';

/** What stands in a column's cells; a cell may be null, which is empty. */
export interface CellKinds {
  text: string;
  number: number;
  date: Temporal.PlainDate;
  /** Whole minutes, shown as hours: `7:30`. */
  minutes: number;
  /** In CSV without its currency, which has a column of its own where there are several. */
  money: Money;
}
export type CellKind = keyof CellKinds;

export interface Column {
  title: string;
  kind: CellKind;
  /** In characters; what usually fits, unless given. */
  width?: number;
}

export type Cell = CellKinds[CellKind] | null;

/** What is exported: as CSV or as a workbook, from the same rows. */
export interface Table {
  /** The sheet's name in a workbook. */
  name: string;
  columns: readonly Column[];
  /** Each with a cell for every column, of its kind. */
  rows: readonly (readonly Cell[])[];
}

/** A cell with the kind that its column says. */
export type TypedCell = { [Kind in CellKind]: { kind: Kind; value: CellKinds[Kind] } }[CellKind];

/** Throws where a cell isn't of its column's kind: that is a mistake of ours, and a wrong figure for the reader. */
export function typedCell(value: Exclude<Cell, null>, { kind, title }: Column): TypedCell {
  if (!fits[kind](value)) throw new TypeError(`a cell under "${title}" is no ${kind}`);
  return { kind, value } as TypedCell;
}

const isNumber = (value: unknown): boolean => Number.isFinite(value);

const fits: Record<CellKind, (value: Exclude<Cell, null>) => boolean> = {
  text: (value) => typeof value === 'string',
  number: isNumber,
  minutes: isNumber,
  date: (value) => typeof value === 'object' && 'dayOfWeek' in value,
  money: (value) => typeof value === 'object' && 'minor' in value,
};
