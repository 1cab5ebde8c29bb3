import { type Currency, negated, plus } from '../../../../platform/money.js';
import type { Adjustment, Employee } from '../employee.js';
import type { PayLine, Payslip } from '../payslip.js';
import { adjusted } from './adjust.js';
import { compareTexts, dayText, spanOf } from './days.js';
import type { PayInputs } from './inputs.js';
import { correctionLines, hoursLines, totalOf } from './lines.js';
import type { PaidSheet } from './pieces.js';
import { type PriceList, priceList } from './price-list.js';
import { type PayProblem, problemsOf } from './problems.js';
import { type Books, type SheetShare, sharesOf } from './sheets.js';

export interface PayResult {
  /** By employee number and currency. */
  payslips: Payslip[];
  problems: PayProblem[];
  /** How each sheet that this run touched stands paid after it. */
  paid: PaidSheet[];
}

/** What everybody is paid: the same inputs, in any order, give the same payslips. */
export function computePay(inputs: PayInputs): PayResult {
  const list = priceList(inputs.employees, inputs.terms);
  const named = new Map(inputs.employees.map((employee) => [employee.number, employee]));
  const books = booksOf(inputs, list);
  const byEmployee = new Map<string, SheetShare[]>();
  const unpaid: Parameters<typeof problemsOf>[0][number][] = [];
  const paid: PaidSheet[] = [];
  for (const sheet of inOrder(inputs.sheets)) {
    const read = sharesOf(sheet, books);
    for (const share of read.shares) {
      const theirs = byEmployee.get(share.employeeNumber);
      if (theirs) theirs.push(share);
      else byEmployee.set(share.employeeNumber, [share]);
      paid.push(share.after);
    }
    unpaid.push(...read.unpaid.map((slice) => ({ personId: sheet.personId, ...slice })));
  }
  const everybody = [...named.values()].sort((one, other) => compareTexts(one.number, other.number));
  const payslips = everybody.flatMap((employee) =>
    slipsOf(inputs, list, employee, byEmployee.get(employee.number) ?? []),
  );
  return { payslips, problems: problemsOf(unpaid, named), paid };
}

function booksOf({ period, settled, paid }: PayInputs, list: PriceList): Books {
  const bySheet = new Map<string, Map<string, PaidSheet>>();
  for (const one of paid) {
    const theirs = bySheet.get(one.sheetId) ?? new Map<string, PaidSheet>();
    bySheet.set(one.sheetId, theirs.set(one.employeeNumber, one));
  }
  return { own: spanOf(period), settled: settled.map(spanOf), list, paid: bySheet };
}

const inOrder = (sheets: PayInputs['sheets']) =>
  sheets
    .map((sheet) => ({ sheet, key: `${dayText(sheet.first)} ${sheet.sheetId}` }))
    .sort((one, other) => compareTexts(one.key, other.key))
    .map(({ sheet }) => sheet);

/** One payslip for each currency that somebody is owed, or has been paid too much of. */
function slipsOf(inputs: PayInputs, list: PriceList, employee: Employee, shares: readonly SheetShare[]): Payslip[] {
  const earned = [...hoursLines(shares.flatMap(({ own }) => own)), ...shares.flatMap(correctionLines)];
  const adjustments = adjustmentsOf(inputs, list, employee);
  const currencies = new Set([
    ...earned.map(({ amount }) => amount.currency),
    ...adjustments.flatMap(({ size }) => ('amount' in size ? [size.amount.currency] : [])),
  ]);
  return [...currencies].sort().map((currency) => {
    const theirs = earned.filter(({ amount }) => amount.currency === currency);
    return slipOf(inputs, employee, currency, adjusted(theirs, { currency, adjustments }));
  });
}

/**
 * Amounts are for those who work in the period; an amount for everybody only for those whose rate is in its currency. Shares
 * are of whatever is paid, so they also go with what somebody who has left is still owed.
 */
function adjustmentsOf({ adjustments, period }: PayInputs, list: PriceList, employee: Employee): Adjustment[] {
  const { from, until } = spanOf(period);
  const starts = dayText(employee.startsOn);
  const ends = employee.endsOn && dayText(employee.endsOn);
  const works = starts <= until && (ends === null || ends >= from);
  const lastDay = ends !== null && ends < until ? ends : until;
  const currency = list.rateOn(employee.number, lastDay)?.terms.rate.currency;
  return adjustments.filter(({ employeeNumber, size }) => {
    if (employeeNumber !== null && employeeNumber !== employee.number) return false;
    if ('basisPoints' in size) return true;
    return works && (employeeNumber !== null || size.amount.currency === currency);
  });
}

function slipOf(inputs: PayInputs, employee: Employee, currency: Currency, lines: PayLine[]): Payslip {
  const { runId, period, payday } = inputs;
  const { number: employeeNumber, personId, name } = employee;
  const gross = totalOf(
    lines.filter(({ kind }) => kind !== 'deduction'),
    currency,
  );
  const taken = totalOf(
    lines.filter(({ kind }) => kind === 'deduction'),
    currency,
  );
  const sums = { gross, deducted: negated(taken), net: plus(gross, taken) };
  return { runId, employeeNumber, personId, name, period, payday, lines, ...sums };
}
