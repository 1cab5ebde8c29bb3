import { Prisma } from '../../../../generated/prisma/client.js';
import { insertion, returning } from '../../../../platform/database/insertion.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { openStates } from '../states.js';
import type { EventDetail, TicketEvent } from '../ticket.js';
import type { Source } from './tickets.js';

type Db = Prisma.TransactionClient;

export interface NewEvent {
  kind: TicketEvent['kind'];
  actorId: string | null;
  text?: string | null;
  detail?: EventDetail;
  fileNames?: string[];
  isPrivate?: boolean;
  /** The message in Slack that said it. */
  source?: Source;
}

/** What happened to a ticket and what was said, in order. */
export const historyIn = (db: Db, now: Temporal.Instant) => ({
  /** Null where that very message was written down before. */
  async add(ticketNumber: number, event: NewEvent): Promise<TicketEvent | null> {
    const [added] = await this.addAll([{ ...event, ticketNumber }]);
    return added ?? null;
  },

  /** Of several tickets, in this order, without messages that were written down before. */
  async addAll(events: readonly (NewEvent & { ticketNumber: number })[]): Promise<TicketEvent[]> {
    const at = toDate(now);
    const rows = events.map(({ source, ...event }) => ({
      ...event,
      channel: source?.channel ?? null,
      ts: source?.ts ?? null,
      at,
    }));
    const added = await db.$queryRaw<EventRow[]>`
      ${insertion('TicketEvent', rows)} ON CONFLICT DO NOTHING ${returning(Prisma.TicketEventScalarFieldEnum)}`;
    return added.map(eventOf);
  },

  /** Oldest first; the last `limit` of them. */
  async of(
    ticketNumber: number,
    { withPrivate, limit }: { withPrivate: boolean; limit: number },
  ): Promise<TicketEvent[]> {
    const where = { ticketNumber, ...(!withPrivate && { isPrivate: false }) };
    const rows = await db.ticketEvent.findMany({ where, orderBy: { id: 'desc' }, take: limit });
    return rows.reverse().map(eventOf);
  },

  async saidIn({ channel, ts }: Source): Promise<TicketEvent | null> {
    const row = await db.ticketEvent.findUnique({ where: { channel_ts: { channel, ts } } });
    return row && eventOf(row);
  },

  /** What was said between two lines of the history, newest first. */
  async talk(ticketNumber: number, after: string | null, before: string, limit: number): Promise<TicketEvent[]> {
    const id = { lt: BigInt(before), ...(after !== null && { gt: BigInt(after) }) };
    const where = { ticketNumber, id, OR: [{ text: { not: null } }, { fileNames: { isEmpty: false } }] };
    return (await db.ticketEvent.findMany({ where, orderBy: { id: 'desc' }, take: limit })).map(eventOf);
  },

  /** The last time before `event` that the ticket's card left that channel. */
  async leftBefore({ id, number }: TicketEvent, channel: string): Promise<TicketEvent | null> {
    const where = { ticketNumber: number, id: { lt: BigInt(id) }, ...whoLeft(channel) };
    const row = await db.ticketEvent.findFirst({ where, orderBy: { id: 'desc' } });
    return row && eventOf(row);
  },

  /** The ticket's moves since that line of its history. */
  async movesAfter({ id, number }: TicketEvent): Promise<TicketEvent[]> {
    const where = { ticketNumber: number, kind: 'moved' as const, id: { gt: BigInt(id) } };
    return (await db.ticketEvent.findMany({ where, orderBy: { id: 'asc' } })).map(eventOf);
  },

  /** Open tickets whose card left that channel at some time, and stands in another now. */
  async goneFrom(channel: string): Promise<number[]> {
    const ticket = { state: { in: [...openStates] }, triageChannel: { not: channel } };
    const where = { ...whoLeft(channel), ticket };
    const rows = await db.ticketEvent.findMany({ where, select: { ticketNumber: true }, distinct: ['ticketNumber'] });
    return rows.map(({ ticketNumber }) => ticketNumber);
  },

  async reword(id: string, changes: Pick<NewEvent, 'text' | 'isPrivate'>): Promise<TicketEvent> {
    return eventOf(await db.ticketEvent.update({ where: { id: BigInt(id) }, data: changes }));
  },
});

const whoLeft = (channel: string) => ({
  kind: 'moved' as const,
  detail: { path: ['fromChannel'], equals: channel },
});

type EventRow = Prisma.TicketEventGetPayload<object>;

const eventOf = (row: EventRow): TicketEvent => ({
  id: String(row.id),
  number: row.ticketNumber,
  kind: row.kind,
  actorId: row.actorId,
  text: row.text,
  detail: (row.detail as EventDetail | null) ?? {},
  fileNames: row.fileNames,
  isPrivate: row.isPrivate,
  at: toInstant(row.at),
});
