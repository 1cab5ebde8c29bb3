import type { Transaction } from '../../../../platform/office.js';
import { listStuck, type StuckLetter } from '../../../../platform/outbox/stuck.js';
import { type Temporal, toInstant } from '../../../../platform/time.js';
import { isNotice, STUCK_NOTICE } from '../ids.js';
import { countAlone, lastNotice, stuckToTellOf } from '../store/troubles.js';

const HOURS_BETWEEN = 1;
/** Of many, the newest say enough: the rest is in the list. */
const TOLD_IN_FULL = 3;
const LOOKED_AT = 20;

/** What a notice tells of. */
export interface Stuck {
  count: number;
  newest: StuckLetter[];
  /** When the last of them got stuck. */
  latest: Temporal.Instant | null;
}

/** Counts what is stuck, one at a time, so that of several notices begun together the last has counted everything. */
export async function takeStock(tx: Transaction): Promise<Stuck> {
  await countAlone(tx);
  const { count, latest } = await stuckToTellOf(tx);
  const newest = (await listStuck(tx.db, LOOKED_AT)).filter(({ once }) => !isNotice(once));
  return { count, newest: newest.slice(0, TOLD_IN_FULL), latest: latest && toInstant(latest) };
}

/** How somebody is told: in the notice that still waits to be said, or in a new one, an hour after the last at the earliest. */
export type Turn =
  | { kind: 'grow'; once: string }
  | { kind: 'begin'; once: string; notBefore?: Temporal.Instant; tellsAfter: Temporal.Instant | null };

export async function turnOf(tx: Transaction, personId: string): Promise<Turn> {
  const { newestId, last } = await lastNotice(tx, personId);
  if (last?.state === 'pending') return { kind: 'grow', once: last.once };
  const begin = { kind: 'begin' as const, once: `${STUCK_NOTICE}/${personId}/${newestId}` };
  if (!last) return { ...begin, tellsAfter: null };
  const said = toInstant(last.notBefore ?? last.createdAt);
  const next = said.add({ hours: HOURS_BETWEEN });
  const mustWait = next.epochMilliseconds > tx.now.epochMilliseconds;
  return { ...begin, tellsAfter: said, ...(mustWait && { notBefore: next }) };
}

/** Something got stuck that no notice could tell of, such as when the office was killed at that moment. */
export const isUntold = ({ latest }: Stuck, turn: Turn): boolean =>
  turn.kind === 'begin' &&
  latest !== null &&
  (turn.tellsAfter === null || latest.epochMilliseconds > turn.tellsAfter.epochMilliseconds);
