import { toDay } from '../../../../platform/people/days.js';
import type { Person } from '../../../../platform/people/person.js';
import { type Kind, kinds, type Outcome, outcomes } from '../complaint.js';
import type { Reading } from '../desk.js';
import { accessTo, require } from './access.js';

/** Groups with fewer aren't shown, so that nobody is found by a number. */
export const FEWEST = 5;

/** Null: too few to be told. */
export type Shown = number | null;

export interface Statistics {
  year: number;
  total: Shown;
  byKind: readonly { kind: Kind; count: Shown }[];
  byOutcome: readonly { outcome: Outcome; count: Shown }[];
}

/**
 * How many complaints came in a year, without small numbers. What somebody is kept out of isn't counted for them. Where only one
 * group would be hidden, the next smallest is hidden with it, since it could be worked out from the total.
 */
export async function seeStatistics(desk: Reading, { id }: Person, year: number): Promise<Statistics> {
  await require(desk, 'seeStatistics', id);
  const all = await desk.complaints.all();
  const access = await accessTo(desk, all);
  const kept = all.filter((one) => one.isAnnounced && !access.get(one.id)?.keptOut.has(id));
  const erased = await desk.db.complaint.findMany({ where: { erasedOn: { not: null } } });
  const rows = [
    ...kept.map(({ kind, outcome, receivedOn }) => ({ kind, outcome, year: receivedOn.year })),
    ...erased.map((row) => ({
      kind: row.kind as Kind,
      outcome: row.outcome as Outcome,
      year: toDay(row.receivedOn).year,
    })),
  ].filter((row) => row.year === year);
  const count = (fits: (row: (typeof rows)[number]) => boolean) => rows.filter(fits).length;
  const byKind = withoutSmall(kinds.map((kind) => count((row) => row.kind === kind)));
  const byOutcome = withoutSmall(outcomes.map((outcome) => count((row) => row.outcome === outcome)));
  return {
    year,
    total: rows.length < FEWEST ? null : rows.length,
    byKind: kinds.map((kind, place) => ({ kind, count: byKind[place] ?? null })),
    byOutcome: outcomes.map((outcome, place) => ({ outcome, count: byOutcome[place] ?? null })),
  };
}

/** Zero is hidden too: that there were none tells something where the others are known. */
export function withoutSmall(counts: readonly number[]): Shown[] {
  const shown = counts.map((count): Shown => (count < FEWEST ? null : count));
  const hidden = counts.filter((count) => count < FEWEST);
  const isGuessable = hidden.filter((count) => count > 0).length === 1;
  const smallest = Math.min(...shown.filter((count) => count !== null));
  return isGuessable ? shown.map((count) => (count === smallest ? null : count)) : shown;
}
