import type { Prisma } from '../../generated/prisma/client.js';

/** The newest entry. Whoever keeps a copy of it elsewhere can prove later that nothing before it was changed or cut. */
export interface Head {
  seq: bigint;
  hash: string;
}

/** Null: nothing was recorded yet. */
export const auditHead = (db: Prisma.TransactionClient): Promise<Head | null> =>
  db.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
