import type { Prisma } from '../../generated/prisma/client.js';
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
      if (records.length > 0) await db.auditNote.createMany({ data: records.map((entry) => rowOf(entry, now)) });
    },
  };
}

const rowOf = ({ actor, action, object, detail }: AuditRecord, now: Temporal.Instant) => ({
  at: toDate(now),
  actor,
  action,
  object,
  detail: JSON.stringify(detail ?? {}),
});
