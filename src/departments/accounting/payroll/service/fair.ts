import { type Money, money, plus } from '../../../../platform/money.js';
import { type CheckName, eachOf, type Finding } from '../checks/finding.js';
import { type Payroll, type Reading, require } from '../desk.js';
import { earnersOn } from '../fair/earners.js';
import { type Gaps, gapsIn, sizeOf } from '../fair/gap.js';
import { type PayWithoutHours, payWithoutHoursIn, type UnpaidWork, unpaidWorkIn } from '../fair/pay-and-hours.js';
import { type Spread, spreadsIn } from '../fair/same-work.js';
import type { Period } from '../payslip.js';
import { dayText } from '../run/days.js';
import type { PayRun } from '../run/pay-run.js';
import { settledStates } from '../run/states.js';
import { DESK } from '../settings.js';
import { employeesIn } from '../store/employees.js';
import { findingsOf } from '../store/findings.js';
import { payslipsIn } from '../store/payslips.js';
import { runsIn } from '../store/runs.js';
import { no } from '../words.js';

/** Whether everybody is paid fairly for a run's days, with what shows it. Rates are those of its last day. */
export interface Fairness {
  run: PayRun;
  spreads: Spread[];
  gaps: Gaps;
  /** From this gap on it counts as one, in basis points. */
  gapFrom: number;
  belowMinimum: { count: number; short: Money[] };
  /** Currencies that are paid in and have no minimum set: nothing was checked there. */
  unchecked: string[];
  unpaidOvertime: { count: number; minutes: number };
  /** Hours of people, or of days, without terms. */
  withoutTerms: { count: number; minutes: number };
  unpaidWork: UnpaidWork[];
  payWithoutHours: PayWithoutHours[];
}

/** Of the run with those days; else of the newest that is settled, else of the newest. Looking is on record. */
export async function seeFairness(desk: Payroll, by: string, of: { id: string } | Period | null): Promise<Fairness> {
  await require(desk, 'seeFairness', by);
  const run = await runMeant(desk, of);
  const fairness = await fairnessOf(desk, run);
  await desk.audit.record({ actor: by, action: `${DESK}.see-fairness`, object: `${DESK}/run/${run.id}` });
  return fairness;
}

async function runMeant({ db }: Reading, of: { id: string } | Period | null): Promise<PayRun> {
  const runs = runsIn(db);
  if (of === null) {
    const newest = await runs.list(0, 20);
    const run = newest.find(({ state }) => settledStates.some((one) => one === state)) ?? newest[0];
    if (!run) throw no('fair.refused.noRun');
    return run;
  }
  const run = 'id' in of ? await runs.get(of.id) : await runs.overlapping(of);
  if (!run) throw no('id' in of ? 'run.refused.gone' : 'fair.refused.noRunThen');
  return run;
}

async function fairnessOf(desk: Reading, run: PayRun): Promise<Fairness> {
  const { gapFrom, minimumHourly } = desk.settings;
  const employees = await employeesIn(desk.db).working(run.period);
  const terms = await employeesIn(desk.db).termsOf(employees.map(({ number }) => number));
  const earners = earnersOn(employees, terms, dayText(run.period.until));
  const currencies = [...new Set(earners.map(({ rate }) => rate.currency))];
  return {
    run,
    gapFrom,
    spreads: spreadsIn(earners),
    gaps: gapsIn(earners),
    unchecked: currencies.filter((currency) => minimumHourly[currency] === undefined),
    belowMinimum: shortfall(await foundIn(desk, run, 'belowMinimum')),
    unpaidOvertime: minutesIn(await foundIn(desk, run, 'unpaidOvertime')),
    withoutTerms: minutesIn(await foundIn(desk, run, 'hoursWithoutTerms')),
    ...(await readSlips(desk, run.id)),
  };
}

export const gapsFrom = ({ gaps, gapFrom }: Fairness) => gaps.gaps.filter((gap) => sizeOf(gap) >= gapFrom);

/** More than a run can have found. */
const ALL = 1_000_000;

const foundIn = ({ db }: Reading, { id }: PayRun, check: CheckName): Promise<Finding[]> =>
  findingsOf(db, id).page(check, 0, ALL);

const minutesIn = (findings: readonly Finding[]) => ({
  count: findings.length,
  minutes: findings
    .flatMap(({ evidence }) => eachOf(evidence))
    .reduce((sum, { hours }) => sum + (hours && 'minutes' in hours ? hours.minutes : 0), 0),
});

/** What those hours lack of the minimum, by currency. */
function shortfall(findings: readonly Finding[]): Fairness['belowMinimum'] {
  const short = new Map<string, Money>();
  for (const { rate, minimum, hours } of findings.flatMap(({ evidence }) => eachOf(evidence))) {
    if (!rate || !minimum || !hours || !('minor' in rate) || !('minor' in minimum) || !('minutes' in hours)) continue;
    const lacks = money(Math.round(((minimum.minor - rate.minor) * hours.minutes) / 60), rate.currency);
    short.set(rate.currency, plus(short.get(rate.currency) ?? money(0, rate.currency), lacks));
  }
  return { count: findings.length, short: [...short.values()] };
}

const READ_AT_ONCE = 500;

async function readSlips({ db }: Reading, runId: string): Promise<Pick<Fairness, 'unpaidWork' | 'payWithoutHours'>> {
  const [unpaidWork, payWithoutHours]: [UnpaidWork[], PayWithoutHours[]] = [[], []];
  for (let skip = 0; ; skip += READ_AT_ONCE) {
    const slips = await payslipsIn(db).page(runId, skip, READ_AT_ONCE);
    unpaidWork.push(...slips.flatMap((slip) => unpaidWorkIn(slip) ?? []));
    payWithoutHours.push(...slips.flatMap((slip) => payWithoutHoursIn(slip) ?? []));
    if (slips.length < READ_AT_ONCE) return { unpaidWork, payWithoutHours };
  }
}
