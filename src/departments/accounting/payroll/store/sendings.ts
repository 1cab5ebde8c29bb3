import { Prisma } from '../../../../generated/prisma/client.js';
import { NEVER } from '../../../../platform/outbox/hold.js';
import { toDate } from '../../../../platform/time.js';

type Db = Prisma.TransactionClient;

/** How many payslips of a run are in which state; those kept back count as waiting too. */
export interface LetterCounts {
  waiting: number;
  held: number;
  sent: number;
  ambiguous: number;
  failed: number;
}

/** What became of the messages that carry a run's payslips. */
export const sendingsIn = (db: Db) => ({
  async counts(about: string): Promise<LetterCounts> {
    const where = { about, kind: 'document' as const };
    const rows = await db.letter.groupBy({ by: ['state'], where, _count: { _all: true } });
    const held = await db.letter.count({ where: { ...where, state: 'pending', notBefore: toDate(NEVER) } });
    const count = (...states: string[]) =>
      rows.reduce((sum, { state, _count }) => (states.includes(state) ? sum + _count._all : sum), 0);
    const [waiting, sent] = [count('pending', 'sending'), count('sent')];
    return { waiting, held, sent, ambiguous: count('ambiguous'), failed: count('dead') };
  },

  /** Those whom a run pays and nobody can write to: unknown in Slack, or their account is closed. */
  unreachable: (runId: string): Promise<{ number: string; name: string }[]> =>
    db.$queryRaw(Prisma.sql`
      SELECT DISTINCT "PayslipRow"."employeeNumber" AS "number", "PayslipRow"."name" AS "name" FROM "PayslipRow"
      LEFT JOIN "Person" ON "Person"."id" = "PayslipRow"."personId"
      WHERE "runId" = ${runId}::uuid AND ("Person"."id" IS NULL OR "Person"."deactivatedAt" IS NOT NULL)
      ORDER BY "name" LIMIT 50`),

  /** Messages that tell how far a sending has come, to whom, and what they say by now. */
  async reports(prefix: string): Promise<{ once: string; to: string; text: string }[]> {
    const letters = await db.letter.findMany({ where: { once: { startsWith: prefix }, kind: 'post' } });
    return Promise.all(
      letters.map(async ({ once, lane, payload }) => {
        const where = { target: once, kind: 'change' as const, state: { not: 'dropped' as const } };
        const edit = await db.letter.findFirst({ where, orderBy: { id: 'desc' } });
        return { once, to: lane, text: textOf(edit?.payload ?? payload) };
      }),
    );
  },
});

const textOf = (payload: Prisma.JsonValue): string =>
  payload !== null && typeof payload === 'object' && 'text' in payload ? String(payload.text) : '';
