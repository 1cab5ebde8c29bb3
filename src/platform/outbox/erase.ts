import type { Prisma } from '../../generated/prisma/client.js';
import { type Temporal, toDate } from '../time.js';

type Db = Prisma.TransactionClient;

/**
 * Puts `content` in the place of everything that was said about a case: what stands in Slack is edited, what waits is
 * rewritten, and no letter keeps what it said. What a worker is sending just now is edited behind that.
 */
export async function erase(db: Db, about: string, content: string, now: Temporal.Instant): Promise<void> {
  const at = toDate(now);
  await db.$executeRaw`
    UPDATE "Letter" SET "state" = 'dropped', "settledAt" = ${at}::timestamptz, "lastError" = 'erased', "payload" = '{}'
    WHERE "about" = ${about} AND "state" = 'pending' AND "kind" <> 'post' AND NOT "mayHaveArrived"`;
  await db.$executeRaw`
    UPDATE "Letter" SET "payload" = ${content}::jsonb
    WHERE "about" = ${about} AND "kind" = 'post' AND "state" IN ('pending', 'dead', 'ambiguous') AND NOT "mayHaveArrived"`;
  await db.$executeRaw`
    INSERT INTO "Letter" ("once", "kind", "lane", "about", "target", "payload", "createdAt")
    SELECT "once" || '/erase', 'change', "lane", "about", "once", ${content}::jsonb, ${at}::timestamptz
    FROM "Letter"
    WHERE "about" = ${about} AND "kind" = 'post'
      AND ("state" IN ('sent', 'sending') OR ("state" IN ('pending', 'ambiguous') AND "mayHaveArrived"))
    ORDER BY "id"
    ON CONFLICT ("once") DO NOTHING
    RETURNING pg_notify('letters', '')::text`;
  await db.$executeRaw`
    UPDATE "Letter" SET "payload" = '{}'
    WHERE "about" = ${about} AND "state" IN ('sent', 'dropped') AND "payload" <> '{}'`;
}

/** Of all that was written to somebody only that it was written stays; what waits for them is never said. */
export async function eraseLane(db: Db, lane: string, now: Temporal.Instant): Promise<number> {
  await db.$executeRaw`
    UPDATE "Letter" SET "state" = 'dropped', "settledAt" = ${toDate(now)}::timestamptz, "lastError" = 'erased'
    WHERE "lane" = ${lane} AND "state" IN ('pending', 'dead', 'ambiguous')`;
  return db.$executeRaw`
    UPDATE "Letter" SET "payload" = '{}'
    WHERE "lane" = ${lane} AND "state" IN ('sent', 'dropped') AND "payload" <> '{}'`;
}
