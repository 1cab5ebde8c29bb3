import type { Prisma } from '../../../../generated/prisma/client.js';
import { toRow } from '../../../../platform/database/rows.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Feed } from '../feed.js';
import { feedOf } from './rows.js';

type Db = Prisma.TransactionClient;
export type NewFeed = Pick<Feed, 'url' | 'title' | 'siteUrl' | 'topic' | 'addedById'>;

/** Nobody else reads a feed meanwhile; a process that dies gives it up after that. */
const LEASE_SECONDS = 300;

export const feedsIn = (db: Db, now: Temporal.Instant) => ({
  async all(): Promise<Feed[]> {
    return (await db.feed.findMany({ orderBy: [{ topic: 'asc' }, { title: 'asc' }] })).map(feedOf);
  },
  async get(id: string): Promise<Feed | null> {
    const row = await db.feed.findUnique({ where: { id } });
    return row && feedOf(row);
  },
  async at(url: string): Promise<Feed | null> {
    const row = await db.feed.findUnique({ where: { url } });
    return row && feedOf(row);
  },
  /** Null where that address is read already. It is read at once. */
  async add(feed: NewFeed): Promise<Feed | null> {
    const data = [{ ...feed, addedAt: toDate(now), nextAt: toDate(now) }];
    const [row] = await db.feed.createManyAndReturn({ data, skipDuplicates: true });
    return row ? feedOf(row) : null;
  },
  async change(id: string, changes: Partial<Omit<Feed, 'id'>>): Promise<void> {
    await db.feed.update({ where: { id }, data: toRow(changes) });
  },
  async remove(id: string): Promise<void> {
    await db.feed.delete({ where: { id } });
  },

  hasDue: async (): Promise<boolean> =>
    (await db.feed.findFirst({ where: { nextAt: { lte: toDate(now) } }, select: { id: true } })) !== null,

  /** Takes up feeds that are due, so that other replicas leave them alone for a while. */
  async takeDue(limit: number): Promise<Feed[]> {
    const rows = await db.$queryRaw<Prisma.FeedGetPayload<object>[]>`
      UPDATE "Feed" SET "nextAt" = ${toDate(now.add({ seconds: LEASE_SECONDS }))}::timestamptz
      WHERE "id" IN (SELECT "id" FROM "Feed" WHERE "nextAt" <= ${toDate(now)}::timestamptz
        ORDER BY "nextAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING *`;
    return rows.map(feedOf);
  },
});
