import type { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import type { Language } from '../../../../platform/words/words.js';

/** An answer that the desk gives often. */
export interface CannedReply {
  id: string;
  language: Language;
  title: string;
  text: string;
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The canned replies that leads wrote; those that the desk brings along are among its words. */
export const repliesIn = (db: Prisma.TransactionClient, now: Temporal.Instant) => ({
  async all(): Promise<CannedReply[]> {
    const rows = await db.cannedReply.findMany({ orderBy: [{ language: 'asc' }, { title: 'asc' }, { id: 'asc' }] });
    return rows.map(replyOf);
  },

  async get(id: string): Promise<CannedReply | null> {
    if (!isUuid.test(id)) return null;
    const row = await db.cannedReply.findUnique({ where: { id } });
    return row && replyOf(row);
  },

  async write(id: string | null, reply: Omit<CannedReply, 'id'>, by: string): Promise<CannedReply> {
    const data = { ...reply, updatedBy: by, updatedAt: toDate(now) };
    return replyOf(id ? await db.cannedReply.update({ where: { id }, data }) : await db.cannedReply.create({ data }));
  },

  async remove(id: string): Promise<void> {
    await db.cannedReply.deleteMany({ where: { id } });
  },
});

const replyOf = (row: { id: string; language: string; title: string; text: string }): CannedReply => ({
  id: row.id,
  language: row.language === 'ro' ? 'ro' : 'en',
  title: row.title,
  text: row.text,
});
