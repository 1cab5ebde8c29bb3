import { type Temporal, toInstant } from '../../../../platform/time.js';
import type { Reading } from '../desk.js';
import type { Period } from '../payslip.js';
import { dayText, periodOf, spanOf, widest } from '../run/days.js';
import type { PayInputs, PayrollPeople } from '../run/inputs.js';
import type { PayRun } from '../run/pay-run.js';
import { employeesIn } from '../store/employees.js';
import { paidSheetsIn } from '../store/paid-sheets.js';
import { runsIn } from '../store/runs.js';

/** Which run is to be computed. */
export type RunWish = Pick<PayRun, 'id' | 'period' | 'payday'>;

/** Reads everything that decides what the run pays. */
export async function inputsOf(
  desk: Pick<Reading, 'db' | 'hours'>,
  { id, period, payday }: RunWish,
): Promise<PayInputs> {
  const settledRuns = await runsIn(desk.db).settled();
  const sheets = await sheetsOf(desk, period, settledRuns);
  const paid = await paidSheetsIn(desk.db).of(sheets.map(({ sheetId }) => sheetId));
  const worked = sheets.map(({ first, last }) => ({ from: dayText(first), until: dayText(last) }));
  const days = periodOf(widest(spanOf(period), worked));
  const payroll: PayrollPeople = employeesIn(desk.db);
  const employees = await payroll.working(days);
  return {
    ...{ runId: id, period, payday, sheets, paid, employees },
    settled: settledRuns.map((run) => run.period),
    terms: await payroll.termsOf(employees.map(({ number }) => number)),
    adjustments: await payroll.adjustmentsFor(period),
  };
}

/** Locking takes a moment: a sheet that was being locked while the last run was computed may bear an earlier time. */
const WHILE_LOCKING = { minutes: 60 };

/** The period's sheets, those locked since the last run, and those that still wait for somebody's terms. */
async function sheetsOf({ db, hours }: Pick<Reading, 'db' | 'hours'>, period: Period, settled: readonly PayRun[]) {
  const found = await hours.locked(db, period);
  const since = lastComputed(settled);
  if (since) {
    const [earliest] = settled;
    const later = await hours.lockedAfter(db, since.subtract(WHILE_LOCKING));
    found.push(...later.filter(({ last }) => earliest && dayText(last) >= dayText(earliest.period.from)));
  }
  const open = await paidSheetsIn(db).openDays();
  if (open) found.push(...(await hours.locked(db, open)));
  return [...new Map(found.map((sheet) => [sheet.sheetId, sheet])).values()];
}

function lastComputed(runs: readonly PayRun[]): Temporal.Instant | null {
  if (runs.length === 0) return null;
  return toInstant(new Date(Math.max(...runs.map(({ computedAt }) => computedAt.epochMilliseconds))));
}
