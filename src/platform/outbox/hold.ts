import type { Prisma } from '../../generated/prisma/client.js';
import { Temporal, toDate } from '../time.js';

/** When what is held back would go out: never. A letter whose time hasn't come holds nobody else in its lane back. */
export const NEVER = Temporal.Instant.from('9999-01-01T00:00:00Z');

type Db = Prisma.TransactionClient;

/** Files about a case that wait are kept back. What a worker has taken up already still goes out. */
export const holdBack = (db: Db, about: string): Promise<number> =>
  db.$executeRaw`
    UPDATE "Letter" SET "notBefore" = ${toDate(NEVER)}::timestamptz
    WHERE "about" = ${about} AND "kind" = 'document' AND "state" = 'pending'`;

/** They go out after all, from that moment on; at once where it has passed. */
export const release = (db: Db, about: string, notBefore: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    UPDATE "Letter" SET "notBefore" = ${toDate(notBefore)}::timestamptz
    WHERE "about" = ${about} AND "kind" = 'document' AND "state" = 'pending'
      AND "notBefore" = ${toDate(NEVER)}::timestamptz
    RETURNING pg_notify('letters', '')::text`;
