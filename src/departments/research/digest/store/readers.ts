import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Story } from '../feed.js';
import { storyOf, withSources } from './rows.js';

type Db = Prisma.TransactionClient;

export interface Follower {
  personId: string;
  topics: string[];
  /** `HH:MM` of their own clock; null: no digest by message. */
  hour: string | null;
  lastDay: Temporal.PlainDate | null;
}
export interface Watch {
  id: string;
  word: string;
  ownerId: string;
}

/** What people want to read of, later, and never miss. */
export const readersIn = (db: Db, now: Temporal.Instant) => ({
  async get(personId: string): Promise<Follower> {
    const row = await db.digestFollower.findUnique({ where: { personId } });
    return row
      ? { ...row, lastDay: row.lastDay && toDay(row.lastDay) }
      : { personId, topics: [], hour: null, lastDay: null };
  },
  async change(personId: string, changes: Partial<Omit<Follower, 'personId'>>): Promise<void> {
    const { lastDay, ...rest } = changes;
    const data = { ...rest, ...(lastDay !== undefined && { lastDay: lastDay && fromDay(lastDay) }) };
    await db.digestFollower.upsert({ where: { personId }, create: { personId, ...data }, update: data });
  },
  /** Who gets a digest by message. */
  async byMessage(): Promise<Follower[]> {
    const rows = await db.digestFollower.findMany({ where: { hour: { not: null } } });
    return rows.map((row) => ({ ...row, lastDay: row.lastDay && toDay(row.lastDay) }));
  },

  async later(personId: string): Promise<Story[]> {
    const rows = await db.digestLater.findMany({
      where: { personId },
      include: { story: { include: withSources } },
      orderBy: { addedAt: 'desc' },
    });
    return rows.map(({ story }) => storyOf(story));
  },
  countLater: (personId: string): Promise<number> => db.digestLater.count({ where: { personId } }),
  async putAside(personId: string, storyId: string): Promise<void> {
    const data = [{ personId, storyId, addedAt: toDate(now) }];
    await db.digestLater.createMany({ data, skipDuplicates: true });
  },
  async takeAway(personId: string, storyId: string): Promise<void> {
    await db.digestLater.deleteMany({ where: { personId, storyId } });
  },

  /** All of somebody's. Says how many things. */
  async forget(personId: string): Promise<number> {
    const gone = [
      await db.digestFollower.deleteMany({ where: { personId } }),
      await db.digestLater.deleteMany({ where: { personId } }),
      await db.digestWatch.deleteMany({ where: { ownerId: personId } }),
    ];
    return gone.reduce((sum, { count }) => sum + count, 0);
  },

  watches: (): Promise<Watch[]> => db.digestWatch.findMany({ orderBy: { word: 'asc' } }),
  async watch(ownerId: string, word: string): Promise<void> {
    await db.digestWatch.createMany({ data: [{ ownerId, word, addedAt: toDate(now) }], skipDuplicates: true });
  },
  async unwatch(ownerId: string, id: string): Promise<void> {
    await db.digestWatch.deleteMany({ where: { id, ownerId } });
  },
});
