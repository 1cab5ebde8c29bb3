import type { Prisma } from '../../../../generated/prisma/client.js';
import type { Transaction } from '../../../../platform/office.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { STUCK_NOTICE, TROUBLE } from '../ids.js';

type Db = Pick<Transaction, 'db'>;

/** Many letters can get stuck at the same moment; who counts them for a notice does so alone, until the commit. */
export async function countAlone({ db }: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('office.hub trouble', 0))`;
}

const stuck = { state: { in: ['dead', 'ambiguous'] } } satisfies Prisma.LetterWhereInput;
const noNotice = { once: { not: { startsWith: `${TROUBLE}/` } } } satisfies Prisma.LetterWhereInput;

export const countStuck = ({ db }: Db): Promise<number> => db.letter.count({ where: stuck });

/** All that wait for a person but the notices about them, and when the last of them got stuck. */
export async function stuckToTellOf({ db, now }: Pick<Transaction, 'db' | 'now'>) {
  const where = { ...stuck, ...noNotice };
  const latest = { ...where, settledAt: { lte: toDate(now) } };
  return {
    count: await db.letter.count({ where }),
    latest: (await db.letter.aggregate({ where: latest, _max: { settledAt: true } }))._max.settledAt,
  };
}

export async function stuckSince({ db }: Db, ids: readonly string[]): Promise<Map<string, Date | null>> {
  const where = { id: { in: ids.map(BigInt) } };
  const rows = await db.letter.findMany({ where, select: { id: true, settledAt: true } });
  return new Map(rows.map(({ id, settledAt }) => [String(id), settledAt]));
}

const noticesTo = (personId: string) =>
  ({ lane: personId, kind: 'post', once: { startsWith: `${STUCK_NOTICE}/` } }) satisfies Prisma.LetterWhereInput;

/** The last notice that a person got of stuck letters, or that waits for its time; and how many were ever written. */
export async function lastNotice({ db }: Db, personId: string) {
  const where = noticesTo(personId);
  const [newest] = await db.letter.findMany({ where, orderBy: { id: 'desc' }, take: 1 });
  const [last] = await db.letter.findMany({
    where: { ...where, state: { not: 'dropped' } },
    orderBy: { id: 'desc' },
    take: 1,
  });
  return { newestId: newest?.id ?? 0n, last: last ?? null };
}

/** Runs whose due time failed, the newest first. */
export async function failedRuns({ db }: Db, since: Temporal.Instant, limit: number) {
  const where = { outcome: { startsWith: 'failed' }, ranAt: { gte: toDate(since) } };
  return {
    total: await db.occurrence.count({ where }),
    runs: await db.occurrence.findMany({ where, orderBy: [{ dueAt: 'desc' }, { job: 'asc' }], take: limit }),
  };
}
