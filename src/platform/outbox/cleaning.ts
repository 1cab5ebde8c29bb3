import type { Job } from '../doors/doors.js';
import { type Temporal, toDate } from '../time.js';
import { EVERYTHING } from './limits.js';

/** Replies find their case by the letter that they hang on, so where it stood is kept for long; what it said is not. */
const KEEP_TEXT_DAYS = 30;
const KEEP_LETTER_DAYS = 400;
const AT_A_TIME = 20_000;

/** A portion each night, so that the transaction stays short. */
export const cleanLetters: Job = {
  name: 'platform.clean-letters',
  when: { cron: '17 3 * * *', zone: 'UTC' },
  catchUp: 'once',
  windowMinutes: 24 * 60,
  async run({ db }, { now }) {
    const { textUntil, letterUntil } = limitsAt(now);
    await db.$executeRaw`
      DELETE FROM "Letter" WHERE "id" IN (
        SELECT "id" FROM "Letter" WHERE "settledAt" < ${letterUntil} ORDER BY "id" LIMIT ${AT_A_TIME})`;
    await db.$executeRaw`
      UPDATE "Letter" SET "payload" = '{}' WHERE "id" IN (
        SELECT "id" FROM "Letter" WHERE "settledAt" < ${textUntil} AND "state" IN ('sent', 'dropped')
          AND "payload" <> '{}' ORDER BY "id" LIMIT ${AT_A_TIME})`;
    await db.$executeRaw`
      DELETE FROM "RateBucket" WHERE "lane" <> ${EVERYTHING} AND "refilledAt" < clock_timestamp() - interval '1 day'
        AND ("pausedUntil" IS NULL OR "pausedUntil" < clock_timestamp())`;
  },
};

const limitsAt = (now: Temporal.Instant) => ({
  textUntil: toDate(now.subtract({ hours: 24 * KEEP_TEXT_DAYS })),
  letterUntil: toDate(now.subtract({ hours: 24 * KEEP_LETTER_DAYS })),
});
