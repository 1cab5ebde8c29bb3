import type { WorkedSheet } from '../../../../platform/hours.js';
import { common, dayText, isWithin, overlap, type Span, widest } from './days.js';
import { grouped, type PaidSheet, type Piece } from './pieces.js';
import type { PriceList } from './price-list.js';
import { type PricedSlice, priced } from './priced.js';

/** What one sheet comes to for one employee. */
export interface SheetShare {
  employeeNumber: string;
  sheetId: string;
  personId: string;
  version: number;
  /** Of the run's own days. */
  own: Piece[];
  /** Of days that earlier runs settled, where there is something to correct: what it should be, and what was paid. */
  correction: { should: Piece[]; paid: readonly Piece[]; days: Span } | null;
  /** How it stands paid after this run. */
  after: PaidSheet;
}

export interface Books {
  own: Span;
  settled: readonly Span[];
  list: PriceList;
  /** By sheet, then by employee. */
  paid: ReadonlyMap<string, ReadonlyMap<string, PaidSheet>>;
}

/** Cuts a sheet into what this run pays, what it corrects and what isn't its business, for each employee in it. */
export function sharesOf(sheet: WorkedSheet, books: Books): { shares: SheetShare[]; unpaid: PricedSlice[] } {
  const slices = priced(sheet, books.list);
  const paid = books.paid.get(sheet.sheetId) ?? new Map<string, PaidSheet>();
  const isSettled = ({ day }: PricedSlice) => books.settled.some((span) => isWithin(day, span));
  const isOwn = ({ day }: PricedSlice) => isWithin(day, books.own);
  const needsLook = paid.size === 0 || [...paid.values()].some((one) => one.isOpen || one.version < sheet.version);
  const concerned = slices.filter((slice) => isOwn(slice) || isSettled(slice));
  const numbers = new Set([...concerned.map(({ employeeNumber }) => employeeNumber), ...paid.keys()]);
  const days = settledDays(sheet, books.settled);
  const shares = [...numbers].map((employeeNumber): SheetShare => {
    const theirs = concerned.filter((slice) => slice.employeeNumber === employeeNumber);
    const [own, settled] = [piecesOf(theirs.filter(isOwn)), piecesOf(theirs.filter(isSettled))];
    const before = paid.get(employeeNumber);
    // What was paid and needs no look stays as it was paid, at the rates of then.
    const stays = needsLook ? settled : (before?.pieces ?? []);
    return {
      ...{ employeeNumber, sheetId: sheet.sheetId, personId: sheet.personId, version: sheet.version, own },
      correction: needsLook && days ? { should: settled, paid: before?.pieces ?? [], days } : null,
      after: afterRun(sheet, employeeNumber, theirs, [...stays, ...own]),
    };
  });
  return { shares, unpaid: concerned.filter(({ piece }) => piece === null) };
}

const piecesOf = (slices: readonly PricedSlice[]): Piece[] => slices.flatMap(({ piece }) => piece ?? []);

const afterRun = (
  { sheetId, personId, version, first, last }: WorkedSheet,
  employeeNumber: string,
  slices: readonly PricedSlice[],
  pieces: Piece[],
): PaidSheet => ({
  ...{ sheetId, personId, version, employeeNumber, pieces: grouped(pieces) },
  ...{ first: dayText(first), last: dayText(last), isOpen: slices.some(({ piece }) => piece === null) },
});

/** The sheet's days that earlier runs settled, from the first to the last of them. */
function settledDays(sheet: WorkedSheet, settled: readonly Span[]): Span | null {
  const whole = { from: dayText(sheet.first), until: dayText(sheet.last) };
  const [part, ...parts] = settled.filter((span) => overlap(span, whole)).map((span) => common(span, whole));
  return part ? widest(part, parts) : null;
}
