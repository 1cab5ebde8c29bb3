import type { Better, Figure, TallyRow, Unit } from '../../../../platform/reports/report-source.js';

/** How much something changed; null: there is nothing to compare, or no share of nothing. */
export interface Change {
  by: number;
  /** In thousandths of what it was; null where that was nothing. */
  perMille: number | null;
  is: 'up' | 'down' | 'same';
  /** Whether that is good news; null: neither. */
  isGood: boolean | null;
}

export function changeOf(now: Figure, before: Figure, better: Better): Change | null {
  if (now === null || before === null) return null;
  const by = now - before;
  const is = by > 0 ? 'up' : by < 0 ? 'down' : 'same';
  // A share of what was below zero would have the wrong sign, and one of nothing has none.
  const perMille = before > 0 ? Math.round((by / before) * 1000) : null;
  const isGood = is === 'same' || better === 'neither' ? null : (is === 'up') === (better === 'more');
  return { by, perMille, is, isGood };
}

const MOST_DRIVERS = 3;
/** A row that changed by less than a tenth of all changes explains nothing. */
const LEAST_SHARE = 0.1;

type Part = Pick<TallyRow, 'unit' | 'value'> & { before: readonly Figure[] };

/** Places of the two or three rows that changed most since the period before, the largest change first; none by itself. */
export function driversAmong(rows: readonly Part[]): number[] {
  const changes = rows.map(({ value, before: [before = null] }, place) => ({
    place,
    size: value === null || before === null ? 0 : Math.abs(value - before),
  }));
  const unit = unitOf(
    rows[changes.reduce((most, one) => (one.size > most.size ? one : most), changes[0] ?? none).place],
  );
  const comparable = changes.filter(({ place }) => unitOf(rows[place]) === unit);
  const all = comparable.reduce((sum, { size }) => sum + size, 0);
  return comparable
    .filter(({ size }) => size > 0 && size >= all * LEAST_SHARE)
    .sort((one, other) => other.size - one.size || one.place - other.place)
    .slice(0, MOST_DRIVERS)
    .map(({ place }) => place);
}

const none = { place: 0, size: 0 };
const unitOf = (row: { unit: Unit } | undefined): string => JSON.stringify(row?.unit);
