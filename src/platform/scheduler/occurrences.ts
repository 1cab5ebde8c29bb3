import type { Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { type Temporal, toDate, toInstant } from '../time.js';

/** Passed-over times that are noted one by one; of a minutely job after a year's sleep, only the last ones. */
const NOTED_AT_MOST = 100;

/** How far each job has been looked at. A job that is new begins now: it owes nothing for the time before. */
export async function readCursors(
  prisma: PrismaClient,
  jobs: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, Temporal.Instant>> {
  const rows = await prisma.jobCursor.findMany({ where: { job: { in: [...jobs] } } });
  const cursors = new Map(rows.map(({ job, cursor }) => [job, toInstant(cursor)]));
  const added = jobs.filter((job) => !cursors.has(job));
  if (added.length > 0) {
    await prisma.jobCursor.createMany({
      data: added.map((job) => ({ job, cursor: toDate(now) })),
      skipDuplicates: true,
    });
  }
  for (const job of added) cursors.set(job, now);
  return cursors;
}

/**
 * What came of wanting a due time. `known`: it was done before. `busy`: another replica works for the job just now, and nobody
 * can know yet what will come of it.
 */
type Taken = 'taken' | 'known' | 'busy';

/**
 * Takes up a due time in the transaction that does its work, and moves the cursor. The lock, held until the end of the
 * transaction, spares us waiting for another replica's outcome.
 */
export const takeUp = (
  db: Prisma.TransactionClient,
  job: string,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Taken> => note(db, job, dueAt, now, 'done');

/** Notes that a due time was taken up in vain. */
export async function noteFailure(
  prisma: PrismaClient,
  job: string,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  reason: string,
): Promise<void> {
  await note(prisma, job, dueAt, now, `failed: ${reason}`);
}

async function note(
  db: Prisma.TransactionClient,
  job: string,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  outcome: string,
): Promise<Taken> {
  const [row] = await db.$queryRaw<{ isMine: boolean; taken: number }[]>`
    WITH "lock" AS MATERIALIZED (
      SELECT pg_try_advisory_xact_lock(hashtextextended('job ' || ${job}, 0)) AS "mine"
    ), "taken" AS (
      INSERT INTO "Occurrence" ("job", "dueAt", "ranAt", "outcome")
      SELECT ${job}, ${toDate(dueAt)}::timestamptz, ${toDate(now)}::timestamptz, ${outcome} FROM "lock" WHERE "mine"
      ON CONFLICT DO NOTHING RETURNING "job", "dueAt"
    ), "moved" AS (
      INSERT INTO "JobCursor" AS "c" ("job", "cursor") SELECT "job", "dueAt" FROM "taken"
      ON CONFLICT ("job") DO UPDATE SET "cursor" = greatest("c"."cursor", excluded."cursor")
    )
    SELECT "mine" AS "isMine", (SELECT count(*)::int FROM "taken") AS "taken" FROM "lock"`;
  if (!row?.isMine) return 'busy';
  return row.taken > 0 ? 'taken' : 'known';
}

/** Notes due times that are passed over, and moves the cursor behind them. */
export async function noteSkipped(
  prisma: PrismaClient,
  job: string,
  skipped: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Promise<void> {
  const last = skipped.at(-1);
  if (!last) return;
  const outcome = 'skipped';
  const rows = skipped
    .slice(-NOTED_AT_MOST)
    .map((dueAt) => ({ job, dueAt: toDate(dueAt), ranAt: toDate(now), outcome }));
  await prisma.occurrence.createMany({ data: rows, skipDuplicates: true });
  await prisma.$executeRaw`
    INSERT INTO "JobCursor" AS "c" ("job", "cursor") VALUES (${job}, ${toDate(last)}::timestamptz)
    ON CONFLICT ("job") DO UPDATE SET "cursor" = greatest("c"."cursor", excluded."cursor")`;
}
