import type { Prisma } from '../../../../generated/prisma/client.js';
import { isRowId } from '../../../../platform/claims.js';
import { fromDay } from '../../../../platform/people/days.js';
import type { Adjustment } from '../employee.js';
import { adjustmentOf } from './employee-rows.js';

type Db = Prisma.TransactionClient;

/** Allowances and deductions, everybody's first, then person by person; of each the earliest first. */
export const adjustmentsIn = (db: Db) => ({
  async all(): Promise<Adjustment[]> {
    const orderBy = [
      { employeeNumber: { sort: 'asc', nulls: 'first' } },
      { kind: 'asc' },
      { name: 'asc' },
      { from: 'asc' },
      { id: 'asc' },
    ] as const;
    return (await db.payAdjustment.findMany({ orderBy: [...orderBy] })).map(adjustmentOf);
  },

  async get(id: string): Promise<Adjustment | null> {
    const row = isRowId(id) ? await db.payAdjustment.findUnique({ where: { id } }) : null;
    return row && adjustmentOf(row);
  },

  async add(adjustment: Omit<Adjustment, 'id'>): Promise<Adjustment> {
    return adjustmentOf(await db.payAdjustment.create({ data: dataOf(adjustment) }));
  },

  async change(id: string, adjustment: Omit<Adjustment, 'id'>): Promise<Adjustment> {
    return adjustmentOf(await db.payAdjustment.update({ where: { id }, data: dataOf(adjustment) }));
  },

  async remove(id: string): Promise<void> {
    await db.payAdjustment.deleteMany({ where: { id } });
  },
});

const dataOf = ({ size, from, until, ...rest }: Omit<Adjustment, 'id'>) => ({
  ...rest,
  ...('amount' in size
    ? { basisPoints: null, amountMinor: size.amount.minor, currency: size.amount.currency }
    : { basisPoints: size.basisPoints, amountMinor: null, currency: null }),
  from: fromDay(from),
  until: until && fromDay(until),
});
