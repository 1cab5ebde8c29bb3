import type { Days, HourKind, Premium } from '../../../platform/hours.js';
import type { Money } from '../../../platform/money.js';
import type { Temporal } from '../../../platform/time.js';

/** One line of what somebody is paid, with all that explains its amount. */
export interface PayLine {
  kind: 'hours' | 'correction' | 'allowance' | 'deduction';
  amount: Money;
  why: Why;
}

/** Why a line is what it is: what "why?" answers with, in any language. */
export type Why =
  | HoursWhy
  /** What an earlier period should have been, less what was paid for it. */
  | { from: 'correction'; period: Period; sheetId: string; version: number; should: Money; paid: Money }
  | { from: 'share'; name: string; basisPoints: number; of: Money }
  | { from: 'amount'; name: string };

export interface HoursWhy {
  from: 'hours';
  hours: HourKind;
  premiums: readonly Premium[];
  minutes: number;
  /** Of the rate. */
  percent: number;
  /** Of one hour. */
  rate: Money;
  rateSince: Temporal.PlainDate;
}

/** Days, both inclusive. */
export type Period = Days;

/** What one pay run pays one person in one currency. Sum of the lines = net; gross = the lines above the deductions. */
export interface Payslip {
  runId: string;
  employeeNumber: string;
  personId: string | null;
  name: string;
  period: Period;
  payday: Temporal.PlainDate;
  lines: readonly PayLine[];
  gross: Money;
  deducted: Money;
  net: Money;
}
