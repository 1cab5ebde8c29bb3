import { type Currency, type Money, negated, times } from '../../../../platform/money.js';
import type { Adjustment } from '../employee.js';
import type { PayLine } from '../payslip.js';
import { compareTexts } from './days.js';
import { totalOf } from './lines.js';

/** What somebody has besides their hours in one currency. */
export interface Adjusting {
  currency: Currency;
  adjustments: readonly Adjustment[];
}

/**
 * Allowances, then deductions. An allowance's share is of what the hours and corrections come to, a deduction's share is of
 * the gross: so the order in which they were written down changes nothing. Each is rounded once.
 */
export function adjusted(earned: readonly PayLine[], { currency, adjustments }: Adjusting): PayLine[] {
  const inOrder = [...adjustments].sort(
    (one, other) => compareTexts(one.name, other.name) || compareTexts(one.id, other.id),
  );
  const of = (kind: Adjustment['kind']) => inOrder.filter((one) => one.kind === kind);
  const basis = totalOf(earned, currency);
  const withAllowances = [...earned, ...of('allowance').flatMap((one) => lineOf(one, basis))];
  const gross = totalOf(withAllowances, currency);
  return [...withAllowances, ...of('deduction').flatMap((one) => lineOf(one, gross))];
}

function lineOf({ kind, name, size }: Adjustment, of: Money): PayLine[] {
  const signed = (amount: Money) => (kind === 'deduction' ? negated(amount) : amount);
  if ('amount' in size) {
    if (size.amount.currency !== of.currency) return [];
    return [{ kind, amount: signed(size.amount), why: { from: 'amount', name } }];
  }
  const { basisPoints } = size;
  const amount = signed(times(of, { numerator: basisPoints, denominator: 10_000 }));
  return [{ kind, amount, why: { from: 'share', name, basisPoints, of } }];
}
