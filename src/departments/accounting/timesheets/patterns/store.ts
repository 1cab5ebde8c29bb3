import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import type { Temporal } from '../../../../platform/time.js';
import type { WorkPattern } from './pattern.js';

type Db = Prisma.TransactionClient;

/** Who works how much on which weekdays. */
export const patternsIn = (db: Db) => ({
  /** Whoever else keeps that person's waits until this piece of work is done. */
  async hold(personId: string): Promise<void> {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('accounting.timesheets pattern ' || ${personId}, 0))`;
  },

  /** Of each of those people who has any, by their first day. */
  async of(personIds: readonly string[]): Promise<Map<string, WorkPattern[]>> {
    const rows = await db.workPattern.findMany({
      where: { personId: { in: [...personIds] } },
      orderBy: [{ personId: 'asc' }, { validFrom: 'asc' }],
    });
    const patterns = new Map<string, WorkPattern[]>();
    for (const { personId, minutes, ...days } of rows) {
      const pattern = {
        minutes,
        validFrom: toDay(days.validFrom),
        startsOn: days.startsOn && toDay(days.startsOn),
        endsOn: days.endsOn && toDay(days.endsOn),
      };
      patterns.set(personId, [...(patterns.get(personId) ?? []), pattern]);
    }
    return patterns;
  },

  /** In place of one that holds from the same day, if there is one. */
  async keep(personId: string, { validFrom, minutes, startsOn, endsOn }: WorkPattern): Promise<void> {
    const key = { personId, validFrom: fromDay(validFrom) };
    const data = {
      minutes: [...minutes],
      startsOn: startsOn && fromDay(startsOn),
      endsOn: endsOn && fromDay(endsOn),
    };
    await db.workPattern.upsert({
      where: { personId_validFrom: key },
      create: { ...key, ...data },
      update: data,
    });
  },

  /** Whether there was one from that day. */
  async remove(personId: string, validFrom: Temporal.PlainDate): Promise<boolean> {
    const { count } = await db.workPattern.deleteMany({ where: { personId, validFrom: fromDay(validFrom) } });
    return count > 0;
  },
});
