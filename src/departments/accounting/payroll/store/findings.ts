import type { Prisma, RunFinding } from '../../../../generated/prisma/client.js';
import { type Temporal, toDate } from '../../../../platform/time.js';
import { blockingChecks, type CheckName, evidence, type Finding, isCheck, markOf } from '../checks/finding.js';
import { inParts } from './parts.js';

type Db = Prisma.TransactionClient;

export interface CheckCount {
  check: CheckName;
  count: number;
  /** Of them, how many somebody let pass. */
  overridden: number;
}

/** A finding, and who let it pass. */
export interface KeptFinding extends Finding {
  override: { by: string; reason: string } | null;
}

export interface Override {
  check: CheckName;
  whom: string;
  mark: string;
  by: string;
  reason: string;
  at: Temporal.Instant;
}

/** What the checks found in a run, and what was let pass. An override is of the very figures that were seen. */
export const findingsOf = (db: Db, runId: string) => ({
  async counts(): Promise<CheckCount[]> {
    const rows = await db.$queryRaw<{ check: string; count: number; overridden: number }[]>`
      SELECT finding."check", count(*)::int AS "count", count(override."by")::int AS "overridden"
      FROM "RunFinding" AS finding LEFT JOIN "CheckOverride" AS override USING ("runId", "check", "whom", "mark")
      WHERE "runId" = ${runId}::uuid GROUP BY finding."check"`;
    return rows.flatMap(({ check, ...counts }) => (isCheck(check) ? [{ check, ...counts }] : []));
  },

  async page(check: CheckName, skip: number, take: number): Promise<KeptFinding[]> {
    const orderBy = [{ name: 'asc' as const }, { whom: 'asc' as const }];
    const rows = await db.runFinding.findMany({ where: { runId, check }, orderBy, skip, take });
    const overrides = await db.checkOverride.findMany({ where: { runId, check } });
    const passed = new Map(overrides.map((one) => [`${one.whom} ${one.mark}`, one]));
    return rows.map((row) => {
      const { by, reason } = passed.get(`${row.whom} ${row.mark}`) ?? {};
      return { ...findingOf(row, check), override: by && reason ? { by, reason } : null };
    });
  },

  async get(check: CheckName, whom: string): Promise<(Finding & { mark: string }) | null> {
    const row = await db.runFinding.findUnique({ where: { runId_check_whom: { runId, check, whom } } });
    return row && { ...findingOf(row, check), mark: row.mark };
  },

  /** How many findings stand in the way of the run. */
  async blocking(): Promise<number> {
    const counts = await findingsOf(db, runId).counts();
    return counts
      .filter(({ check }) => blockingChecks.includes(check))
      .reduce((sum, { count, overridden }) => sum + count - overridden, 0);
  },

  async letPass({ check, whom, mark, by, reason, at }: Override): Promise<void> {
    const data = { mark, by, reason, at: toDate(at) };
    await db.checkOverride.upsert({
      where: { runId_check_whom: { runId, check, whom } },
      create: { runId, check, whom, ...data },
      update: data,
    });
  },

  /** Instead of all that were found before. Overrides stay, and count where the same is found again. */
  async write(findings: readonly Finding[]): Promise<void> {
    await db.runFinding.deleteMany({ where: { runId } });
    for (const some of inParts(findings)) {
      const rows = JSON.stringify(some.map((finding) => ({ ...finding, mark: markOf(finding) })));
      await db.$executeRaw`
        INSERT INTO "RunFinding" ("runId", "check", "whom", "name", "evidence", "mark")
        SELECT ${runId}::uuid, "check", "whom", "name", "evidence", "mark"
        FROM jsonb_to_recordset(${rows}::jsonb) AS finding("check" text, "whom" text, "name" text, "evidence" jsonb,
          "mark" text)`;
    }
  },
});

const findingOf = ({ whom, name, evidence: facts }: RunFinding, check: CheckName): Finding => ({
  ...{ check, whom, name },
  evidence: evidence.parse(facts),
});
