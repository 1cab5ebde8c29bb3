import type { Prisma, Stint as Row } from '../../../../generated/prisma/client.js';
import { isRowId } from '../../../../platform/claims.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { type ClockStore, type EndedStint, hasEnded, type Period, type Stint } from './stint.js';

type Db = Prisma.TransactionClient;

/** At most so many in one go; the next run takes the rest. */
const BATCH = 200;

/** The punch clock's stints. */
export const stintsIn = (db: Db): ClockStore & { of(personId: string, period: Period): Promise<Stint[]> } => ({
  async hold(personId) {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('accounting.timesheets clock ' || ${personId}, 0))`;
  },

  async openOf(personId) {
    const row = await db.stint.findFirst({ where: { personId, endedBy: null } });
    return row && stintOf(row);
  },

  lastMomentOf: (personId) => lastMomentOf(db, personId),

  async get(id) {
    const row = isRowId(id) ? await db.stint.findUnique({ where: { id } }) : null;
    return row && stintOf(row);
  },

  async nextAfter({ id, personId, startedAt }) {
    const row = await db.stint.findFirst({
      where: { personId, id: { not: id }, startedAt: { gte: toDate(startedAt) } },
      orderBy: { startedAt: 'asc' },
    });
    return row && stintOf(row);
  },

  start: async ({ startedAt, ...stint }) =>
    stintOf(await db.stint.create({ data: { ...stint, startedAt: toDate(startedAt) } })),

  end: (id, by, at) => endOf(db, id, { endedBy: by, endedAt: toDate(at) }),

  async forget({ startedBy, personId }, askedAt) {
    const rows = await db.stint.updateManyAndReturn({
      where: { endedBy: null, startedAt: { lte: toDate(startedBy) }, ...(personId && { personId }) },
      data: { endedBy: 'forgotten', askedAt: toDate(askedAt) },
      limit: BATCH,
    });
    return rows.map(stintOf);
  },

  async overlapping(personId, { from, until }, except) {
    const row = await db.stint.findFirst({
      where: {
        personId,
        ...(except && { id: { not: except } }),
        startedAt: { lt: toDate(until) },
        OR: [
          { endedAt: { gt: toDate(from) } },
          { endedBy: null },
          { endedBy: 'forgotten', startedAt: { gte: toDate(from) } },
        ],
      },
      orderBy: { startedAt: 'asc' },
    });
    return row && stintOf(row);
  },

  async put(id, { startedAt, endedAt, ...stint }) {
    const data = { ...stint, startedAt: toDate(startedAt), endedAt: toDate(endedAt), endedBy: 'corrected' as const };
    const row = id === null ? await db.stint.create({ data }) : await db.stint.update({ where: { id }, data });
    return endedOf(stintOf(row));
  },

  async remove(id) {
    await db.stint.delete({ where: { id } });
  },

  /** Those that have any of that time, by their beginning; one without an end may be among them. */
  async of(personId, { from, until }) {
    const rows = await db.stint.findMany({
      where: {
        personId,
        startedAt: { lt: toDate(until) },
        OR: [{ endedAt: { gt: toDate(from) } }, { endedAt: null }],
      },
      orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(stintOf);
  },
});

/** A forgotten one has no end that anybody knows, so its beginning counts. */
async function lastMomentOf(db: Db, personId: string): Promise<Temporal.Instant | null> {
  const { _max } = await db.stint.aggregate({ where: { personId }, _max: { startedAt: true, endedAt: true } });
  const moments = [_max.startedAt, _max.endedAt].filter((moment) => moment !== null);
  const last = moments.reduce((latest, moment) => Math.max(latest, moment.getTime()), -Infinity);
  return moments.length > 0 ? toInstant(new Date(last)) : null;
}

async function endOf(db: Db, id: string, data: Prisma.StintUpdateInput): Promise<EndedStint> {
  return endedOf(stintOf(await db.stint.update({ where: { id }, data })));
}

function endedOf(stint: Stint): EndedStint {
  if (!hasEnded(stint)) throw new Error('a stint that was ended has an end');
  return stint;
}

const stintOf = ({ startedAt, endedAt, askedAt, ...row }: Row): Stint => ({
  ...row,
  startedAt: toInstant(startedAt),
  endedAt: endedAt && toInstant(endedAt),
  askedAt: askedAt && toInstant(askedAt),
});
