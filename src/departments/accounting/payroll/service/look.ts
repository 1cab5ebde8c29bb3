import { type CheckName, checks } from '../checks/finding.js';
import { type Reading, require, standingsOf } from '../desk.js';
import type { Payslip, Period } from '../payslip.js';
import { may } from '../permissions.js';
import type { PayRun } from '../run/pay-run.js';
import { moves, type RunAct } from '../run/states.js';
import { type CheckCount, findingsOf, type KeptFinding } from '../store/findings.js';
import { type CurrencyTotal, payslipsIn, type SlipRow } from '../store/payslips.js';
import { runsIn } from '../store/runs.js';
import { no } from '../words.js';

export const PAGE = 10;

/** Everything about a run but single people. */
export interface RunOverview {
  run: PayRun;
  totals: CurrencyTotal[];
  people: number;
  checks: CheckCount[];
  /** Days right before it that no run pays. */
  gap: Period | null;
  /** What whoever looks may do with it now. */
  acts: ReadonlySet<RunAct>;
}

const preparing: readonly RunAct[] = ['recompute', 'submit', 'takeBack', 'markPaid', 'discard'];

async function actsOf(desk: Reading, by: string, { state, preparers }: PayRun): Promise<Set<RunAct>> {
  const standings = await standingsOf(desk, by);
  const possible = (act: RunAct) => moves[act][state] !== undefined;
  const acts = may('prepareRun', standings) ? preparing.filter(possible) : [];
  const mayOverride = may('overrideCheck', standings) && !preparers.includes(by) && possible('override');
  return new Set<RunAct>([...acts, ...(mayOverride ? (['override'] as const) : [])]);
}

export async function seeRun(desk: Reading, by: string, id: string): Promise<RunOverview> {
  await require(desk, 'seeRuns', by);
  const run = await mustFind(desk, id);
  return { ...(await figuresOf(desk, run)), acts: await actsOf(desk, by, run) };
}

/** The same without a person: for the request to approve it, which is shown to nobody else. */
export async function figuresOf({ db }: Pick<Reading, 'db'>, run: PayRun): Promise<Omit<RunOverview, 'acts'>> {
  const slips = payslipsIn(db);
  const [totals, people] = [await slips.totals(run.id), await slips.people(run.id)];
  const counts = await findingsOf(db, run.id).counts();
  return { run, totals, people, checks: counts, gap: await gapBefore(db, run) };
}

async function gapBefore(db: Reading['db'], { period }: PayRun): Promise<Period | null> {
  const before = await runsIn(db).before(period.from);
  if (!before || before.period.until.until(period.from).days <= 1) return null;
  return { from: before.period.until.add({ days: 1 }), until: period.from.subtract({ days: 1 }) };
}

async function mustFind({ db }: Pick<Reading, 'db'>, id: string): Promise<PayRun> {
  const run = await runsIn(db).get(id);
  if (!run) throw no('run.refused.gone');
  return run;
}

export interface RunList {
  runs: PayRun[];
  total: number;
  page: number;
}

export async function listRuns(desk: Reading, by: string, page: number): Promise<RunList> {
  await require(desk, 'seeRuns', by);
  const runs = runsIn(desk.db);
  const total = await runs.count();
  const shown = Math.min(page, Math.max(0, Math.ceil(total / PAGE) - 1));
  return { runs: await runs.list(shown * PAGE, PAGE), total, page: shown };
}

/** The run that has days of that period; null: none has. */
export async function runWithDaysOf(desk: Reading, by: string, period: Period): Promise<PayRun | null> {
  await require(desk, 'seeRuns', by);
  return runsIn(desk.db).overlapping(period);
}

export interface FindingsPage {
  run: PayRun;
  check: CheckName;
  findings: KeptFinding[];
  total: number;
  page: number;
  /** Whoever looks may let them pass. */
  mayPass: boolean;
}

export async function seeFindings(desk: Reading, by: string, id: string, check: CheckName, page: number) {
  await require(desk, 'seeRuns', by);
  const run = await mustFind(desk, id);
  const kept = findingsOf(desk.db, id);
  const total = (await kept.counts()).find((one) => one.check === check)?.count ?? 0;
  const findings = await kept.page(check, page * PAGE, PAGE);
  const mayPass = checks[check].blocks && (await actsOf(desk, by, run)).has('override');
  return { run, check, findings, total, page, mayPass } satisfies FindingsPage;
}

export interface SlipList {
  run: PayRun;
  rows: SlipRow[];
  total: number;
  page: number;
  query: string;
}

export async function searchSlips(desk: Reading, by: string, id: string, query: string, page: number) {
  await require(desk, 'seeRuns', by);
  const run = await mustFind(desk, id);
  const { rows, total } = await payslipsIn(desk.db).search(id, query.trim(), page * PAGE, PAGE);
  return { run, rows, total, page, query } satisfies SlipList;
}

export async function seeSlip(desk: Reading, by: string, id: string, employeeNumber: string, currency: string) {
  await require(desk, 'seeRuns', by);
  await mustFind(desk, id);
  const slips = await payslipsIn(desk.db).of(id, employeeNumber);
  const slip = slips.find(({ net }) => net.currency === currency);
  if (!slip) throw no('run.refused.noSlip');
  return slip satisfies Payslip;
}
