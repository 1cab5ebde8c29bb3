import { Prisma } from '../../../../generated/prisma/client.js';
import type { Ticket } from '../ticket.js';
import { PAGE, type Page } from './queue.js';
import { ticketOf } from './rows.js';
import { tellingWords } from './telling-words.js';

type Db = Prisma.TransactionClient;

/** Must be the very words of the index, or the index isn't used. */
const words = Prisma.sql`help_desk_words("text" || ' ' || coalesce("resolution", ''))`;
/** What everybody may learn of a solved ticket. Without an index of its own, it only sifts what the other one found. */
const resolutionWords = Prisma.sql`help_desk_words(coalesce("resolution", ''))`;

/** Full-text search in English and Romanian, with and without diacritics. */
export const searchIn = (db: Db) => ({
  /** The best first. With `requesterId`, only among the tickets that concern that person. */
  async page(query: string, requesterId: string | null, page: number): Promise<Page> {
    const sought = Prisma.sql`help_desk_query(${query})`;
    const among = requesterId ? Prisma.sql`AND (${requesterId} IN ("requesterId", "behalfOfId"))` : Prisma.empty;
    const found = await db.$queryRaw<{ number: number }[]>`
      SELECT "number" FROM "Ticket" WHERE ${words} @@ ${sought} ${among}
      ORDER BY ts_rank(${words}, ${sought}) DESC, "number" DESC LIMIT ${MOST_FOUND}`;
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
    const read = readsAll ? words : resolutionWords;
    const found = await db.$queryRaw<{ number: number }[]>`
      SELECT "number" FROM "Ticket"
      WHERE ${words} @@ ${sought} AND ${read} @@ ${sought}
        AND "state" IN ('resolved', 'closed') AND "resolution" IS NOT NULL
      ORDER BY ts_rank(${read}, ${sought}) DESC, "number" DESC LIMIT ${limit}`;
    return inOrder(
      db,
      found.map(({ number }) => number),
    );
  },
});

/** Nobody pages further than this; they search again with other words. */
const MOST_FOUND = 200;

async function inOrder(db: Db, numbers: number[]): Promise<Ticket[]> {
  const rows = await db.ticket.findMany({ where: { number: { in: numbers } }, include: { targets: true } });
  const byNumber = new Map(rows.map((row) => [row.number, ticketOf(row)]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
