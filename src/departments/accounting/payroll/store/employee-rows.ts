import type {
  PayAdjustment as AdjustmentRow,
  Employee as EmployeeRow,
  EmployeeTerms as TermsRow,
} from '../../../../generated/prisma/client.js';
import { money } from '../../../../platform/money.js';
import { toDay } from '../../../../platform/people/days.js';
import type { Adjustment, Employee, Terms } from '../employee.js';

export type { EmployeeRow };

export const employeeOf = ({ startsOn, endsOn, ...row }: EmployeeRow, hasAccount: boolean): Employee => ({
  ...row,
  startsOn: toDay(startsOn),
  endsOn: endsOn && toDay(endsOn),
  hasAccount,
});

export const termsOf = (row: TermsRow): Terms => ({
  employeeNumber: row.employeeNumber,
  from: toDay(row.from),
  jobTitle: row.jobTitle,
  rate: money(row.rateMinor, row.currency),
  weeklyMinutes: row.weeklyMinutes,
});

export const adjustmentOf = (row: AdjustmentRow): Adjustment => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  size: sizeOf(row),
  employeeNumber: row.employeeNumber,
  from: toDay(row.from),
  until: row.until && toDay(row.until),
});

function sizeOf({ id, basisPoints, amountMinor, currency }: AdjustmentRow): Adjustment['size'] {
  if (basisPoints !== null) return { basisPoints };
  if (amountMinor === null || currency === null) throw new Error(`the adjustment ${id} has no size`);
  return { amount: money(amountMinor, currency) };
}
