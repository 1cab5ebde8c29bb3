import { Prisma } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import type { Language } from '../../../../platform/words/words.js';
import type { Article, ArticleText } from '../article.js';
import { PAGE } from './queue.js';
import { tellingWords } from './telling-words.js';
import { MAX_NUMBER } from './tickets.js';

type Db = Prisma.TransactionClient;

/** Which articles. */
export interface ArticleWish {
  /** Those in this language come first. */
  language: Language;
  /** Empty: all of them. */
  query: string;
  isArchived: boolean;
}

export interface ArticlePage {
  articles: Article[];
  total: number;
  /** From 0. */
  page: number;
}

/** Must be the very words of the index, or the index isn't used. */
const words = Prisma.sql`help_desk_words("title" || ' ' || "text")`;

/** Articles, found by the same full-text search as tickets. */
export const articlesIn = (db: Db, now: Temporal.Instant) => ({
  async get(number: number): Promise<Article | null> {
    if (number > MAX_NUMBER) return null;
    const row = await db.article.findUnique({ where: { number } });
    return row && articleOf(row);
  },

  page: (wish: ArticleWish, page: number): Promise<ArticlePage> => pageOf(db, wish, page),

  /** Published ones that share telling words with what somebody is writing. */
  async like(text: string, language: Language, limit: number): Promise<Article[]> {
    const telling = tellingWords(text);
    if (telling.length === 0) return [];
    return found(db, { language, query: telling.join(' or '), isArchived: false }, { limit, skip: 0 });
  },

  async madeFrom(ticketNumber: number): Promise<Article[]> {
    return (await db.article.findMany({ where: { ticketNumber }, orderBy: { number: 'asc' } })).map(articleOf);
  },

  async isAnyPublished(): Promise<boolean> {
    return (await db.article.findFirst({ where: { archivedAt: null }, select: { number: true } })) !== null;
  },

  async add(article: ArticleText, ticketNumber: number | null, authorId: string): Promise<Article> {
    const at = toDate(now);
    const data = { ...article, ticketNumber, authorId, createdAt: at, updatedAt: at };
    return articleOf(await db.article.create({ data }));
  },

  /** False where it is no longer as it was at that moment: somebody else wrote meanwhile. */
  async rewrite({ number, updatedAt }: Pick<Article, 'number' | 'updatedAt'>, article: ArticleText): Promise<boolean> {
    // A change within the same millisecond has to be told apart too.
    const at = new Date(Math.max(now.epochMilliseconds, updatedAt.epochMilliseconds + 1));
    const where = { number, updatedAt: toDate(updatedAt) };
    return (await db.article.updateMany({ where, data: { ...article, updatedAt: at } })).count > 0;
  },

  /** False where it was so already. */
  async setArchived(number: number, isArchived: boolean): Promise<boolean> {
    const where = { number, archivedAt: isArchived ? null : { not: null } };
    return (await db.article.updateMany({ where, data: { archivedAt: isArchived ? toDate(now) : null } })).count > 0;
  },

  async countShown(number: number): Promise<void> {
    await db.article.update({ where: { number }, data: { shown: { increment: 1 } } });
  },

  async countHelped(number: number): Promise<void> {
    await db.article.update({ where: { number }, data: { helped: { increment: 1 } } });
  },
});

async function pageOf(db: Db, wish: ArticleWish, page: number): Promise<ArticlePage> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM "Article" WHERE ${whereOf(wish)}`;
  const total = counted?.total ?? 0;
  const shown = Math.min(page, Math.max(0, Math.ceil(total / PAGE) - 1));
  return { articles: await found(db, wish, { limit: PAGE, skip: shown * PAGE }), total, page: shown };
}

/** In the reader's language first; of those, what fits best, then what helped most. */
async function found(db: Db, wish: ArticleWish, { limit, skip }: { limit: number; skip: number }): Promise<Article[]> {
  const fit = wish.query ? Prisma.sql`ts_rank(${words}, help_desk_query(${wish.query})) DESC,` : Prisma.empty;
  const numbers = await db.$queryRaw<{ number: number }[]>`
    SELECT "number" FROM "Article" WHERE ${whereOf(wish)}
    ORDER BY ("language" = ${wish.language}) DESC, ${fit} "helped" DESC, "title", "number"
    LIMIT ${limit} OFFSET ${skip}`;
  const rows = await db.article.findMany({ where: { number: { in: numbers.map(({ number }) => number) } } });
  const byNumber = new Map(rows.map((row) => [row.number, articleOf(row)]));
  return numbers.flatMap(({ number }) => byNumber.get(number) ?? []);
}

function whereOf({ query, isArchived }: ArticleWish): Prisma.Sql {
  const kept = isArchived ? Prisma.sql`"archivedAt" IS NOT NULL` : Prisma.sql`"archivedAt" IS NULL`;
  return query ? Prisma.sql`${words} @@ help_desk_query(${query}) AND ${kept}` : kept;
}

type ArticleRow = Prisma.ArticleGetPayload<object>;

const articleOf = ({ createdAt: _at, ...row }: ArticleRow): Article => ({
  ...row,
  language: row.language === 'ro' ? 'ro' : 'en',
  archivedAt: row.archivedAt && toInstant(row.archivedAt),
  updatedAt: toInstant(row.updatedAt),
});
