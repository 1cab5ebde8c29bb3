import type { Temporal } from '../../../../platform/time.js';
import type { Period } from '../payslip.js';
import type { RunState } from './states.js';

/** What the payroll pays for the days of a period. */
export interface PayRun {
  id: string;
  period: Period;
  payday: Temporal.PlainDate;
  state: RunState;
  /** Counts the computations: an approval is of one of them. */
  version: number;
  preparedBy: string;
  /** Everybody who began it or computed it anew: none of them approves it. */
  preparers: readonly string[];
  computedAt: Temporal.Instant;
  fingerprint: string;
  submittedBy: string | null;
  /** Why it came back. Not escaped. */
  returnedFor: string | null;
  approvedBy: string | null;
  approvedAt: Temporal.Instant | null;
  paidAt: Temporal.Instant | null;
}
