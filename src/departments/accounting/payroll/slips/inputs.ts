import type { Temporal } from '../../../../platform/time.js';
import type { Payslip, Period } from '../payslip.js';

export interface RunInShort {
  id: string;
  period: Period;
  payday: Temporal.PlainDate;
  state: 'draft' | 'submitted' | 'approved' | 'paid';
}

/** What those who send payslips need of pay runs. */
export interface ApprovedRuns {
  slipsOf(runId: string): Promise<Payslip[]>;
  slip(runId: string, employeeNumber: string, currency: string): Promise<Payslip | null>;
  run(runId: string): Promise<RunInShort | null>;
}
