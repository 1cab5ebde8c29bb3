import type { Prisma } from '../../generated/prisma/client.js';
import { insertion } from '../database/insertion.js';
import { type Temporal, toDate } from '../time.js';
import type { Audit, AuditRecord } from './audit.js';

/** An audit that keeps what is recorded until the end of its transaction. */
export interface AuditOfTransaction extends Audit {
  /** What inserts all that was recorded since the last time; to be carried out before the commit. */
  takeNotes(): Prisma.Sql | undefined;
}

/**
 * All that one transaction records is written at once. The database makes the notes entries of the chain at the commit: until
 * then nobody who works at the same time waits for them.
 */
export function auditAt(now: Temporal.Instant): AuditOfTransaction {
  const records: AuditRecord[] = [];
  return {
    record: async (entry) => void records.push(entry),
    takeNotes: () => (records.length > 0 ? notesOf(records.splice(0), toDate(now)) : undefined),
  };
}

const notesOf = (records: readonly AuditRecord[], at: Date): Prisma.Sql =>
  insertion(
    'AuditNote',
    records.map(({ detail = {}, ...record }) => ({ ...record, at, detail: JSON.stringify(detail) })),
  );
