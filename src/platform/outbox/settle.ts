import { Prisma, type PrismaClient } from '../../generated/prisma/client.js';
import { shorten } from '../mrkdwn.js';
import { type Temporal, toDate } from '../time.js';
import type { Fate } from './fate.js';
import { EVERYTHING, FILES } from './limits.js';
import type { OutgoingKind } from './outbox.js';
import { type ClaimedLetter, fromNow } from './queue.js';

/** Kinds that leave a message of their own, which can then be found, edited and replied to. */
const leavesMessage: ReadonlySet<OutgoingKind> = new Set(['post', 'file', 'document']);

/**
 * Writes down what became of a letter. False when it belongs to another worker by now, whose word counts. A lane is paused in
 * the same statement: between two, another worker would find the letter in a lane that is still open.
 */
export async function settle(
  prisma: PrismaClient,
  letter: ClaimedLetter,
  fate: Fate,
  now: Temporal.Instant,
): Promise<boolean> {
  const settled = await prisma.$executeRaw`${pauseOf(letter, fate)}
    UPDATE "Letter" SET ${changesFor(letter, fate, now)}, "leaseUntil" = NULL
    WHERE "id" = ${letter.id} AND "fence" = ${letter.fence} AND "state" = 'sending'`;
  if (settled === 0) return false;
  if (fate.state === 'sent' && letter.kind === 'withdraw') await markGone(prisma, letter.target);
  return true;
}

function changesFor(letter: ClaimedLetter, fate: Fate, now: Temporal.Instant): Prisma.Sql {
  switch (fate.state) {
    case 'sent': {
      const { channel, ts } = leavesMessage.has(letter.kind) ? fate : { channel: null, ts: null };
      return Prisma.sql`"state" = 'sent', "channel" = ${channel}, "ts" = ${ts}, "settledAt" = ${toDate(now)},
        "retryAt" = NULL, "mayHaveArrived" = false, "lastError" = NULL`;
    }
    case 'waiting':
      return Prisma.sql`"state" = 'pending', "retryAt" = ${fromNow(fate.afterMs)},
        "mayHaveArrived" = ${fate.mayHaveArrived}, "lastError" = ${shorten(fate.error, 300)}`;
    case 'paused':
      return Prisma.sql`"state" = 'pending', "retryAt" = NULL, "attempts" = "attempts" - 1,
        "mayHaveArrived" = false, "lastError" = ${shorten(fate.error, 300)}`;
    default:
      return Prisma.sql`"state" = ${fate.state}::"LetterState", "settledAt" = ${toDate(now)}, "retryAt" = NULL,
        "mayHaveArrived" = false, "lastError" = ${shorten(fate.error, 300)}`;
  }
}

const bucketOf = (scope: 'lane' | 'files' | 'all', lane: string): string =>
  ({ lane, files: FILES, all: EVERYTHING })[scope];

/** For all replicas: nobody takes a letter from a lane that is paused. */
function pauseOf({ lane }: ClaimedLetter, fate: Fate): Prisma.Sql {
  if (fate.state !== 'paused') return Prisma.empty;
  return Prisma.sql`WITH "paused" AS (
    UPDATE "RateBucket" SET "pausedUntil" = greatest("pausedUntil", ${fromNow(fate.afterMs)})
    WHERE "lane" = ${bucketOf(fate.scope, lane)})`;
}

/** From now on nothing is found there, and edits that come late have nothing to edit. */
async function markGone(prisma: PrismaClient, once: string | null): Promise<void> {
  if (once === null) return;
  await prisma.letter.updateMany({ where: { once }, data: { state: 'dropped', lastError: 'taken back' } });
}
