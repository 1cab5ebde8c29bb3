import { Prisma, type PrismaClient } from '../../generated/prisma/client.js';
import { type Temporal, toDate } from '../time.js';
import { EVERYTHING, FILES, type Limits, type Rate } from './limits.js';
import type { OutgoingKind } from './outbox.js';

/** A letter that this worker holds until its lease ends, with the letter that it hangs on. */
export interface ClaimedLetter {
  id: bigint;
  once: string;
  kind: OutgoingKind;
  lane: string;
  about: string | null;
  payload: unknown;
  /** What led to it, as a W3C traceparent. */
  trace: string | null;
  attempts: number;
  fence: number;
  mayHaveArrived: boolean;
  createdAt: Date;
  target: string | null;
  targetState: 'sent' | 'ambiguous' | 'dead' | 'dropped' | null;
  targetLane: string | null;
  targetChannel: string | null;
  targetTs: string | null;
  targetError: string | null;
  /** A later edit of the same letter, or a later request to draw the same page, waits. */
  overtaken: boolean;
  /** Others wait in the lane. */
  moreBehind: boolean;
}

interface Queue {
  prisma: Pick<PrismaClient, '$queryRaw'>;
  limits: Limits;
}

/**
 * Takes what may be said now, at most `free` letters, no two of a lane, and pays for them from the rate buckets: all in one
 * statement. Two workers can't take the same letter (row locks), nor two of a lane (one that is being sent stands first).
 * The workspace's bucket is locked before anything is taken, which also makes claims of several replicas take turns.
 */
export async function claimLetters(
  { prisma, limits }: Queue,
  now: Temporal.Instant,
  free: number,
): Promise<ClaimedLetter[]> {
  const { lane, workspace, files, leaseMs, fileLeaseMs } = limits;
  return prisma.$queryRaw<ClaimedLetter[]>`
    WITH ${firstInLanes(now, limits)}, "opened" AS (
      INSERT INTO "RateBucket" ("lane", "tokens", "refilledAt")
      SELECT ${EVERYTHING}, 0, clock_timestamp()
      WHERE NOT EXISTS (SELECT 1 FROM "RateBucket" WHERE "lane" = ${EVERYTHING}) ON CONFLICT DO NOTHING
      RETURNING least(${free}, ${workspace.burst})::int AS "count"
    ), "allowed" AS (
      SELECT least(floor(${refilled(workspace)}), ${free})::int AS "count" FROM "RateBucket" "b"
      WHERE "b"."lane" = ${EVERYTHING} AND ${notPaused}
        AND EXISTS (SELECT 1 FROM "first" "l" WHERE ${ready}) FOR UPDATE
    ), ${roomForFiles(files)}, "fitting" AS (
      SELECT "l"."id", "l"."kind", row_number() OVER (PARTITION BY ${hasFile} ORDER BY "l"."id") AS "place"
      FROM "first" "l" LEFT JOIN "RateBucket" "b" ON "b"."lane" = "l"."lane"
      WHERE ${ready} AND ("b"."lane" IS NULL OR (${notPaused} AND ${refilled(lane)} >= 1))
    ), "picked" AS (
      SELECT "l"."id", "l"."lane", "l"."kind" FROM "fitting"
      JOIN "Letter" "l" ON "l"."id" = "fitting"."id" LEFT JOIN "RateBucket" "b" ON "b"."lane" = "l"."lane"
      WHERE ${ready} AND ("b"."lane" IS NULL OR (${notPaused} AND ${refilled(lane)} >= 1)) AND (NOT ${hasFile}
        OR "place" <= coalesce((SELECT "count" FROM "filesAllowed"), (SELECT "count" FROM "filesOpened"), 0))
      ORDER BY "l"."id" LIMIT coalesce((SELECT "count" FROM "allowed"), (SELECT "count" FROM "opened"), 0)
      FOR UPDATE OF "l" SKIP LOCKED
    ), "paid" AS (
      INSERT INTO "RateBucket" AS "b" ("lane", "tokens", "refilledAt")
      SELECT "lane", ${lane.burst - 1}, clock_timestamp() FROM "picked"
      ON CONFLICT ("lane") DO UPDATE SET "tokens" = ${refilled(lane)} - 1, "refilledAt" = clock_timestamp()
      WHERE ${notPaused} AND ${refilled(lane)} >= 1 RETURNING "b"."lane"
    ), "paidByAll" AS (
      UPDATE "RateBucket" "b"
      SET "tokens" = ${refilled(workspace)} - (SELECT count(*) FROM "paid"), "refilledAt" = clock_timestamp()
      WHERE "b"."lane" = ${EVERYTHING} AND EXISTS (SELECT 1 FROM "paid")
    ), "paidForFiles" AS (
      UPDATE "RateBucket" "b" SET "refilledAt" = clock_timestamp(), "tokens" = ${refilled(files)}
        - (SELECT count(*) FROM "picked" "l" JOIN "paid" USING ("lane") WHERE ${hasFile})
      WHERE "b"."lane" = ${FILES} AND EXISTS (SELECT 1 FROM "picked" "l" JOIN "paid" USING ("lane") WHERE ${hasFile})
    ), "claimed" AS (
      UPDATE "Letter" "l" SET "mayHaveArrived" = "l"."mayHaveArrived" OR "l"."state" = 'sending', "state" = 'sending',
        "attempts" = "l"."attempts" + 1, "fence" = "l"."fence" + 1, 
        "leaseUntil" = CASE WHEN ${hasFile} THEN ${fromNow(fileLeaseMs)} ELSE ${fromNow(leaseMs)} END
      FROM "picked" JOIN "paid" USING ("lane") WHERE "l"."id" = "picked"."id" RETURNING "l".*
    )
    SELECT "c"."id", "c"."once", "c"."kind", "c"."lane", "c"."about", "c"."payload", "c"."trace", "c"."attempts", "c"."fence",
      "c"."mayHaveArrived", "c"."createdAt", "c"."target", "t"."state"::text AS "targetState",
      "t"."lane" AS "targetLane", "t"."channel" AS "targetChannel", "t"."ts" AS "targetTs",
      "t"."lastError" AS "targetError", ${isOvertaken} AS "overtaken",
      (SELECT "n"."id" FROM "Letter" "n" WHERE "n"."lane" = "c"."lane" AND "n"."state" = 'pending' AND "n"."id" <> "c"."id"
        ORDER BY "n"."id" LIMIT 1) IS NOT NULL AS "moreBehind"
    FROM "claimed" "c" LEFT JOIN "Letter" "t" ON "t"."once" = "c"."target" ORDER BY "c"."id"`;
}

/** Whether a letter could be said now or as soon as its lane has a token again. */
export async function isAnythingDue({ prisma, limits }: Queue, now: Temporal.Instant): Promise<boolean> {
  const found = await prisma.$queryRaw<unknown[]>`
    WITH ${firstInLanes(now, limits)}
    SELECT 1 FROM "first" "l" LEFT JOIN "RateBucket" "b" ON "b"."lane" = "l"."lane"
    WHERE ${ready} AND ${notPaused} AND NOT EXISTS (SELECT 1 FROM "RateBucket" "shared"
      WHERE ("shared"."lane" = ${EVERYTHING} OR ("shared"."lane" = ${FILES} AND ${hasFile}))
        AND "shared"."pausedUntil" > clock_timestamp()) LIMIT 1`;
  return found.length > 0;
}

/**
 * Who stands first in each lane: what is being said, else the oldest. A letter whose time hasn't come, or that hangs on one
 * which isn't settled, hasn't joined the queue yet and holds nobody back; one that waits for another attempt does. Goes from
 * lane to lane by the index, so that a long queue in one of them costs nothing.
 */
const firstInLanes = (now: Temporal.Instant, { orphanAfterMs }: Limits) => Prisma.sql`RECURSIVE "lanes" AS (
  SELECT min("lane") AS "lane" FROM "Letter" WHERE "state" = 'pending'
  UNION ALL
  SELECT (SELECT min("lane") FROM "Letter" "l" WHERE "l"."state" = 'pending' AND "l"."lane" > "lanes"."lane")
  FROM "lanes" WHERE "lanes"."lane" IS NOT NULL
), "underWay" AS (
  SELECT DISTINCT ON ("lane") ${ofFirst} FROM "Letter" "l" WHERE "l"."state" = 'sending' ORDER BY "lane", "id"
), "first" AS (
  SELECT * FROM "underWay"
  UNION ALL
  SELECT "oldest".* FROM "lanes" CROSS JOIN LATERAL (
    SELECT ${ofFirst} FROM "Letter" "l" WHERE "l"."lane" = "lanes"."lane" AND "l"."state" = 'pending'
      AND ("l"."notBefore" IS NULL OR "l"."notBefore" <= ${toDate(now)})
      AND ("l"."target" IS NULL OR ${targetIn(now, orphanAfterMs)} IS NULL)
    ORDER BY "l"."id" LIMIT 1
  ) "oldest" WHERE "lanes"."lane" NOT IN (SELECT "lane" FROM "underWay")
)`;

/** The letter that it hangs on, if that isn't settled. One row at most is asked for, lest the planner hashes all letters. */
const targetIn = (now: Temporal.Instant, orphanAfterMs: number) => Prisma.sql`(
  SELECT "t"."id" FROM "Letter" "t" WHERE "t"."once" = "l"."target" AND ("t"."state" IN ('pending', 'sending') OR (
    "t"."state" = 'ambiguous' AND "t"."settledAt" > ${toDate(now.subtract({ milliseconds: orphanAfterMs }))})) LIMIT 1
)`;

const ofFirst = Prisma.sql`"l"."id", "l"."lane", "l"."kind", "l"."state", "l"."retryAt", "l"."leaseUntil"`;

const hasFile = Prisma.sql`("l"."kind" IN ('file', 'document'))`;

/** How many letters with a file may go; as with the workspace's bucket, one that doesn't exist yet is opened empty. */
const roomForFiles = (files: Rate) => Prisma.sql`"filesOpened" AS (
  INSERT INTO "RateBucket" ("lane", "tokens", "refilledAt")
  SELECT ${FILES}, 0, clock_timestamp()
  WHERE EXISTS (SELECT 1 FROM "first" "l" WHERE ${ready} AND ${hasFile})
    AND NOT EXISTS (SELECT 1 FROM "RateBucket" WHERE "lane" = ${FILES}) ON CONFLICT DO NOTHING
  RETURNING ${files.burst}::int AS "count"
), "filesAllowed" AS (
  SELECT floor(${refilled(files)})::int AS "count" FROM "RateBucket" "b"
  WHERE "b"."lane" = ${FILES} AND ${notPaused} AND EXISTS (SELECT 1 FROM "first" "l" WHERE ${ready} AND ${hasFile})
  FOR UPDATE
)`;

const ready = Prisma.sql`(
  ("l"."state" = 'pending' AND ("l"."retryAt" IS NULL OR "l"."retryAt" <= clock_timestamp()))
  OR ("l"."state" = 'sending' AND "l"."leaseUntil" <= clock_timestamp())
)`;

const notPaused = Prisma.sql`("b"."pausedUntil" IS NULL OR "b"."pausedUntil" <= clock_timestamp())`;

const isOvertaken = Prisma.sql`("c"."kind" IN ('change', 'home') AND EXISTS (
  SELECT 1 FROM "Letter" "n" WHERE "n"."lane" = "c"."lane" AND "n"."state" = 'pending' AND "n"."id" > "c"."id"
    AND ("n"."kind" = 'home' OR ("n"."kind" IN ('change', 'withdraw') AND "n"."target" = "c"."target"))
))`;

const refilled = ({ perSecond, burst }: Rate) => Prisma.sql`least(${burst}::float8, "b"."tokens"
  + ${perSecond}::float8 * greatest(0, extract(epoch FROM clock_timestamp() - "b"."refilledAt"))::float8)`;

export const fromNow = (ms: number) => Prisma.sql`(clock_timestamp() + ${ms}::float8 * interval '1 millisecond')`;
