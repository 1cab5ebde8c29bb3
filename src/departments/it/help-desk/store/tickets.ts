import { Prisma } from '../../../../generated/prisma/client.js';
import { insertion, returning } from '../../../../platform/database/insertion.js';
import { toRow } from '../../../../platform/database/rows.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { finishedStates, openStates } from '../states.js';
import type { Target, Ticket } from '../ticket.js';
import { type TicketRow, ticketOf } from './rows.js';

type Db = Prisma.TransactionClient;

/** A message in Slack that a ticket was made from. */
export interface Source {
  channel: string;
  ts: string;
}

export type NewTicket = Pick<
  Ticket,
  | 'number'
  | 'priority'
  | 'category'
  | 'text'
  | 'requesterId'
  | 'behalfOfId'
  | 'sourceLink'
  | 'queueId'
  | 'triageCard'
  | 'triageChannel'
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
  /** Numbers for so many new tickets: what is said of a ticket names it, so they are known before it is written down. */
  async numbers(count: number): Promise<number[]> {
    const rows = await db.$queryRaw<{ number: number }[]>`
      SELECT nextval(pg_get_serial_sequence('"Ticket"', 'number'))::int AS "number" FROM generate_series(1, ${count}::int)`;
    return rows.map(({ number }) => number);
  },

  /** Gives those that are tickets now. One message makes one: where it has one already, another isn't added. */
  add: (tickets: readonly NewTicket[]) => addTickets(db, now, tickets),

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

async function addTickets(db: Db, now: Temporal.Instant, tickets: readonly NewTicket[]): Promise<Ticket[]> {
  const [createdAt, updatedAt] = [toDate(now), toDate(now)];
  const rows = tickets.map(({ source, targets: _targets, ...fields }) => ({
    ...toRow(fields),
    sourceChannel: source?.channel ?? null,
    sourceTs: source?.ts ?? null,
    createdAt,
    updatedAt,
  }));
  const added = await db.$queryRaw<Omit<TicketRow, 'targets'>[]>`
    ${insertion('Ticket', rows)} ON CONFLICT DO NOTHING ${returning(Prisma.TicketScalarFieldEnum)}`;
  const targets = new Map(tickets.map((ticket) => [ticket.number, targetRows(ticket.number, ticket.targets)]));
  const whole = added.map((row) => ({ ...row, targets: targets.get(row.number) ?? [] }));
  await addTargets(
    db,
    whole.flatMap((row) => row.targets),
  );
  return whole.map(ticketOf);
}

const targetRows = (ticketNumber: number, targets: readonly Target[]) =>
  targets.map((target) => ({ ...toRow(target), ticketNumber }));

async function replaceTargets(db: Db, ticketNumber: number, targets: readonly Target[]): Promise<void> {
  await db.ticketTarget.deleteMany({ where: { ticketNumber } });
  await addTargets(db, targetRows(ticketNumber, targets));
}

async function addTargets(db: Db, rows: readonly ReturnType<typeof targetRows>[number][]): Promise<void> {
  if (rows.length > 0) await db.$executeRaw(insertion('TicketTarget', rows));
}
