import type { Prisma } from '../../../../generated/prisma/client.js';
import type { Ask } from '../../../../platform/database/ask.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { isOpen, openStates } from '../states.js';
import type { State, Ticket } from '../ticket.js';
import { ticketOf } from './rows.js';

export const PAGE = 10;

/** Whose tickets, and which of them. */
export interface Wish {
  /** Of those that this person asked for, or that were asked for them. */
  requesterId?: string;
  /** Null: nobody's. */
  assigneeId?: string | null;
  states?: readonly State[];
  resolvedSince?: Temporal.Instant;
  lateAt?: Temporal.Instant;
  /** Null: the default queue. */
  queueId?: string | null;
}

export interface Page {
  tickets: Ticket[];
  total: number;
  /** From 0. */
  page: number;
}

const include = { targets: true } satisfies Prisma.TicketInclude;
const pressingFirst = [{ priority: 'desc' }, { number: 'asc' }] satisfies Prisma.TicketOrderByWithRelationInput[];
const latestFirst = { updatedAt: 'desc' } satisfies Prisma.TicketOrderByWithRelationInput;

/** Many tickets at once, by what people ask for. */
export const queueIn = (db: Prisma.TransactionClient, ask: Ask) => ({
  /** Open tickets stand by priority, then by age; finished ones by when something last happened to them. */
  async page(wish: Wish, page: number, size: number = PAGE): Promise<Page> {
    const where = whereOf(wish);
    const orderBy = wish.states?.every(isOpen) ? pressingFirst : latestFirst;
    const rowsOf = (shown: number) => db.ticket.findMany({ where, include, orderBy, skip: shown * size, take: size });
    const [total, rows] = await ask(
      () => db.ticket.count({ where }),
      () => rowsOf(page),
    );
    const shown = Math.min(page, Math.max(0, Math.ceil(total / size) - 1));
    // A page that is no longer there, since the list became shorter: the last one.
    const tickets = shown === page ? rows : await rowsOf(shown);
    return { tickets: tickets.map(ticketOf), total, page: shown };
  },

  count: (wish: Wish): Promise<number> => db.ticket.count({ where: whereOf(wish) }),

  /** What leads want to know of the time since. */
  async figures(since: Temporal.Instant, now: Temporal.Instant) {
    const at = { gte: toDate(since) };
    const [raised, resolved, ratings, open, late] = [
      await db.ticket.count({ where: { createdAt: at } }),
      await db.ticket.count({ where: { resolvedAt: at } }),
      await db.ticket.aggregate({ where: { ratedAt: at }, _avg: { rating: true }, _count: { rating: true } }),
      await this.count({ states: openStates }),
      await this.count({ states: openStates, lateAt: now }),
    ];
    return { raised, resolved, open, late, rated: ratings._count.rating, rating: ratings._avg.rating };
  },

  /** What happened between two moments: how many were raised, in each queue too, and how the solved ones went. */
  async tallied(start: Temporal.Instant, end: Temporal.Instant) {
    const among = { gte: toDate(start), lt: toDate(end) };
    const raised = await db.ticket.groupBy({ by: ['queueId'], where: { createdAt: among }, _count: { _all: true } });
    const ratings = await db.ticket.aggregate({ where: { ratedAt: among }, _avg: { rating: true } });
    const [solved] = await db.$queryRaw<[{ count: number; medianMinutes: number | null }]>`
      SELECT count(*)::int AS "count", (percentile_cont(0.5) WITHIN GROUP (ORDER BY "spentMinutes"))::float AS "medianMinutes"
      FROM "Ticket" WHERE "resolvedAt" >= ${toDate(start)}::timestamptz AND "resolvedAt" < ${toDate(end)}::timestamptz`;
    return {
      raised: raised.map(({ queueId, _count }) => ({ queueId, count: _count._all })),
      solved: solved.count,
      medianMinutes: solved.medianMinutes,
      rating: ratings._avg.rating,
    };
  },
});
export type Figures = Awaited<ReturnType<ReturnType<typeof queueIn>['figures']>>;

function whereOf({ requesterId, assigneeId, states, resolvedSince, lateAt, queueId }: Wish): Prisma.TicketWhereInput {
  return {
    ...(requesterId !== undefined && { OR: [{ requesterId }, { behalfOfId: requesterId }] }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(queueId !== undefined && { queueId }),
    ...(states && { state: { in: [...states] } }),
    ...(resolvedSince && { resolvedAt: { gte: toDate(resolvedSince) } }),
    ...(lateAt && { targets: { some: { dueAt: { lte: toDate(lateAt) } } } }),
  };
}
