import fc from 'fast-check';
import { computePay, type PayResult } from '../../../../../src/departments/accounting/payroll/run/compute.js';
import type { PayInputs } from '../../../../../src/departments/accounting/payroll/run/inputs.js';
import { type HoursSlice, hourKinds, premiums, type WorkedSheet } from '../../../../../src/platform/hours.js';
import { money } from '../../../../../src/platform/money.js';
import { adjustment, day, days, employee, inputs, sheet, terms, termsOf } from './samples.js';

// Whatever people earn and work: what a payslip says adds up.

const FIRST = day('2026-10-26');
const november = days('2026-11-01', '2026-11-30');

const slices = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 6 }),
    kind: fc.constantFrom(...hourKinds),
    minutes: fc.integer({ min: 1, max: 1440 }),
    percent: fc.constantFrom(0, 75, 100, 125, 133, 175, 200),
    premiums: fc.subarray([...premiums]),
  }),
  { maxLength: 12 },
);

const ratesOf = fc.array(
  fc.record({
    after: fc.integer({ min: -100, max: 50 }),
    minor: fc.integer({ min: 1, max: 99_999 }),
    currency: fc.constantFrom('RON', 'EUR', 'JPY'),
  }),
  { minLength: 1, maxLength: 4 },
);

const size = fc.oneof(
  fc.record({ basisPoints: fc.integer({ min: 0, max: 6000 }) }),
  fc.record({ amount: fc.integer({ min: 0, max: 500_000 }).map((minor) => money(minor, 'RON')) }),
);
const adjustments = fc.array(fc.record({ kind: fc.constantFrom('allowance' as const, 'deduction' as const), size }), {
  maxLength: 5,
});

const slicesFrom = (monday: ReturnType<typeof day>, some: { after: number }[]): HoursSlice[] =>
  some.map(({ after, ...rest }) => ({ ...rest, day: monday.add({ days: after }) }) as HoursSlice);

/** Three people with their own rates, whose weeks run from before the period to after it. */
const companies = fc
  .record({
    people: fc.array(fc.record({ rates: ratesOf, weeks: fc.array(slices, { minLength: 6, maxLength: 6 }) }), {
      ...{ minLength: 1, maxLength: 3 },
    }),
    adjustments,
  })
  .map(({ people, adjustments: some }): PayInputs => {
    const numbers = people.map((_, index) => String(index));
    const sheets = people.flatMap(({ weeks }, index) =>
      weeks.map((week, after): WorkedSheet => {
        const monday = FIRST.add({ days: 7 * after });
        return sheet(`U${index}`, monday.toString(), slicesFrom(monday, week));
      }),
    );
    const rates = people.flatMap(({ rates }, index) =>
      rates.map(({ after, minor, currency }) =>
        terms(String(index), FIRST.add({ days: after }).toString(), money(minor, currency)),
      ),
    );
    return inputs({
      period: november,
      employees: numbers.map((number) => employee(number)),
      terms: termsOf(...distinct(rates)),
      sheets,
      adjustments: some.map(({ kind, size }, index) => adjustment(kind, `A${index}`, { id: String(index), size })),
    });
  });

/** Nobody has two terms from the same day. */
const distinct = (all: ReturnType<typeof terms>[]) => [
  ...new Map(all.map((one) => [`${one.employeeNumber} ${one.from}`, one])).values(),
];

/** What there is in hours lines, by currency: minutes and minor units. */
function inHours({ payslips }: PayResult): Map<string, { minutes: number; minor: number; lines: number }> {
  const sums = new Map<string, { minutes: number; minor: number; lines: number }>();
  for (const { amount, why } of payslips.flatMap(({ lines }) => lines)) {
    if (why.from !== 'hours') continue;
    const sum = sums.get(amount.currency) ?? { minutes: 0, minor: 0, lines: 0 };
    sums.set(amount.currency, {
      ...{ minutes: sum.minutes + why.minutes, minor: sum.minor + amount.minor, lines: sum.lines + 1 },
    });
  }
  return sums;
}

describe('every payslip', () => {
  it('has lines that sum to its net, and a gross less deductions that is the same net', () => {
    fc.assert(
      fc.property(companies, (company) => {
        for (const { lines, gross, deducted, net } of computePay(company).payslips) {
          const sum = (of: typeof lines) => of.reduce((total, { amount }) => total + amount.minor, 0);
          expect(sum(lines)).toBe(net.minor);
          expect(gross.minor - deducted.minor).toBe(net.minor);
          expect(sum(lines.filter(({ kind }) => kind !== 'deduction'))).toBe(gross.minor);
        }
      }),
    );
  });

  it('is in one currency', () => {
    fc.assert(
      fc.property(companies, (company) => {
        for (const { lines, gross, deducted, net } of computePay(company).payslips) {
          const currencies = [gross, deducted, net, ...lines.map(({ amount }) => amount)].map(
            ({ currency }) => currency,
          );
          expect(new Set(currencies).size).toBe(1);
        }
      }),
    );
  });

  it('is the same whenever it is computed, and whatever the order of what it is computed from', () => {
    const shuffled = companies.chain((company) =>
      fc.record({
        company: fc.constant(company),
        again: fc.record({
          employees: fc.shuffledSubarray([...company.employees], { minLength: company.employees.length }),
          sheets: fc.shuffledSubarray([...company.sheets], { minLength: company.sheets.length }),
          adjustments: fc.shuffledSubarray([...company.adjustments], { minLength: company.adjustments.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ company, again }) => {
        const reversed = company.sheets.map((one) => ({ ...one, slices: [...one.slices].reverse() }));
        expect(computePay({ ...company, ...again })).toEqual(computePay(company));
        expect(computePay({ ...company, sheets: reversed })).toEqual(computePay(company));
      }),
    );
  });
});

describe('a month that is paid in two periods', () => {
  const split = companies.chain((company) =>
    fc.record({ company: fc.constant(company), until: fc.integer({ min: 1, max: 29 }) }),
  );

  it('pays the same minutes once, and the same amounts but for half a unit a line', () => {
    fc.assert(
      fc.property(split, ({ company, until }) => {
        const [last, first] = [november.from.add({ days: until - 1 }), november.from.add({ days: until })];
        const one = computePay({ ...company, period: { from: november.from, until: last } });
        const other = computePay({
          ...company,
          ...{ period: { from: first, until: november.until }, paid: one.paid },
          settled: [{ from: november.from, until: last }],
        });
        const [whole, parts] = [inHours(computePay(company)), [inHours(one), inHours(other)]];
        expect(other.payslips.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'correction')).toEqual([]);
        for (const [currency, { minutes, minor, lines }] of whole) {
          const found = parts.flatMap((part) => part.get(currency) ?? []);
          const sum = (of: (part: { minutes: number; minor: number; lines: number }) => number) =>
            found.reduce((total, part) => total + of(part), 0);
          expect(sum((part) => part.minutes)).toBe(minutes);
          expect(Math.abs(sum((part) => part.minor) - minor)).toBeLessThanOrEqual(
            (sum((part) => part.lines) + lines) / 2,
          );
        }
      }),
    );
  });
});

describe('hours that change after they were paid', () => {
  const changed = companies.chain((company) =>
    fc.record({
      company: fc.constant(company),
      newer: fc.array(slices, { minLength: company.sheets.length, maxLength: company.sheets.length }),
    }),
  );

  it('are corrected to what they should be, and then there is nothing left to correct', () => {
    fc.assert(
      fc.property(changed, ({ company, newer }) => {
        const before = computePay({ ...company, adjustments: [] });
        const sheets = company.sheets.map((one, index) => ({
          ...one,
          ...{ version: 2, slices: slicesFrom(one.first, newer[index] ?? []) },
        }));
        const december = { period: days('2027-01-10', '2027-01-31'), settled: [november], adjustments: [] };
        const next = computePay({ ...company, ...december, sheets, paid: before.paid });
        const later = { ...december, period: days('2027-02-01', '2027-02-28'), settled: [november, december.period] };
        expect(computePay({ ...company, ...later, sheets, paid: next.paid }).payslips).toEqual([]);
        const straight = computePay({ ...company, adjustments: [], sheets });
        const back = company.sheets.map((one) => ({ ...one, version: 3 }));
        const undone = computePay({ ...company, ...later, sheets: back, paid: next.paid });
        for (const slip of undone.payslips) {
          const same = next.payslips.find(
            (one) => one.employeeNumber === slip.employeeNumber && one.net.currency === slip.net.currency,
          );
          expect(slip.net.minor).toBe(-(same?.net.minor ?? 0));
        }
        expect(next.paid.flatMap(({ pieces }) => pieces).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
          straight.paid.flatMap(({ pieces }) => pieces).reduce((sum, { minutes }) => sum + minutes, 0),
        );
      }),
    );
  });
});
