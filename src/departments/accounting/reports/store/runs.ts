import { Prisma, type ReportRun as Row } from '../../../../generated/prisma/client.js';
import { isRowId } from '../../../../platform/claims.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { outcomes, type Report, type Run, reasons, reportShape } from '../report.js';

type Db = Prisma.TransactionClient;

export type NewRun = Omit<Run, 'id' | 'at'> & {
  /** The due time, or the request that asked for it: the same is written once. */
  dueKey: string;
  /** By language, or by reader. */
  reports: ReadonlyMap<string, Report>;
};

export const RUNS_A_PAGE = 10;

/** What became of reports, the newest first. */
export const runsIn = (db: Db, now: Temporal.Instant) => ({
  /** Null: somebody else was first. */
  async add({ reports, from, until, readers, leftOut, ...run }: NewRun): Promise<Run | null> {
    const data = {
      ...run,
      ...{ from: fromDay(from), until: fromDay(until), readers: [...readers], leftOut: [...leftOut], at: toDate(now) },
      reports: reports.size > 0 ? Object.fromEntries(reports) : Prisma.DbNull,
    };
    const [row] = await db.reportRun.createManyAndReturn({ data: [data], skipDuplicates: true });
    return row ? runOf(row) : null;
  },

  async get(id: string): Promise<Run | null> {
    const row = isRowId(id) ? await db.reportRun.findUnique({ where: { id } }) : null;
    return row && runOf(row);
  },

  /** What was told in that language, or to that reader; null: nothing, or it is kept no longer. */
  async report(id: string, key: string): Promise<Report | null> {
    const row = isRowId(id) ? await db.reportRun.findUnique({ where: { id }, select: { reports: true } }) : null;
    const kept = row?.reports as Record<string, unknown> | null | undefined;
    const read = kept ? reportShape.safeParse(kept[key]) : null;
    return read?.success ? read.data : null;
  },

  async page(planId: string, page: number): Promise<{ runs: Run[]; total: number; page: number }> {
    const where = { planId };
    const total = await db.reportRun.count({ where });
    const shown = Math.min(page, Math.max(0, Math.ceil(total / RUNS_A_PAGE) - 1));
    const orderBy = [{ at: 'desc' as const }, { id: 'desc' as const }];
    const rows = await db.reportRun.findMany({ where, orderBy, skip: shown * RUNS_A_PAGE, take: RUNS_A_PAGE });
    return { runs: rows.map(runOf), total, page: shown };
  },

  /** The last of each that wasn't a preview. */
  async lastOf(planIds: readonly string[]): Promise<Map<string, Run>> {
    if (planIds.length === 0) return new Map();
    const where = { planId: { in: [...planIds] }, outcome: { not: 'preview' } };
    const query = { where, distinct: ['planId' as const], orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }] };
    return new Map((await db.reportRun.findMany(query)).map((row) => [row.planId, runOf(row)]));
  },

  async forgetOld(before: Temporal.Instant): Promise<void> {
    await db.reportRun.deleteMany({ where: { at: { lt: toDate(before) } } });
  },
});

const runOf = ({ reports: _reports, dueKey: _key, ...row }: Row): Run => ({
  ...row,
  from: toDay(row.from),
  until: toDay(row.until),
  outcome: outcomes.find((one) => one === row.outcome) ?? 'failed',
  reason: reasons.find((one) => one === row.reason) ?? null,
  at: toInstant(row.at),
});
