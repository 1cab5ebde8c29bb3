import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';

/** What there is of somebody's hours, and how it goes. */
export const forgettingIn = (db: Prisma.TransactionClient) => ({
  /** The last day of each of their sheets, the oldest first. */
  async lastDaysOf(personId: string): Promise<Temporal.PlainDate[]> {
    const rows = await db.sheet.findMany({
      where: { personId },
      select: { lastDay: true },
      orderBy: { lastDay: 'asc' },
    });
    return rows.map(({ lastDay }) => toDay(lastDay));
  },

  /** Sheets that ended in that year or before, and what was clocked until then. Says how many sheets. */
  async eraseThrough(personId: string, year: number): Promise<number> {
    const lastDay = fromDay(Temporal.PlainDate.from({ year, month: 12, day: 31 }));
    await db.stint.deleteMany({ where: { personId, startedAt: { lte: lastDay } } });
    return (await db.sheet.deleteMany({ where: { personId, lastDay: { lte: lastDay } } })).count;
  },

  async erasePatterns(personId: string): Promise<void> {
    await db.workPattern.deleteMany({ where: { personId } });
    await db.stint.deleteMany({ where: { personId } });
  },
});
