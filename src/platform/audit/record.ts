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
      if (records.length > 0) await writeNotes(db, now, records);
    },
  };
}

/** As SQL of our own, since Prisma compiles an insert of several rows anew each time, and most transactions have one. */
async function writeNotes(db: Prisma.TransactionClient, now: Temporal.Instant, records: AuditRecord[]): Promise<void> {
  const rows = records.map(({ detail = {}, ...record }, place) => ({
    ...record,
    place,
    detail: JSON.stringify(detail),
  }));
  await db.$executeRaw`
    INSERT INTO "AuditNote" ("at", "actor", "action", "object", "detail")
    SELECT ${toDate(now)}::timestamptz, "actor", "action", "object", "detail"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS "new" ("place" int, "actor" text, "action" text, "object" text, "detail" text)
    ORDER BY "place"`;
}
