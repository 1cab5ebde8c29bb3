import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { KeptQueue } from '../queues.js';

/** The queues that leads added; the default one is among the desk's settings. */
export const queueListIn = (db: Prisma.TransactionClient, now: Temporal.Instant) => ({
  async all(): Promise<KeptQueue[]> {
    const rows = await db.ticketQueue.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] });
    return rows.map(({ updatedBy: _by, updatedAt: _at, ...queue }) => queue);
  },

  /** Whoever else wants to change the list waits until this piece of work is done: what one may add depends on the rest. */
  async hold(): Promise<KeptQueue[]> {
    await db.$executeRaw`LOCK TABLE "TicketQueue" IN SHARE ROW EXCLUSIVE MODE`;
    return this.all();
  },

  async write(id: string | null, queue: Omit<KeptQueue, 'id'>, by: string): Promise<string> {
    const { name, channel, categories, peopleIds } = queue;
    const lists = { categories: [...categories], peopleIds: [...peopleIds] };
    const data = { name, channel, ...lists, updatedBy: by, updatedAt: toDate(now) };
    if (id === null) return (await db.ticketQueue.create({ data })).id;
    await db.ticketQueue.update({ where: { id }, data });
    return id;
  },

  /** Finished tickets of it count to the default queue from now on. */
  async remove(id: string): Promise<void> {
    await db.ticketQueue.delete({ where: { id } });
  },
});
