import type { WorkedSheet } from '../../../../platform/hours.js';
import type { Temporal } from '../../../../platform/time.js';
import type { Adjustment, Employee, Terms } from '../employee.js';
import type { Period } from '../payslip.js';
import type { PaidSheet } from './pieces.js';

/** Whom the payroll pays, as a pay run asks for them. */
export interface PayrollPeople {
  /** Those who are employed on at least one of the days. */
  working(days: Period): Promise<Employee[]>;
  termsOf(numbers: readonly string[]): Promise<Map<string, Terms[]>>;
  adjustmentsFor(days: Period): Promise<Adjustment[]>;
}

/** Everything that decides what a pay run pays: the same inputs give the same payslips. */
export interface PayInputs {
  runId: string;
  period: Period;
  payday: Temporal.PlainDate;
  /** Periods of the runs that are paid or approved. Their days are only corrected. */
  settled: readonly Period[];
  /** Whoever works, or worked on a day that is corrected. */
  employees: readonly Employee[];
  terms: ReadonlyMap<string, readonly Terms[]>;
  /** Of the period, and those that were locked since the last run. */
  sheets: readonly WorkedSheet[];
  /** What the last run that paid them paid, sheet by sheet. */
  paid: readonly PaidSheet[];
  adjustments: readonly Adjustment[];
}
