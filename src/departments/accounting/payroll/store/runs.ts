import type { PayRun as PayRunRow, Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import type { Period } from '../payslip.js';
import type { PayRun } from '../run/pay-run.js';
import { settledStates } from '../run/states.js';

type Db = Prisma.TransactionClient;

export type NewRun = Pick<PayRun, 'id' | 'period' | 'payday' | 'preparedBy' | 'computedAt' | 'fingerprint'>;
/** What happens to a run. */
export type RunChange = Partial<Omit<PayRun, 'id' | 'period' | 'payday' | 'preparers'>> & {
  preparers?: string[];
  submittedAt?: Temporal.Instant;
  paidBy?: string;
};

/** Pay runs, the latest period first. */
export const runsIn = (db: Db) => ({
  async get(id: string): Promise<PayRun | null> {
    const row = isId(id) ? await db.payRun.findUnique({ where: { id } }) : null;
    return row && runOf(row);
  },

  /** The same, and nobody else changes it until this piece of work is done. */
  async hold(id: string): Promise<PayRun | null> {
    if (!isId(id)) return null;
    await db.$queryRaw`SELECT 1 FROM "PayRun" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return runsIn(db).get(id);
  },

  async list(skip = 0, take = 20): Promise<PayRun[]> {
    return (await db.payRun.findMany({ orderBy: { from: 'desc' }, skip, take })).map(runOf);
  },

  count: () => db.payRun.count(),

  /** One that has a day of the period. */
  async overlapping({ from, until }: Period): Promise<PayRun | null> {
    const where = { from: { lte: fromDay(until) }, until: { gte: fromDay(from) } };
    const row = await db.payRun.findFirst({ where, orderBy: { from: 'asc' } });
    return row && runOf(row);
  },

  /** The run with the last day before that one. */
  async before(day: Temporal.PlainDate): Promise<PayRun | null> {
    const row = await db.payRun.findFirst({ where: { until: { lt: fromDay(day) } }, orderBy: { until: 'desc' } });
    return row && runOf(row);
  },

  /** Those whose days count as paid. */
  async settled(): Promise<PayRun[]> {
    const rows = await db.payRun.findMany({ where: { state: { in: [...settledStates] } }, orderBy: { from: 'asc' } });
    return rows.map(runOf);
  },

  async add({ period, payday, computedAt, ...run }: NewRun): Promise<PayRun> {
    const days = { from: fromDay(period.from), until: fromDay(period.until), payday: fromDay(payday) };
    const data = { ...run, ...days, preparers: [run.preparedBy], computedAt: toDate(computedAt) };
    return runOf(await db.payRun.create({ data }));
  },

  async change(id: string, { computedAt, approvedAt, paidAt, submittedAt, ...change }: RunChange): Promise<PayRun> {
    const data = {
      ...change,
      ...(computedAt && { computedAt: toDate(computedAt) }),
      ...(submittedAt && { submittedAt: toDate(submittedAt) }),
      ...(approvedAt && { approvedAt: toDate(approvedAt) }),
      ...(paidAt && { paidAt: toDate(paidAt) }),
    };
    return runOf(await db.payRun.update({ where: { id }, data }));
  },

  /** One run is settled after the other, so that the second sees what the first one paid. */
  async oneAtATime(): Promise<void> {
    await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('accounting.payroll.settle'))::text`;
  },

  async remove(id: string): Promise<void> {
    await db.payRun.delete({ where: { id } });
  },
});

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const runOf = ({ from, until, payday, computedAt, approvedAt, paidAt, ...row }: PayRunRow): PayRun => ({
  id: row.id,
  period: { from: toDay(from), until: toDay(until) },
  payday: toDay(payday),
  state: row.state,
  version: row.version,
  preparedBy: row.preparedBy,
  preparers: row.preparers,
  computedAt: toInstant(computedAt),
  fingerprint: row.fingerprint,
  submittedBy: row.submittedBy,
  returnedFor: row.returnedFor,
  approvedBy: row.approvedBy,
  approvedAt: approvedAt && toInstant(approvedAt),
  paidAt: paidAt && toInstant(paidAt),
});
