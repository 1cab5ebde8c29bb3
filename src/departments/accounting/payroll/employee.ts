import type { Money } from '../../../platform/money.js';
import type { Temporal } from '../../../platform/time.js';

/** Somebody on the payroll, under the number that the company itself uses. */
export interface Employee {
  /** As in the company's own lists: `1042`. The same number is the same person. */
  number: string;
  /** Slack's id; null while nobody in Slack is known to be them. */
  personId: string | null;
  name: string;
  email: string | null;
  managerNumber: string | null;
  /** A group whose pay is compared, as the company calls it (`f`, `m`); null: not told. */
  group: string | null;
  startsOn: Temporal.PlainDate;
  /** The last day; null while they work here. */
  endsOn: Temporal.PlainDate | null;
  /** Whether an account is on record: the account itself is encrypted, and isn't read along. */
  hasAccount: boolean;
}

/** What somebody works for, from that day until their next terms. */
export interface Terms {
  employeeNumber: string;
  from: Temporal.PlainDate;
  /** Those with the same title do the same work: their rates are compared. */
  jobTitle: string;
  /** Of one hour. */
  rate: Money;
  /** Contracted minutes a week. */
  weeklyMinutes: number;
}

/** Something besides the hours, each month or once: a share of the gross, or an amount of a pay run. */
export interface Adjustment {
  id: string;
  kind: 'allowance' | 'deduction';
  /** As on the payslip. */
  name: string;
  /** Basis points of the gross (1,000 = 10 %), or an amount for each pay run. */
  size: { basisPoints: number } | { amount: Money };
  /** Null: everybody's. */
  employeeNumber: string | null;
  from: Temporal.PlainDate;
  /** The last day on which it counts; null: until further notice. */
  until: Temporal.PlainDate | null;
}
