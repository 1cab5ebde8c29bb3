import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate } from '../../../../platform/time.js';

type Db = Prisma.TransactionClient;

/** Which days had their digest: one each, however many replicas there are. */
export const editionsIn = (db: Db, now: Temporal.Instant) => ({
  /** False: that day has one already. */
  async begin(day: Temporal.PlainDate, channel: string, stories: number): Promise<boolean> {
    const data = [{ day: fromDay(day), channel, stories, postedAt: toDate(now) }];
    return (await db.digestEdition.createMany({ data, skipDuplicates: true })).count > 0;
  },

  /** Null: there is none yet. */
  async lastDay(): Promise<Temporal.PlainDate | null> {
    const row = await db.digestEdition.findFirst({ orderBy: { day: 'desc' } });
    return row && toDay(row.day);
  },
});
