import { Prisma } from '../../../../generated/prisma/client.js';
import type { Ticket } from '../ticket.js';
import { PAGE, type Page } from './queue.js';
import { inOrder } from './rows.js';
import { tellingWords } from './telling-words.js';

type Db = Prisma.TransactionClient;

/** What everybody may learn of a solved ticket. It is worked out for each, so it only sifts what was found already. */
const resolutionWords = Prisma.sql`help_desk_words(coalesce("resolution", ''))`;

/** Full-text search in English and Romanian, with and without diacritics. */
export const searchIn = (db: Db) => ({
  /**
   * The best first, of the newest that have the words: to weigh all that have a common word would take as long as the office is
   * old. With `requesterId`, only among the tickets that concern that person.
   */
  async page(query: string, requesterId: string | null, page: number): Promise<Page> {
    const sought = Prisma.sql`help_desk_query(${query})`;
    const among = requesterId ? Prisma.sql`${requesterId} IN ("requesterId", "behalfOfId")` : Prisma.sql`true`;
    const found = await db.$queryRaw<{ number: number }[]>`
      WITH ${newestWith(sought, among)}
      SELECT "number" FROM "newest" ORDER BY ts_rank("words", ${sought}) DESC, "number" DESC`;
    const shown = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1));
    const numbers = found.slice(shown * PAGE, (shown + 1) * PAGE).map(({ number }) => number);
    return { tickets: await inOrder(db, numbers), total: found.length, page: shown };
  },

  /**
   * Solved tickets that share telling words with what somebody is writing, those with a resolution to learn from. Whoever
   * may not read what was asked finds only by the resolution: or they could try out words until a ticket turns up.
   */
  async solvedLike(text: string, limit: number, readsAll: boolean): Promise<Ticket[]> {
    const telling = tellingWords(text);
    if (telling.length === 0) return [];
    const sought = Prisma.sql`help_desk_query(${telling.join(' or ')})`;
    const read = readsAll ? Prisma.sql`"newest"."words"` : resolutionWords;
    const solved = Prisma.sql`"state" IN ('resolved', 'closed') AND "resolution" IS NOT NULL`;
    const found = await db.$queryRaw<{ number: number }[]>`
      WITH ${newestWith(sought, solved)}
      SELECT "number" FROM "newest" JOIN "Ticket" USING ("number")
      WHERE ${read} @@ ${sought} ORDER BY ts_rank(${read}, ${sought}) DESC, "number" DESC LIMIT ${limit}`;
    return inOrder(
      db,
      found.map(({ number }) => number),
    );
  },
});

/** Nobody pages further than this; they search again with other words. */
const MOST_FOUND = 200;
/** Where so many of the newest have a word often enough, no index is needed; where not, the index finds few. */
const LOOKED_THROUGH = 2_000;

/**
 * The newest tickets that have the words. PostgreSQL can't know how common a word is that it has no figures of, and its guess
 * leads to reading the whole table backwards; so a few of the newest are read first, and the index is asked only after that.
 */
const newestWith = (sought: Prisma.Sql, also: Prisma.Sql) => Prisma.sql`"recent" AS MATERIALIZED (
  SELECT "number", "words" FROM (SELECT * FROM "Ticket" ORDER BY "number" DESC LIMIT ${LOOKED_THROUGH}) AS "last"
  WHERE "words" @@ ${sought} AND ${also} ORDER BY "number" DESC LIMIT ${MOST_FOUND}
), "indexed" AS MATERIALIZED (
  SELECT "number", "words" FROM "Ticket"
  WHERE (SELECT count(*) FROM "recent") < ${MOST_FOUND} AND "words" @@ ${sought} AND ${also}
), "newest" AS MATERIALIZED (
  SELECT "number", "words" FROM (SELECT * FROM "recent" UNION SELECT * FROM "indexed") AS "both"
  ORDER BY "number" DESC LIMIT ${MOST_FOUND}
)`;
