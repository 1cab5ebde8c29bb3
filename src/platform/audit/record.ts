import type { Prisma } from '../../generated/prisma/client.js';
import { insertion } from '../database/insertion.js';
import { type Temporal, toDate } from '../time.js';
import type { Audit, AuditRecord } from './audit.js';

/**
 * Writes all that one transaction records at once. The database makes the notes entries of the chain at the commit: until
 * then nobody who works at the same time waits for them.
 */
export function auditIn(db: Prisma.TransactionClient, now: Temporal.Instant): Audit & { write(): Promise<void> } {
  const records: AuditRecord[] = [];
  return {
    record: async (entry) => void records.push(entry),
    write: async () => {
      if (records.length > 0) await writeNotes(db, now, records);
    },
  };
}

async function writeNotes(db: Prisma.TransactionClient, now: Temporal.Instant, records: AuditRecord[]): Promise<void> {
  const at = toDate(now);
  const rows = records.map(({ detail = {}, ...record }) => ({ ...record, at, detail: JSON.stringify(detail) }));
  await db.$executeRaw(insertion('AuditNote', rows));
}
