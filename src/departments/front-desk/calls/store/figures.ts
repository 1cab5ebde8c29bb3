import { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';

type Db = Prisma.TransactionClient;

export interface Figures {
  calls: number;
  answered: number;
  /** Asked of more than one person. */
  passedOn: number;
  lost: number;
  unhappy: number;
  /** Seconds until half of those that were answered were; null: none was. */
  medianSeconds: number | null;
}

/** Figures of all calls, of one rotation's, or of those of one hour of the day. */
export interface FigureRow extends Figures {
  kind: 'all' | 'rotation' | 'hour';
  rotation: string | null;
  hour: number | null;
}

export const figuresIn = (db: Db) => ({
  /** One pass over the calls of that time, added up in three ways; hours are of that zone. */
  async among({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }, zone: string): Promise<FigureRow[]> {
    return db.$queryRaw<FigureRow[]>(Prisma.sql`
    WITH "counted" AS (
      SELECT "r"."name" AS "rotation", extract(hour FROM "openedAt" AT TIME ZONE ${zone})::int AS "hour",
        extract(epoch FROM "acceptedAt" - "openedAt")::float AS "waited", ("acceptedAt" IS NOT NULL AND "state" <> 'lost') AS "isAnswered",
        "state" = 'lost' AS "isLost", "unhappyAt" IS NOT NULL AS "isUnhappy",
        (SELECT count(*) FROM "CallRing" WHERE "callNumber" = "number" AND "expiresAt" > "startedAt") > 1 AS "isPassedOn"
      FROM "Call" LEFT JOIN "CallRotation" "r" ON "r"."id" = "rotationId"
      WHERE "openedAt" >= ${toDate(start)} AND "openedAt" < ${toDate(end)}
    )
    SELECT CASE grouping("rotation", "hour") WHEN 3 THEN 'all' WHEN 1 THEN 'rotation' ELSE 'hour' END AS "kind",
      "rotation", "hour", count(*)::int AS "calls", (count(*) FILTER (WHERE "isAnswered"))::int AS "answered",
      (count(*) FILTER (WHERE "isPassedOn"))::int AS "passedOn", (count(*) FILTER (WHERE "isLost"))::int AS "lost",
      (count(*) FILTER (WHERE "isUnhappy"))::int AS "unhappy",
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY "waited"))::float AS "medianSeconds"
    FROM "counted" GROUP BY GROUPING SETS ((), ("rotation"), ("hour"))
    ORDER BY "hour" NULLS FIRST, "calls" DESC`);
  },
});
