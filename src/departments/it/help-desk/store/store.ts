import type { Prisma } from '../../../../generated/prisma/client.js';
import type { Ask } from '../../../../platform/database/ask.js';
import type { Temporal } from '../../../../platform/time.js';
import { articlesIn } from './articles.js';
import { clockIn } from './clock.js';
import { draftsIn } from './drafts.js';
import { historyIn } from './history.js';
import { queueIn } from './queue.js';
import { queueListIn } from './queue-list.js';
import { repliesIn } from './replies.js';
import { searchIn } from './search.js';
import { ticketsIn } from './tickets.js';

/** The desk's drawers, all open in one transaction. */
export const storeIn = (db: Prisma.TransactionClient, now: Temporal.Instant, ask: Ask) => ({
  tickets: ticketsIn(db, now),
  queue: queueIn(db, ask),
  queueList: queueListIn(db, now),
  history: historyIn(db, now),
  search: searchIn(db),
  clock: clockIn(db, now),
  drafts: draftsIn(db, now),
  replies: repliesIn(db, now),
  articles: articlesIn(db, now),
});
export type Store = ReturnType<typeof storeIn>;
