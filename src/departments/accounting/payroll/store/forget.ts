import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import type { Temporal } from '../../../../platform/time.js';

/** What the payroll has of somebody, and how it goes. */
export const forgettingIn = (db: Prisma.TransactionClient) => ({
  /** Of each payslip of a run that was approved, the oldest first. */
  async paydaysOf(employeeNumber: string): Promise<Temporal.PlainDate[]> {
    const run = { state: { in: ['approved' as const, 'paid' as const] } };
    const rows = await db.payslipRow.findMany({
      where: { employeeNumber, run },
      select: { run: { select: { payday: true } } },
      orderBy: { run: { payday: 'asc' } },
    });
    return rows.map(({ run: { payday } }) => toDay(payday));
  },

  /** Whether a run that isn't paid yet pays them. */
  async hasOpenRun(employeeNumber: string): Promise<boolean> {
    return (await db.payslipRow.count({ where: { employeeNumber, run: { state: { not: 'paid' } } } })) > 0;
  },

  /** Whether a run of that day was paid. */
  async isPaidUntil(day: Temporal.PlainDate): Promise<boolean> {
    return (await db.payRun.count({ where: { state: 'paid', until: { gte: fromDay(day) } } })) > 0;
  },

  async eraseAccount(employeeNumber: string): Promise<number> {
    return (await db.bankAccount.deleteMany({ where: { employeeNumber } })).count;
  },

  async eraseEmployee(number: string): Promise<number> {
    await db.payAdjustment.deleteMany({ where: { employeeNumber: number } });
    return (await db.employee.deleteMany({ where: { number } })).count;
  },
});
