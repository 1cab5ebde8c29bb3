import { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import type { Temporal } from '../../../../platform/time.js';

type Db = Prisma.TransactionClient;

export interface Rate {
  /** `EUR/USD`, or a quote's own name. */
  symbol: string;
  day: Temporal.PlainDate;
  value: number;
  source: string;
}

/** Rates and quotes by day. */
export const marketsIn = (db: Db) => ({
  async keep(rates: readonly Rate[]): Promise<void> {
    const data = rates.map(({ day, value, ...rest }) => ({
      ...rest,
      day: fromDay(day),
      value: new Prisma.Decimal(value),
    }));
    await db.marketRate.createMany({ data, skipDuplicates: true });
  },

  /** Of each symbol its last days, the newest first. */
  async last(symbols: readonly string[], days: number): Promise<Map<string, Rate[]>> {
    const found = new Map<string, Rate[]>();
    for (const symbol of symbols) {
      const rows = await db.marketRate.findMany({ where: { symbol }, orderBy: { day: 'desc' }, take: days });
      found.set(
        symbol,
        rows.map((row) => ({ symbol, day: toDay(row.day), value: row.value.toNumber(), source: row.source })),
      );
    }
    return found;
  },

  /** What that source has given lately. */
  async symbolsOf(source: string, since: Temporal.PlainDate, most: number): Promise<string[]> {
    const rows = await db.marketRate.findMany({
      where: { source, day: { gte: fromDay(since) } },
      distinct: ['symbol'],
      orderBy: { symbol: 'asc' },
      select: { symbol: true },
      take: most,
    });
    return rows.map(({ symbol }) => symbol);
  },

  async newest(source: string): Promise<Temporal.PlainDate | null> {
    const row = await db.marketRate.findFirst({ where: { source }, orderBy: { day: 'desc' } });
    return row && toDay(row.day);
  },
});
