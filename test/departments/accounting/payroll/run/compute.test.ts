import { computePay } from '../../../../../src/departments/accounting/payroll/run/compute.js';
import type { PayInputs } from '../../../../../src/departments/accounting/payroll/run/inputs.js';
import {
  adjustment,
  day,
  days,
  employee,
  eur,
  fullWeek,
  inputs,
  ron,
  sheet,
  slice,
  terms,
  termsOf,
} from './samples.js';

/** Each line in short: what it is, how much of it, and what it comes to. */
function linesOf(change: Partial<PayInputs>): string[] {
  return computePay(inputs(change)).payslips.flatMap(({ lines }) =>
    lines.map(({ kind, amount, why }) => {
      const hours =
        why.from === 'hours' ? ` ${why.hours} ${why.minutes} min at ${why.rate.minor} × ${why.percent} %` : '';
      return `${kind}${hours} = ${amount.minor} ${amount.currency}`;
    }),
  );
}

describe('what somebody is paid for their hours', () => {
  it('is one line for all that is worth the same', () => {
    const sheets = [
      sheet('U1', '2026-11-02', fullWeek('2026-11-02')),
      sheet('U1', '2026-11-09', fullWeek('2026-11-09')),
    ];
    expect(linesOf({ sheets })).toEqual(['hours work 4800 min at 3000 × 100 % = 240000 RON']);
  });

  it('tells overtime, nights and leave apart', () => {
    const slices = [
      slice('2026-11-02', 480),
      slice('2026-11-02', 60, { percent: 175, premiums: ['dailyOvertime'] }),
      slice('2026-11-03', 480, { percent: 125, premiums: ['night'] }),
      slice('2026-11-04', 480, { kind: 'leave' }),
      slice('2026-11-05', 480, { kind: 'unpaid', percent: 0 }),
    ];
    expect(linesOf({ sheets: [sheet('U1', '2026-11-02', slices)] })).toEqual([
      'hours leave 480 min at 3000 × 100 % = 24000 RON',
      'hours unpaid 480 min at 3000 × 0 % = 0 RON',
      'hours work 480 min at 3000 × 100 % = 24000 RON',
      'hours work 480 min at 3000 × 125 % = 30000 RON',
      'hours work 60 min at 3000 × 175 % = 5250 RON',
    ]);
  });

  it('is rounded once a line, half a ban up', () => {
    // 20 minutes three times at 0.50 an hour: 50 bani in all, and not three times 17.
    const slices = ['2026-11-02', '2026-11-03', '2026-11-04'].map((on) => slice(on, 20));
    const cheap = termsOf(terms('1', '2020-01-01', ron(50)));
    expect(linesOf({ terms: cheap, sheets: [sheet('U1', '2026-11-02', slices)] })).toEqual([
      'hours work 60 min at 50 × 100 % = 50 RON',
    ]);
    const half = termsOf(terms('1', '2020-01-01', ron(90)));
    expect(linesOf({ terms: half, sheets: [sheet('U1', '2026-11-02', [slice('2026-11-02', 1)])] })).toEqual([
      'hours work 1 min at 90 × 100 % = 2 RON',
    ]);
  });

  it('follows a new rate from its day on, and says since when it counts', () => {
    const changed = termsOf(terms('1', '2020-01-01', ron(3000)), terms('1', '2026-11-04', ron(3600)));
    const [slip] = computePay(
      inputs({ terms: changed, sheets: [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))] }),
    ).payslips;
    expect(slip?.lines.map(({ amount, why }) => [amount.minor, 'rateSince' in why && String(why.rateSince)])).toEqual([
      [48000, '2020-01-01'],
      [86400, '2026-11-04'],
    ]);
  });

  it('has the same rate in one line, also where only the title changed', () => {
    const titled = termsOf(terms('1', '2024-05-01'), terms('1', '2026-11-04', ron(3000), { jobTitle: 'Lead clerk' }));
    const [slip] = computePay(
      inputs({ terms: titled, sheets: [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))] }),
    ).payslips;
    expect(slip?.lines).toHaveLength(1);
    expect(slip?.lines[0]?.why).toMatchObject({ minutes: 2400, rateSince: day('2024-05-01') });
  });

  it('counts only the days of the period: a week over its end is paid in two parts', () => {
    const sheets = [sheet('U1', '2026-11-30', fullWeek('2026-11-30'))];
    expect(linesOf({ sheets })).toEqual(['hours work 480 min at 3000 × 100 % = 24000 RON']);
    expect(linesOf({ sheets, period: days('2026-12-01', '2026-12-31') })).toEqual([
      'hours work 1920 min at 3000 × 100 % = 96000 RON',
    ]);
  });

  it('goes by the day for whoever begins in the middle of a week', () => {
    const joiner = [employee('1', { startsOn: day('2026-11-04') })];
    const result = computePay(
      inputs({ employees: joiner, sheets: [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))] }),
    );
    expect(result.payslips.map(({ net }) => net.minor)).toEqual([3 * 24000]);
    expect(result.problems).toEqual([
      {
        ...{ personId: 'U1', employeeNumber: '', name: null, minutes: 960 },
        ...{ first: '2026-11-02', last: '2026-11-03' },
      },
    ]);
  });

  it('belongs to the number that they had on that day, for whoever left and came back', () => {
    const twice = [
      employee('1', { endsOn: day('2026-11-03') }),
      employee('2', { personId: 'U1', startsOn: day('2026-11-05') }),
    ];
    const rates = termsOf(terms('1', '2020-01-01', ron(3000)), terms('2', '2026-11-05', ron(6000)));
    const result = computePay(
      inputs({ employees: twice, terms: rates, sheets: [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))] }),
    );
    expect(result.payslips.map(({ employeeNumber, net }) => [employeeNumber, net.minor])).toEqual([
      ['1', 48000],
      ['2', 96000],
    ]);
    expect(result.problems.map(({ minutes }) => minutes)).toEqual([480]);
  });

  it('isn’t paid for days without terms, and somebody is told', () => {
    const late = termsOf(terms('1', '2026-11-05'));
    const result = computePay(inputs({ terms: late, sheets: [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))] }));
    expect(result.payslips.map(({ net }) => net.minor)).toEqual([2 * 24000]);
    expect(result.problems.map(({ employeeNumber, minutes }) => [employeeNumber, minutes])).toEqual([['1', 3 * 480]]);
    expect(result.paid.map(({ isOpen }) => isOpen)).toEqual([true]);
  });

  it('has a payslip of its own in each currency', () => {
    const moved = termsOf(terms('1', '2020-01-01', ron(3000)), terms('1', '2026-11-05', eur(1000)));
    const { payslips } = computePay(
      inputs({ terms: moved, sheets: [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))] }),
    );
    expect(payslips.map(({ net }) => net)).toEqual([eur(16000), ron(72000)]);
  });
});

describe('allowances and deductions', () => {
  const sheets = [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))];

  it('are shares of what was earned, then of the gross, however they were written down', () => {
    const adjustments = [
      adjustment('deduction', 'Tax', { size: { basisPoints: 1000 } }),
      adjustment('allowance', 'Seniority', { size: { basisPoints: 500 } }),
      adjustment('allowance', 'Meals', { size: { amount: ron(10_000) } }),
      adjustment('deduction', 'Canteen', { size: { amount: ron(2_000) } }),
    ];
    const [slip] = computePay(inputs({ sheets, adjustments })).payslips;
    expect(slip?.lines.map(({ kind, amount }) => `${kind} ${amount.minor}`)).toEqual([
      'hours 120000',
      'allowance 10000',
      'allowance 6000',
      'deduction -2000',
      'deduction -13600',
    ]);
    expect(slip).toMatchObject({ gross: ron(136_000), deducted: ron(15_600), net: ron(120_400) });
  });

  it('count for whom they are meant', () => {
    const employees = [employee('1'), employee('2')];
    const everyone = termsOf(terms('1', '2020-01-01'), terms('2', '2020-01-01'));
    const adjustments = [adjustment('allowance', 'Bonus', { size: { amount: ron(100) }, employeeNumber: '2' })];
    const { payslips } = computePay(inputs({ employees, terms: everyone, sheets, adjustments }));
    expect(payslips.map(({ employeeNumber, net }) => [employeeNumber, net.minor])).toEqual([
      ['1', 120000],
      ['2', 100],
    ]);
  });

  it('in a currency are for everybody who is paid in it, and for nobody else', () => {
    const employees = [employee('1'), employee('2')];
    const everyone = termsOf(terms('1', '2020-01-01'), terms('2', '2020-01-01', eur(1000)));
    const adjustments = [adjustment('allowance', 'Meals', { size: { amount: ron(500) } })];
    const { payslips } = computePay(inputs({ employees, terms: everyone, sheets, adjustments }));
    expect(payslips.map(({ employeeNumber, net }) => [employeeNumber, net])).toEqual([['1', ron(120_500)]]);
  });

  it('in amounts end with the work, in shares go with what is still owed', () => {
    const left = [employee('1', { endsOn: day('2026-10-30') })];
    const adjustments = [
      adjustment('allowance', 'Meals', { size: { amount: ron(500) } }),
      adjustment('deduction', 'Tax', { size: { basisPoints: 1000 } }),
    ];
    const late = [sheet('U1', '2026-10-26', [slice('2026-10-26')])];
    const settled = [days('2026-10-01', '2026-10-31')];
    const [slip] = computePay(inputs({ employees: left, settled, sheets: late, adjustments })).payslips;
    expect(slip?.lines.map(({ kind, amount }) => `${kind} ${amount.minor}`)).toEqual([
      'correction 24000',
      'deduction -2400',
    ]);
  });
});
