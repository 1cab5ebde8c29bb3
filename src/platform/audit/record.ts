import type { Prisma } from '../../generated/prisma/client.js';
import { type Temporal, toDate } from '../time.js';
import type { Audit, AuditRecord } from './audit.js';

/**
 * Keeps what is recorded until `write`, the last thing before the commit: the chain is locked from an entry's insertion
 * until then, and whoever works meanwhile should not wait for it.
 */
export function auditIn(db: Prisma.TransactionClient, now: Temporal.Instant): Audit & { write(): Promise<void> } {
  const records: AuditRecord[] = [];
  return {
    record: async (entry) => void records.push(entry),
    write: async () => {
      if (records.length > 0) await db.auditEntry.createMany({ data: records.map((entry) => rowOf(entry, now)) });
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
