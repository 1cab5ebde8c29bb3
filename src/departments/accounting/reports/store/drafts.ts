import type { Prisma } from '../../../../generated/prisma/client.js';
import { isRowId } from '../../../../platform/claims.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { type LedgerKind, type Mapping, mappingShape } from '../ledger.js';

type Db = Prisma.TransactionClient;

/** A file that waits for a yes. */
export interface Draft {
  id: string;
  ownerId: string;
  name: string;
  kind: LedgerKind;
  bytes: Uint8Array<ArrayBuffer>;
  mapping: Mapping | null;
  replacesId: string | null;
}

const KEPT_HOURS = 24;

/** Uploaded files between their forms, and which columns files of one kind have. */
export const draftsIn = (db: Db, now: Temporal.Instant) => ({
  async begin(draft: Omit<Draft, 'id' | 'mapping'>): Promise<string> {
    return (await db.ledgerDraft.create({ data: { ...draft, madeAt: toDate(now) } })).id;
  },

  /** Null where it was decided already, is too old, or is somebody else's. */
  async get(id: string, ownerId: string): Promise<Draft | null> {
    const since = toDate(now.subtract({ hours: KEPT_HOURS }));
    const row = isRowId(id) ? await db.ledgerDraft.findFirst({ where: { id, ownerId, madeAt: { gt: since } } }) : null;
    const mapping = row?.mapping ? mappingShape.safeParse(row.mapping) : null;
    return row && { ...row, bytes: new Uint8Array(row.bytes), mapping: mapping?.success ? mapping.data : null };
  },

  async map(id: string, mapping: Mapping): Promise<void> {
    await db.ledgerDraft.update({ where: { id }, data: { mapping } });
  },

  async forget(id: string): Promise<void> {
    await db.ledgerDraft.deleteMany({ where: { id } });
  },

  async forgetOld(): Promise<void> {
    await db.ledgerDraft.deleteMany({ where: { madeAt: { lte: toDate(now.subtract({ hours: KEPT_HOURS })) } } });
  },

  async mappingFor(headers: string): Promise<Mapping | null> {
    const row = await db.ledgerMapping.findUnique({ where: { headers } });
    const read = row ? mappingShape.safeParse(row.mapping) : null;
    return read?.success ? read.data : null;
  },

  async rememberMapping(headers: string, mapping: Mapping, by: string): Promise<void> {
    const row = { mapping, changedBy: by, changedAt: toDate(now) };
    await db.ledgerMapping.upsert({ where: { headers }, create: { headers, ...row }, update: row });
  },
});
