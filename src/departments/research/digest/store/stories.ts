import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Story } from '../feed.js';
import { storyOf, withSources } from './rows.js';

type Db = Prisma.TransactionClient;

export interface NewItem {
  feedId: string;
  guid: string;
  link: string | null;
  title: string;
  summary: string;
  publishedAt: Temporal.Instant;
  storyId: string;
}

export type NewStory = Pick<Story, 'id' | 'topic' | 'title' | 'link' | 'canonical' | 'publishedAt'>;

export const storiesIn = (db: Db, now: Temporal.Instant) => ({
  /** Of these names, those that this feed brought before. */
  async knownGuids(feedId: string, guids: readonly string[]): Promise<Map<string, { id: string; title: string }>> {
    const rows = await db.feedItem.findMany({
      where: { feedId, guid: { in: [...guids] } },
      select: { id: true, guid: true, title: true },
    });
    return new Map(rows.map(({ guid, ...row }) => [guid, row]));
  },

  /** Stories since that moment, for new reports to be compared with. */
  async recent(since: Temporal.Instant): Promise<Pick<Story, 'id' | 'title' | 'canonical' | 'topic'>[]> {
    return db.story.findMany({
      where: { seenAt: { gte: toDate(since) } },
      select: { id: true, title: true, canonical: true, topic: true },
      orderBy: { seenAt: 'desc' },
      take: 3_000,
    });
  },

  /** New stories, and reports of them and of others; of a story that several feeds report, each counts. */
  async addAll(begun: readonly NewStory[], reports: readonly NewItem[]): Promise<void> {
    const seenAt = toDate(now);
    await db.story.createMany({
      data: begun.map((story) => ({ ...story, publishedAt: toDate(story.publishedAt), seenAt })),
    });
    await db.feedItem.createMany({
      data: reports.map((report) => ({ ...report, publishedAt: toDate(report.publishedAt), seenAt })),
      skipDuplicates: true,
    });
    const fresh = new Set(begun.map(({ id }) => id));
    const joined = [...new Set(reports.map(({ storyId }) => storyId))].filter((id) => !fresh.has(id));
    if (joined.length === 0) return;
    await db.$executeRaw`
      UPDATE "Story" SET "reports" =
        (SELECT count(DISTINCT "feedId") FROM "FeedItem" WHERE "storyId" = "Story"."id")
      WHERE "id" = ANY (${joined}::uuid[])`;
  },

  /** A title that was edited: the same news, told better. */
  async retitle(itemId: string, title: string): Promise<void> {
    await db.feedItem.update({ where: { id: itemId }, data: { title } });
  },

  /** What stood in no digest yet, the most reported and newest first. */
  async fresh(since: Temporal.Instant): Promise<Story[]> {
    const rows = await db.story.findMany({
      where: { editionDay: null, seenAt: { gte: toDate(since) }, items: { some: { feed: { isMuted: false } } } },
      include: withSources,
      orderBy: [{ reports: 'desc' }, { publishedAt: 'desc' }],
      take: 500,
    });
    return rows.map(storyOf);
  },

  async ofEdition(day: Temporal.PlainDate): Promise<Story[]> {
    const rows = await db.story.findMany({
      where: { editionDay: fromDay(day) },
      include: withSources,
      orderBy: [{ reports: 'desc' }, { publishedAt: 'desc' }],
    });
    return rows.map(storyOf);
  },

  async since(moment: Temporal.Instant, topics: readonly string[]): Promise<Story[]> {
    const rows = await db.story.findMany({
      where: { seenAt: { gte: toDate(moment) }, topic: { in: [...topics] } },
      include: withSources,
      orderBy: [{ reports: 'desc' }, { publishedAt: 'desc' }],
      take: 100,
    });
    return rows.map(storyOf);
  },

  async putInto(day: Temporal.PlainDate, ids: readonly string[]): Promise<void> {
    await db.story.updateMany({ where: { id: { in: [...ids] } }, data: { editionDay: fromDay(day) } });
  },

  async search(words: readonly string[], take: number): Promise<Story[]> {
    const AND = words.map((word) => {
      const contains = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
      return { OR: [{ title: contains }, { items: { some: { summary: contains } } }] };
    });
    const rows = await db.story.findMany({ where: { AND }, include: withSources, orderBy: { seenAt: 'desc' }, take });
    return rows.map(storyOf);
  },

  async get(id: string): Promise<Story | null> {
    const row = await db.story.findUnique({ where: { id }, include: withSources });
    return row && storyOf(row);
  },

  /**
   * News that nobody reads any more. What came without a date counts as published when it was seen, and stays: its feed may
   * show it for years, and would bring it anew.
   */
  async forget(before: Temporal.Instant): Promise<void> {
    await db.$executeRaw`
      DELETE FROM "Story" WHERE "seenAt" < ${toDate(before)}::timestamptz AND "publishedAt" <> "seenAt"
        AND NOT EXISTS (SELECT 1 FROM "DigestLater" WHERE "storyId" = "Story"."id")`;
  },
});
