import { findingsIn } from '../../../../../src/departments/accounting/payroll/checks/check.js';
import type { Facts } from '../../../../../src/departments/accounting/payroll/checks/facts.js';
import { type CheckName, eachOf, markOf } from '../../../../../src/departments/accounting/payroll/checks/finding.js';
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
} from '../run/samples.js';

const week = days('2026-11-02', '2026-11-08');
const worked = [sheet('U1', '2026-11-02', fullWeek('2026-11-02'))];

function facts(change: Partial<PayInputs> = {}, more: Partial<Facts> = {}): Facts {
  const all = inputs({ period: week, sheets: worked, ...change });
  const nothing = { unfinished: [], lastNets: null, settings: { minimumHourly: {} }, holidays: new Set<string>() };
  return { inputs: all, result: computePay(all), ...nothing, ...more };
}

const found = (check: CheckName, ...of: Parameters<typeof facts>) =>
  findingsIn(facts(...of))
    .filter((finding) => finding.check === check)
    .map(({ whom, evidence }) => ({ whom, ...evidence }));

it('finds nothing where everybody did what they were to do', () => {
  expect(findingsIn(facts())).toEqual([]);
});

describe('pay that would be against the law', () => {
  const minimum = { settings: { minimumHourly: { RON: 2500 } } };

  it('is a rate below the minimum of its currency', () => {
    const low = { terms: termsOf(terms('1', '2020-01-01', ron(2499))) };
    expect(found('belowMinimum', low, minimum)).toEqual([
      { whom: '1', rate: ron(2499), minimum: ron(2500), hours: { minutes: 2400 } },
    ]);
    expect(found('belowMinimum', { terms: termsOf(terms('1', '2020-01-01', ron(2500))) }, minimum)).toEqual([]);
    expect(found('belowMinimum', { terms: termsOf(terms('1', '2020-01-01', eur(100))) }, minimum)).toEqual([]);
  });

  it('is told of each currency that somebody is paid in, and of both at once', () => {
    const change = {
      terms: termsOf(terms('1', '2020-01-01', ron(2000)), terms('1', '2026-11-04', eur(500))),
    };
    const both = { settings: { minimumHourly: { RON: 2500, EUR: 600 } } };
    const [finding, ...others] = findingsIn(facts(change, both)).filter(({ check }) => check === 'belowMinimum');
    expect(others).toEqual([]);
    expect(new Set(eachOf(finding?.evidence ?? {}))).toEqual(
      new Set([
        { rate: ron(2000), minimum: ron(2500), hours: { minutes: 960 } },
        { rate: eur(500), minimum: eur(600), hours: { minutes: 1440 } },
      ]),
    );
    const other = { settings: { minimumHourly: { RON: 2500, EUR: 700 } } };
    const [changed] = findingsIn(facts(change, other));
    expect(finding && changed && markOf(finding) === markOf(changed)).toBe(false);
  });

  it('is also work that is paid in part, but not leave', () => {
    const half = slice('2026-11-02', 480, { percent: 50 });
    expect(found('belowMinimum', { sheets: [sheet('U1', '2026-11-02', [half])] }, minimum)).toEqual([
      { whom: '1', rate: ron(1500), minimum: ron(2500), hours: { minutes: 480 } },
    ]);
    const away = slice('2026-11-02', 480, { kind: 'sick', percent: 50 });
    expect(found('belowMinimum', { sheets: [sheet('U1', '2026-11-02', [away])] }, minimum)).toEqual([]);
  });

  it('is overtime at the plain rate or less', () => {
    const overtime = (percent: number) => [
      sheet('U1', '2026-11-02', [
        ...fullWeek('2026-11-02'),
        slice('2026-11-02', 90, { percent, premiums: ['dailyOvertime'] }),
      ]),
    ];
    expect(found('unpaidOvertime', { sheets: overtime(100) })).toEqual([
      { whom: '1', hours: { minutes: 90 }, percent: { percent: 100 } },
    ]);
    expect(found('unpaidOvertime', { sheets: overtime(0) })).toHaveLength(1);
    expect(found('unpaidOvertime', { sheets: overtime(101) })).toEqual([]);
  });
});

describe('hours that somebody should look at', () => {
  it('are those that aren’t locked yet, once a person', () => {
    const sheetOf = (first: string) => ({
      personId: 'U1',
      first: day(first),
      last: day(first).add({ days: 6 }),
      state: 'draft',
    });
    expect(found('unfinished', {}, { unfinished: [sheetOf('2026-11-02'), sheetOf('2026-11-09')] })).toEqual([
      { whom: '1', from: { day: '2026-11-02' }, until: { day: '2026-11-08' }, state: { word: 'draft' } },
    ]);
  });

  it('are of nobody on the payroll', () => {
    const stranger = sheet('U9', '2026-11-02', [slice('2026-11-03', 60)]);
    expect(found('hoursWithoutTerms', { sheets: [...worked, stranger] })).toEqual([
      { whom: 'U9', hours: { minutes: 60 }, from: { day: '2026-11-03' }, until: { day: '2026-11-03' } },
    ]);
  });

  it('are missing where somebody has terms and worked nothing', () => {
    expect(found('termsWithoutHours', { sheets: [] })).toEqual([{ whom: '1', expected: { minutes: 2400 } }]);
    const left = { employees: [employee('1', { endsOn: day('2026-11-01') })], sheets: [] };
    expect(found('termsWithoutHours', left)).toEqual([]);
  });

  it('are far from what was contracted, on the days that were somebody’s', () => {
    const short = (count: number) => ({ sheets: [sheet('U1', '2026-11-02', fullWeek('2026-11-02').slice(0, count))] });
    expect(found('farFromContract', short(4))).toEqual([
      { whom: '1', expected: { minutes: 2400 }, counted: { minutes: 1920 } },
    ]);
    const joiner = [employee('1', { startsOn: day('2026-11-05') })];
    const theirs = [sheet('U1', '2026-11-02', [slice('2026-11-05'), slice('2026-11-06')])];
    expect(found('farFromContract', { employees: joiner, sheets: theirs })).toEqual([]);
  });

  it('aren’t missing on public holidays and on leave', () => {
    const holidays = new Set(['2026-11-06']);
    const withoutFriday = [sheet('U1', '2026-11-02', fullWeek('2026-11-02').slice(0, 4))];
    expect(found('farFromContract', { sheets: withoutFriday }, { holidays })).toEqual([]);
    const noted = [
      sheet('U1', '2026-11-02', [...fullWeek('2026-11-02').slice(0, 4), slice('2026-11-06', 480, { kind: 'holiday' })]),
    ];
    expect(found('farFromContract', { sheets: noted }, { holidays })).toEqual([]);
    const away = fullWeek('2026-11-02').map((one) => ({ ...one, kind: 'leave' as const }));
    expect(found('farFromContract', { sheets: [sheet('U1', '2026-11-02', away)] })).toEqual([]);
  });

  it('are measured by the contract of each day', () => {
    const partTime = terms('1', '2026-11-05', ron(3000), { weeklyMinutes: 20 * 60 });
    const halves = [...fullWeek('2026-11-02').slice(0, 3), slice('2026-11-05', 240), slice('2026-11-06', 240)];
    const change = { terms: termsOf(terms('1', '2020-01-01'), partTime), sheets: [sheet('U1', '2026-11-02', halves)] };
    expect(found('farFromContract', change)).toEqual([]);
  });
});

describe('a payslip that somebody should look at', () => {
  it('takes more than it gives', () => {
    const fine = adjustment('deduction', 'Advance', { size: { amount: ron(200_000) } });
    expect(found('negativeNet', { adjustments: [fine] })).toEqual([
      { whom: '1', gross: ron(120_000), deducted: ron(200_000), net: ron(-80_000) },
    ]);
  });

  it('is more than 30 % from the last one in its currency', () => {
    const last = (minor: number) => ({ lastNets: new Map([['1 RON', ron(minor)]]) });
    expect(found('jump', {}, last(92_307))).toEqual([{ whom: '1', before: ron(92_307), now: ron(120_000) }]);
    expect(found('jump', {}, last(92_308))).toEqual([]);
    expect(found('jump', {}, last(171_429))).toHaveLength(1);
    expect(found('jump', {}, { lastNets: new Map([['1 EUR', eur(1)]]) })).toEqual([]);
  });

  it('is one of two, in different currencies', () => {
    const moved = termsOf(terms('1', '2020-01-01'), terms('1', '2026-11-05', eur(1000)));
    expect(found('twoCurrencies', { terms: moved })).toEqual([{ whom: '1', one: eur(16_000), other: ron(72_000) }]);
  });

  it('can’t be paid or sent anywhere', () => {
    expect(found('noAccount', { employees: [employee('1', { hasAccount: false })] })).toEqual([{ whom: '1' }]);
    const bonus = adjustment('allowance', 'Bonus', { size: { amount: ron(100) } });
    expect(found('noSlack', { employees: [employee('1', { personId: null })], adjustments: [bonus] })).toEqual([
      { whom: '1' },
    ]);
  });
});

it('marks a finding by its figures, so that leave to pass doesn’t outlast them', () => {
  const [low] = findingsIn(facts({}, { settings: { minimumHourly: { RON: 3100 } } }));
  const [lower] = findingsIn(facts({}, { settings: { minimumHourly: { RON: 3200 } } }));
  if (!low || !lower) throw new Error('nothing was found');
  expect(markOf(low)).not.toBe(markOf(lower));
  expect(markOf({ ...low, evidence: Object.fromEntries(Object.entries(low.evidence).reverse()) })).toBe(markOf(low));
});
