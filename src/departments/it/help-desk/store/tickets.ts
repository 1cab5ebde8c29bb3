import type { Prisma } from '../../../../generated/prisma/client.js';
import { toRow } from '../../../../platform/database/rows.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { finishedStates, openStates } from '../states.js';
import type { Target, Ticket } from '../ticket.js';
import { ticketOf } from './rows.js';

type Db = Prisma.TransactionClient;

/** A message in Slack that a ticket was made from. */
export interface Source {
  channel: string;
  ts: string;
}

export type NewTicket = Pick<
  Ticket,
  | 'priority'
  | 'category'
  | 'text'
  | 'requesterId'
  | 'behalfOfId'
  | 'sourceLink'
  | 'queueId'
  | 'owedSince'
  | 'runningSince'
  | 'targets'
> & { source: Source | null };

export type TicketChanges = Partial<Omit<Ticket, 'number' | 'createdAt' | 'requesterId' | 'behalfOfId' | 'text'>>;

const include = { targets: true } satisfies Prisma.TicketInclude;

/** What stands in the place of a text that was erased: Slack shows no empty one. */
const NO_TEXT = '—';
const readable = { state: { in: [...finishedStates] }, erasedAt: null };

/** Tickets one at a time; lists and counts are in `queue.ts`, what the clock looks for in `clock.ts`. */
export const ticketsIn = (db: Db, now: Temporal.Instant) => ({
  /** Null where that message already has a ticket: one message makes one. */
  add: (ticket: NewTicket) => addTicket(db, now, ticket),

  async get(number: number): Promise<Ticket | null> {
    if (number > MAX_NUMBER) return null;
    const row = await db.ticket.findUnique({ where: { number }, include });
    return row && ticketOf(row);
  },

  /** Like `get`, and whoever else wants to change it waits until this piece of work is done. */
  async hold(number: number): Promise<Ticket | null> {
    if (number > MAX_NUMBER) return null;
    await db.$queryRaw`SELECT 1 FROM "Ticket" WHERE "number" = ${number} FOR UPDATE`;
    return this.get(number);
  },

  async madeFrom({ channel, ts }: Source): Promise<Ticket | null> {
    const row = await db.ticket.findFirst({ where: { sourceChannel: channel, sourceTs: ts }, include });
    return row && ticketOf(row);
  },

  async change(number: number, { targets, ...changes }: TicketChanges): Promise<Ticket> {
    if (targets) await replaceTargets(db, number, targets);
    const data: Prisma.TicketUncheckedUpdateInput = { ...toRow(changes), updatedAt: toDate(now) };
    return ticketOf(await db.ticket.update({ where: { number }, data, include }));
  },

  /** Where its card stands. Nothing else of the ticket changes, so it isn't read again. */
  async place(ticket: Ticket, card: Pick<Ticket, 'triageCard' | 'triageChannel'>): Promise<Ticket> {
    await db.ticket.updateMany({ where: { number: ticket.number }, data: card });
    return { ...ticket, ...card };
  },

  async openOf(assigneeId: string): Promise<Ticket[]> {
    const where = { assigneeId, state: { in: [...openStates] } };
    const rows = await db.ticket.findMany({ where, include, orderBy: { number: 'asc' } });
    return rows.map(ticketOf);
  },

  /** What that person asked for, or what was asked for them. */
  async openFor(requesterId: string): Promise<Ticket[]> {
    const state = { in: [...openStates] };
    const where = { state, OR: [{ requesterId }, { behalfOfId: requesterId }] };
    const rows = await db.ticket.findMany({ where, include, orderBy: { number: 'asc' } });
    return rows.map(ticketOf);
  },

  /** Finished tickets that they asked for, or that were asked for them, and that can still be read. */
  async readableOf(requesterId: string): Promise<number[]> {
    const where = { ...readable, OR: [{ requesterId }, { behalfOfId: requesterId }] };
    const rows = await db.ticket.findMany({ where, select: { number: true }, orderBy: { number: 'asc' } });
    return rows.map(({ number }) => number);
  },

  /** Finished tickets that can still be read and in which nothing has happened since then, the oldest first. */
  async untouchedSince(before: Temporal.Instant, limit: number): Promise<number[]> {
    const where = { ...readable, updatedAt: { lt: toDate(before) } };
    const orderBy = [
      { updatedAt: 'asc' },
      { number: 'asc' },
    ] as const satisfies Prisma.TicketOrderByWithRelationInput[];
    const rows = await db.ticket.findMany({ where, select: { number: true }, orderBy: [...orderBy], take: limit });
    return rows.map(({ number }) => number);
  },

  /** Takes away all that was written, in the ticket and in its history; what happened when stays. */
  async erase(number: number): Promise<void> {
    await db.ticket.update({
      where: { number },
      data: { text: NO_TEXT, resolution: null, ratingComment: null, sourceLink: null, erasedAt: toDate(now) },
    });
    await db.ticketEvent.updateMany({ where: { ticketNumber: number }, data: { text: null, fileNames: [] } });
  },

  /** Open tickets of one queue. */
  async openIn(queueId: string): Promise<number[]> {
    const where = { queueId, state: { in: [...openStates] } };
    const rows = await db.ticket.findMany({ where, select: { number: true }, orderBy: { number: 'asc' } });
    return rows.map(({ number }) => number);
  },

  /** Every open ticket: what a new triage channel is to show. */
  async allOpen(): Promise<Ticket[]> {
    const where = { state: { in: [...openStates] } };
    const rows = await db.ticket.findMany({ where, include, orderBy: { number: 'asc' } });
    return rows.map(ticketOf);
  },
});

/** PostgreSQL's largest integer: what is larger is no ticket's number. */
export const MAX_NUMBER = 2_147_483_647;

async function addTicket(db: Db, now: Temporal.Instant, ticket: NewTicket): Promise<Ticket | null> {
  const { source, targets, ...fields } = ticket;
  const data = {
    ...toRow(fields),
    sourceChannel: source?.channel ?? null,
    sourceTs: source?.ts ?? null,
    createdAt: toDate(now),
    updatedAt: toDate(now),
  };
  // Only a message can have a ticket already. Prisma keeps its plan of the first insert, and of the other doesn't.
  const [added] = source
    ? await db.ticket.createManyAndReturn({ data: [data], skipDuplicates: true })
    : [await db.ticket.create({ data })];
  if (!added) return null;
  await addTargets(db, added.number, targets);
  return ticketOf({ ...added, targets: targets.map((target) => ({ ...toRow(target), ticketNumber: added.number })) });
}

async function replaceTargets(db: Db, ticketNumber: number, targets: readonly Target[]): Promise<void> {
  await db.ticketTarget.deleteMany({ where: { ticketNumber } });
  await addTargets(db, ticketNumber, targets);
}

async function addTargets(db: Db, ticketNumber: number, targets: readonly Target[]): Promise<void> {
  if (targets.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "TicketTarget" ("ticketNumber", "kind", "dueAt", "warnAt", "warnedAt", "escalatedAt")
    SELECT ${ticketNumber}::int, "kind"::"TicketTargetKind", "dueAt", "warnAt", "warnedAt", "escalatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) AS "new" ("kind" text, "dueAt" timestamptz,
      "warnAt" timestamptz, "warnedAt" timestamptz, "escalatedAt" timestamptz)`;
}
