import { computePay } from '../../../../../src/departments/accounting/payroll/run/compute.js';
import type { PaidSheet } from '../../../../../src/departments/accounting/payroll/run/pieces.js';
import type { WorkedSheet } from '../../../../../src/platform/hours.js';
import { days, eur, fullWeek, inputs, ron, sheet, slice, terms, termsOf } from './samples.js';

const october = days('2026-10-01', '2026-10-31');
const november = days('2026-11-01', '2026-11-30');
const december = days('2026-12-01', '2026-12-31');

/** The week over the end of October, as its version says it. */
const week = (version: number, minutes: number): WorkedSheet =>
  sheet(
    'U1',
    '2026-10-26',
    fullWeek('2026-10-26').map((one) => ({ ...one, minutes })),
    { version },
  );

/** What October's run paid. */
const paidInOctober = (sheets: WorkedSheet[]): PaidSheet[] => computePay(inputs({ period: october, sheets })).paid;

const inNovember = (sheets: WorkedSheet[], paid: PaidSheet[], change = {}) =>
  computePay(inputs({ period: november, settled: [october], sheets, paid, ...change }));

describe('hours that were paid already', () => {
  it('aren’t paid again', () => {
    const sheets = [week(1, 480)];
    expect(inNovember(sheets, paidInOctober(sheets)).payslips).toEqual([]);
  });

  it('are made up for when they were too few, in one line that says what should have been', () => {
    const { payslips } = inNovember([week(2, 540)], paidInOctober([week(1, 480)]));
    expect(payslips[0]?.lines).toEqual([
      {
        kind: 'correction',
        amount: ron(15_000),
        why: {
          ...{ from: 'correction', period: days('2026-10-26', '2026-10-31'), sheetId: 'U1/2026-10-26', version: 2 },
          ...{ should: ron(135_000), paid: ron(120_000) },
        },
      },
    ]);
  });

  it('are taken back when they were too many, or none of them were worked', () => {
    const paid = paidInOctober([week(1, 480)]);
    expect(inNovember([week(2, 420)], paid).payslips[0]?.net).toEqual(ron(-15_000));
    const emptied = { ...week(2, 480), slices: [] };
    expect(inNovember([emptied], paid).payslips[0]?.net).toEqual(ron(-120_000));
  });

  it('are corrected against what was paid last, and once', () => {
    const first = paidInOctober([week(1, 480)]);
    const second = inNovember([week(2, 540)], first).paid;
    const inDecember = (sheets: WorkedSheet[]) =>
      computePay(inputs({ period: december, settled: [october, november], sheets, paid: second }));
    expect(inDecember([week(2, 540)]).payslips).toEqual([]);
    expect(inDecember([week(3, 480)]).payslips[0]?.net).toEqual(ron(-15_000));
  });

  it('come with the rates of their own days', () => {
    const raised = termsOf(terms('1', '2020-01-01', ron(3000)), terms('1', '2026-11-01', ron(9000)));
    const { payslips } = inNovember([week(2, 540)], paidInOctober([week(1, 480)]), { terms: raised });
    expect(payslips[0]?.net).toEqual(ron(15_000));
  });

  it('are corrected in their own currency when somebody moved to another one', () => {
    const moved = termsOf(terms('1', '2020-01-01', ron(3000)), terms('1', '2026-11-01', eur(1000)));
    const own = sheet('U1', '2026-11-02', fullWeek('2026-11-02'));
    const { payslips } = inNovember([week(2, 540), own], paidInOctober([week(1, 480)]), { terms: moved });
    expect(payslips.map(({ net }) => net)).toEqual([eur(40_000), ron(15_000)]);
  });
});

describe('hours that came late', () => {
  it('are paid by the next run when their sheet was locked after the last one', () => {
    const { payslips } = inNovember([week(1, 480)], []);
    expect(payslips[0]?.lines.map(({ kind, amount }) => [kind, amount.minor])).toEqual([['correction', 120_000]]);
  });

  it('are paid once there are terms for them', () => {
    const noTerms = computePay(inputs({ period: october, sheets: [week(1, 480)], terms: new Map() }));
    expect(noTerms.payslips).toEqual([]);
    const { payslips, paid } = inNovember([week(1, 480)], noTerms.paid);
    expect(payslips[0]?.net).toEqual(ron(120_000));
    const again = computePay(inputs({ period: december, settled: [october, november], sheets: [week(1, 480)], paid }));
    expect(again.payslips).toEqual([]);
  });

  it('of days before the first run are nobody’s business', () => {
    expect(computePay(inputs({ period: november, sheets: [week(1, 480)] })).payslips).toEqual([]);
  });
});

describe('a week over the end of a period', () => {
  const straddling = (version: number, minutes: number) =>
    sheet(
      'U1',
      '2026-11-30',
      fullWeek('2026-11-30').map((one) => ({ ...one, minutes })),
      { version },
    );

  it('corrects its earlier part and pays its later one, when it changed in between', () => {
    const { paid } = computePay(inputs({ period: november, sheets: [straddling(1, 480)] }));
    const { payslips } = computePay(
      inputs({ period: december, settled: [november], sheets: [straddling(2, 540)], paid }),
    );
    expect(payslips[0]?.lines.map(({ kind, amount }) => [kind, amount.minor])).toEqual([
      ['hours', 4 * 27_000],
      ['correction', 3_000],
    ]);
  });

  it('is corrected as a whole once both parts are paid', () => {
    const first = computePay(inputs({ period: november, sheets: [straddling(1, 480)] })).paid;
    const second = computePay(
      inputs({ period: december, settled: [november], sheets: [straddling(1, 480)], paid: first }),
    ).paid;
    const january = { period: days('2027-01-01', '2027-01-31'), settled: [november, december], paid: second };
    expect(computePay(inputs({ ...january, sheets: [straddling(1, 480)] })).payslips).toEqual([]);
    expect(computePay(inputs({ ...january, sheets: [straddling(2, 540)] })).payslips[0]?.net).toEqual(ron(15_000));
  });

  it('keeps what was paid for its earlier part, also when the rate of those days was changed since', () => {
    const first = computePay(inputs({ period: november, sheets: [straddling(1, 480)] })).paid;
    const raised = termsOf(terms('1', '2020-01-01', ron(6000)));
    const { payslips, paid } = computePay(
      inputs({ period: december, settled: [november], sheets: [straddling(1, 480)], paid: first, terms: raised }),
    );
    expect(payslips[0]?.lines.map(({ kind, amount }) => [kind, amount.minor])).toEqual([['hours', 4 * 48_000]]);
    expect(paid[0]?.pieces.map(({ rate, minutes }) => [rate, minutes])).toContainEqual([3000, 480]);
  });

  it('has nothing to say of days that no run pays', () => {
    const far = slice('2026-11-30');
    const { paid } = computePay(
      inputs({ period: days('2026-12-02', '2026-12-31'), sheets: [{ ...straddling(1, 480), slices: [far] }] }),
    );
    expect(paid).toEqual([]);
  });
});
