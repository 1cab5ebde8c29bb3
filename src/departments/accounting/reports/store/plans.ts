import { Prisma, type ReportPlan as Row } from '../../../../generated/prisma/client.js';
import { timedRule } from '../../../../platform/calendar/month-rules.js';
import { isRowId } from '../../../../platform/claims.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { type Plan, type PlanWish, periods } from '../report.js';

type Db = Prisma.TransactionClient;

type PlanChange = Partial<PlanWish & Pick<Plan, 'isPaused' | 'nextAt'>>;

/** Reports as people want them, those of the calendar first. */
export const plansIn = (db: Db, now: Temporal.Instant) => ({
  async all(): Promise<Plan[]> {
    const orderBy = [{ nextAt: { sort: 'asc', nulls: 'last' } }, { name: 'asc' }, { id: 'asc' }] as const;
    return (await db.reportPlan.findMany({ orderBy: [...orderBy] })).map(planOf);
  },

  async get(id: string): Promise<Plan | null> {
    const row = isRowId(id) ? await db.reportPlan.findUnique({ where: { id } }) : null;
    return row && planOf(row);
  },

  /** Nobody else changes or sends it until this piece of work is done. */
  async hold(id: string): Promise<Plan | null> {
    if (!isRowId(id)) return null;
    await db.$queryRaw`SELECT 1 FROM "ReportPlan" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return plansIn(db, now).get(id);
  },

  async due(): Promise<Plan[]> {
    const where = { isPaused: false, nextAt: { lte: toDate(now) } };
    return (await db.reportPlan.findMany({ where, orderBy: { nextAt: 'asc' }, take: 10 })).map(planOf);
  },

  async add(plan: PlanWish & Pick<Plan, 'nextAt' | 'ownerId'>): Promise<Plan> {
    const { ownerId, ...wish } = plan;
    const data = { ...rowOf(wish), ...{ ownerId, changedBy: ownerId, changedAt: toDate(now) } };
    return planOf(await db.reportPlan.create({ data: data as Prisma.ReportPlanCreateInput }));
  },

  async change(id: string, change: PlanChange, by?: string): Promise<Plan> {
    const data = { ...rowOf(change), ...(by && { changedBy: by, changedAt: toDate(now) }) };
    return planOf(await db.reportPlan.update({ where: { id }, data }));
  },

  async remove(id: string): Promise<void> {
    await db.reportPlan.deleteMany({ where: { id } });
  },
});

const rowOf = ({ nextAt, rule, people, ...rest }: PlanChange) => ({
  ...rest,
  ...(people !== undefined && { people: [...people] }),
  ...(rule !== undefined && { rule: rule ?? Prisma.DbNull }),
  ...(nextAt !== undefined && { nextAt: nextAt && toDate(nextAt) }),
});

const planOf = ({ changedBy: _by, changedAt: _at, ...row }: Row): Plan => ({
  ...row,
  period: periods.find((one) => one === row.period) ?? 'month',
  rule: row.rule === null ? null : timedRule.parse(row.rule),
  nextAt: row.nextAt && toInstant(row.nextAt),
});
