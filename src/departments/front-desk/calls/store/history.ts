import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { CallEvent, EventKind } from '../call.js';
import { eventOf } from './rows.js';

type Db = Prisma.TransactionClient;

export interface NewEvent {
  kind: EventKind;
  actorId: string | null;
  text?: string | null;
  detail?: CallEvent['detail'];
}

/** What happened to a call, in order. */
export const historyIn = (db: Db, now: Temporal.Instant) => ({
  async add(callNumber: number, event: NewEvent): Promise<CallEvent> {
    return eventOf(await db.callEvent.create({ data: { ...event, callNumber, at: toDate(now) } }));
  },

  /** Several at once, in order. */
  async addAll(callNumber: number, events: readonly NewEvent[]): Promise<CallEvent[]> {
    const data = events.map((event) => ({ ...event, callNumber, at: toDate(now) }));
    return (await db.callEvent.createManyAndReturn({ data })).map(eventOf);
  },

  /** The last `limit` of them, oldest first. */
  async of(callNumber: number, limit: number): Promise<CallEvent[]> {
    const rows = await db.callEvent.findMany({ where: { callNumber }, orderBy: { id: 'desc' }, take: limit });
    return rows.reverse().map(eventOf);
  },

  /** What people wrote is gone; what happened remains. */
  async forget(callNumber: number): Promise<void> {
    await db.callEvent.updateMany({ where: { callNumber }, data: { text: null } });
  },
});
