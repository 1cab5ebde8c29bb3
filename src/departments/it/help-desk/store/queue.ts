import { Prisma } from '../../../../generated/prisma/client.js';
import type { Ask } from '../../../../platform/database/ask.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { finishedStates, isOpen, openStates } from '../states.js';
import type { State, Ticket } from '../ticket.js';
import { inOrder, ticketOf } from './rows.js';

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
const solvedLast = [{ resolvedAt: 'desc' }, { number: 'desc' }] satisfies Prisma.TicketOrderByWithRelationInput[];

/** Many tickets at once, by what people ask for. */
export const queueIn = (db: Prisma.TransactionClient, ask: Ask) => ({
  /** Open tickets stand by priority, then by age; solved ones by when they were; others by when something last happened. */
  page(wish: Wish, page: number): Promise<Page> {
    const [where, orderBy] = [whereOf(wish), orderOf(wish)];
    return paged(
      ask,
      page,
      () => db.ticket.count({ where }),
      async (skip) => (await db.ticket.findMany({ where, include, orderBy, skip, take: PAGE })).map(ticketOf),
    );
  },

  /** All that somebody ever asked for, or that was asked for them, the latest first. */
  askedBy(requesterId: string, page: number): Promise<Page> {
    const others = { behalfOfId: requesterId, requesterId: { not: requesterId } };
    return paged(
      ask,
      page,
      // Each by an index of its own, without looking at a ticket.
      async () =>
        sum(
          await ask(
            () => db.ticket.count({ where: { requesterId } }),
            () => db.ticket.count({ where: others }),
          ),
        ),
      async (skip) => inOrder(db, await latestOf(db, requesterId, null, skip, PAGE)),
    );
  },

  async first(wish: Wish, size: number): Promise<Ticket[]> {
    const rows = await db.ticket.findMany({ where: whereOf(wish), include, orderBy: orderOf(wish), take: size });
    return rows.map(ticketOf);
  },

  /** The first `size` of them, counted only where there may be more. */
  async top(wish: Wish, size: number): Promise<Omit<Page, 'page'>> {
    const tickets = await this.first(wish, size);
    return { tickets, total: tickets.length < size ? tickets.length : await this.count(wish) };
  },

  /** Of the finished ones that somebody asked for, or that were asked for them, those in which something happened last. */
  lastFinished: async (requesterId: string, size: number): Promise<Ticket[]> =>
    inOrder(db, await latestOf(db, requesterId, finishedStates, 0, size)),

  count: (wish: Wish): Promise<number> => db.ticket.count({ where: whereOf(wish) }),

  /** How many open ones somebody has, nobody has, and are late. */
  async openCounts(assigneeId: string, now: Temporal.Instant) {
    const [counts] = await db.$queryRaw<[{ assigned: number; unassigned: number; late: number }]>`
      SELECT (count(*) FILTER (WHERE "assigneeId" = ${assigneeId}))::int AS "assigned",
        (count(*) FILTER (WHERE "assigneeId" IS NULL))::int AS "unassigned",
        (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "TicketTarget" WHERE "ticketNumber" = "number"
          AND "dueAt" <= ${toDate(now)}::timestamptz)))::int AS "late"
      FROM "Ticket" WHERE "state" = ANY (${openStates}::"TicketState"[])`;
    return counts;
  },

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

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

const orderOf = ({ states, resolvedSince }: Wish) => {
  if (resolvedSince) return solvedLast;
  return states?.every(isOpen) ? pressingFirst : latestFirst;
};

/** A page that is no longer there, since the list became shorter, is the last one. */
async function paged(
  ask: Ask,
  page: number,
  count: () => Promise<number>,
  ticketsFrom: (skip: number) => Promise<Ticket[]>,
): Promise<Page> {
  const [total, tickets] = await ask(count, () => ticketsFrom(page * PAGE));
  const shown = Math.min(page, Math.max(0, Math.ceil(total / PAGE) - 1));
  return { total, page: shown, tickets: shown === page ? tickets : await ticketsFrom(shown * PAGE) };
}

/**
 * Numbers, the latest first. Those somebody asked for and those asked for them are found in order, each by its own index; in
 * one condition all of both would be read and sorted.
 */
async function latestOf(
  db: Prisma.TransactionClient,
  requesterId: string,
  states: readonly State[] | null,
  skip: number,
  take: number,
): Promise<number[]> {
  const among = states ? Prisma.sql`"state" = ANY (${states}::"TicketState"[])` : Prisma.sql`true`;
  const of = (whose: Prisma.Sql) => Prisma.sql`(
    SELECT "number", "updatedAt" FROM "Ticket" WHERE ${whose} AND ${among} ORDER BY "updatedAt" DESC LIMIT ${skip + take}
  )`;
  const rows = await db.$queryRaw<{ number: number }[]>`
    SELECT "number" FROM (
      ${of(Prisma.sql`"requesterId" = ${requesterId}`)} UNION ALL
      ${of(Prisma.sql`"behalfOfId" = ${requesterId} AND "requesterId" <> ${requesterId}`)}
    ) AS "both" ORDER BY "updatedAt" DESC, "number" DESC OFFSET ${skip} LIMIT ${take}`;
  return rows.map(({ number }) => number);
}

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
