import type { Temporal } from '../../../../platform/time.js';
import { findingsIn } from '../checks/check.js';
import type { Finding } from '../checks/finding.js';
import type { Payroll, Reading } from '../desk.js';
import { computePay, type PayResult } from '../run/compute.js';
import { fingerprintOf } from '../run/fingerprint.js';
import type { PayInputs } from '../run/inputs.js';
import { findingsOf } from '../store/findings.js';
import { paidSheetsIn } from '../store/paid-sheets.js';
import { payslipsIn } from '../store/payslips.js';
import { runsIn } from '../store/runs.js';
import { inputsOf, type RunWish } from './inputs.js';

/** A run as it was computed, before anything of it is written down. */
export interface Computed {
  wish: RunWish;
  result: PayResult;
  findings: Finding[];
  fingerprint: string;
  computedAt: Temporal.Instant;
}

/**
 * Computes a run without a transaction, since thousands of people take a while. What changes meanwhile is found out before
 * the run is approved: its fingerprint is then another.
 */
export async function computeRun(desk: Reading, wish: RunWish): Promise<Computed> {
  const inputs = await inputsOf(desk, wish);
  const result = computePay(inputs);
  const findings = findingsIn({
    inputs,
    result,
    unfinished: await desk.hours.unfinished(desk.db, wish.period, personsOf(inputs)),
    lastNets: await lastNets(desk, wish),
    settings: desk.settings,
    holidays: new Set(desk.office.holidays.map(({ date }) => date)),
  });
  return { wish, result, findings, fingerprint: fingerprintOf(inputs), computedAt: desk.now };
}

const personsOf = ({ employees }: PayInputs): string[] => employees.flatMap(({ personId }) => personId ?? []);

async function lastNets({ db }: Reading, { period }: RunWish) {
  const last = await runsIn(db).before(period.from);
  return last && payslipsIn(db).nets(last.id);
}

/** Writes down what was computed, instead of what the run had before. */
export async function keepComputed({ db }: Payroll, { wish, result, findings }: Computed): Promise<void> {
  await payslipsIn(db).write(wish.id, result.payslips);
  await paidSheetsIn(db).write(wish.id, result.paid);
  await findingsOf(db, wish.id).write(findings);
}
