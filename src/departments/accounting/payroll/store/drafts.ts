import { z } from 'zod';
import { isRowId } from '../../../../platform/claims.js';
import type { Transaction } from '../../../../platform/office.js';
import { type Temporal, toDate } from '../../../../platform/time.js';

/** A list that was uploaded, as it was read, with the mark of what its owner saw that it would do. */
export interface Draft {
  ownerId: string;
  table: DraftTable;
  mark: string;
}

const table = z.object({
  headers: z.array(z.string()),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  problems: z.array(z.object({ line: z.int(), problem: z.string() })),
});
export type DraftTable = z.output<typeof table>;
const content = z.object({ table, mark: z.string() });

type Books = Pick<Transaction, 'db' | 'seals' | 'now'>;

const placeOf = (row: string) => ({ table: 'PayrollDraft', row, field: 'content' });

/** Lists of people that wait for a yes. They hold pay, so they are sealed, and kept for an hour. */
export const draftsIn = ({ db, seals, now }: Books) => ({
  async keep(id: string, { ownerId, ...rest }: Draft): Promise<void> {
    const row = { ownerId, content: seals.seal(JSON.stringify(rest), placeOf(id)), madeAt: toDate(now) };
    await db.payrollDraft.upsert({ where: { id }, create: { id, ...row }, update: row });
  },

  /** Null where it was decided already, is too old, or is somebody else's. */
  async get(id: string, ownerId: string): Promise<Draft | null> {
    if (!isRowId(id)) return null;
    const row = await db.payrollDraft.findFirst({ where: { id, ownerId, madeAt: { gt: toDate(oldest(now)) } } });
    return row && { ownerId, ...content.parse(JSON.parse(seals.open(row.content, placeOf(id)))) };
  },

  async forget(id: string): Promise<void> {
    await db.payrollDraft.deleteMany({ where: { id } });
  },

  async forgetOld(): Promise<void> {
    await db.payrollDraft.deleteMany({ where: { madeAt: { lte: toDate(oldest(now)) } } });
  },
});

const oldest = (now: Temporal.Instant) => now.subtract({ hours: 1 });
