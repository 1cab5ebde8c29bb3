import { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { openStates } from '../states.js';

type Db = Prisma.TransactionClient;

/** Calls that the clock has something to do with, by number. */
export const dueIn = (db: Db, now: Temporal.Instant) => ({
  /** Whoever is rung hasn't answered in time; the longest overdue first. */
  async rings(limit: number): Promise<number[]> {
    const rows = await db.callRing.findMany({
      where: { state: 'ringing', expiresAt: { lte: toDate(now) } },
      orderBy: { expiresAt: 'asc' },
      select: { callNumber: true },
      take: limit,
    });
    return rows.map(({ callNumber }) => callNumber);
  },

  /** Calls whose ring is overdue and which nobody else holds just now; they are held from then on. */
  async holdRings(limit: number): Promise<number[]> {
    const rows = await db.$queryRaw<{ number: number }[]>`
      SELECT "number" FROM "CallRing" "r" JOIN "Call" ON "number" = "callNumber"
      WHERE "r"."state" = 'ringing' AND "expiresAt" <= ${toDate(now)}::timestamptz
      ORDER BY "expiresAt" LIMIT ${limit} FOR UPDATE OF "Call" SKIP LOCKED`;
    return numbersOf(rows);
  },

  /** Who may be rung next for one of these calls. */
  async candidates(numbers: readonly number[]): Promise<string[]> {
    if (numbers.length === 0) return [];
    const rows = await db.call.findMany({
      where: { number: { in: [...numbers] } },
      select: { queue: true, managers: true },
    });
    return [...new Set(rows.flatMap(({ queue, managers }) => [...queue, ...managers]))];
  },

  /** Of whose promise somebody is to be reminded, or which nobody kept. */
  promises: async (limit: number): Promise<number[]> =>
    numbersOf(
      await db.call.findMany({
        where: { remindAt: { lte: toDate(now) } },
        orderBy: { remindAt: 'asc' },
        select: { number: true },
        take: limit,
      }),
    ),

  /** Unhappy clients about whom nobody decided in time. */
  unhappy: async (limit: number): Promise<number[]> =>
    numbersOf(
      await db.call.findMany({
        where: { unhappyDueAt: { lte: toDate(now) }, unhappyLateAt: null, decidedAt: null },
        select: { number: true },
        take: limit,
      }),
    ),

  /** Calls of people who have left. */
  async orphans(limit: number): Promise<number[]> {
    const rows = await db.$queryRaw<{ number: number }[]>`
      SELECT "number" FROM "Call" JOIN "Person" ON "Person"."id" = "ownerId"
      WHERE "state"::text IN (${Prisma.join([...openStates])}) AND "deactivatedAt" IS NOT NULL
      ORDER BY "number" LIMIT ${limit}`;
    return numbersOf(rows);
  },

  /** Finished so long ago that they are no longer kept. */
  outdated: async (before: Temporal.Instant, limit: number): Promise<number[]> =>
    numbersOf(
      await db.call.findMany({
        where: { finishedAt: { lt: toDate(before) }, erasedAt: null },
        orderBy: { number: 'asc' },
        select: { number: true },
        take: limit,
      }),
    ),
});

const numbersOf = (rows: readonly { number: number }[]): number[] => rows.map(({ number }) => number);
