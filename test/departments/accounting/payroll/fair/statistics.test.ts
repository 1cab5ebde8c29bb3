import fc from 'fast-check';
import type { Earner } from '../../../../../src/departments/accounting/payroll/fair/earners.js';
import { earnersOn } from '../../../../../src/departments/accounting/payroll/fair/earners.js';
import { FEWEST, gapsIn } from '../../../../../src/departments/accounting/payroll/fair/gap.js';
import { spreadsIn } from '../../../../../src/departments/accounting/payroll/fair/same-work.js';
import { employee, eur, ron, terms, termsOf } from '../run/samples.js';

const earner = (number: string, rate: Earner['rate'], group: string | null, job = 'Clerk'): Earner => ({
  ...{ number, name: `Name ${number}`, job, group, rate },
  since: '2020-01-01',
});

describe('the same work', () => {
  it('is found where rates differ, also when the title is written otherwise, and never between currencies', () => {
    const people = [
      earner('1', ron(3000), null, 'Casier'),
      earner('2', ron(3600), null, 'CASIER '),
      earner('3', eur(900), null, 'Casier'),
      earner('4', ron(9900), null, 'Director'),
    ];
    const spreads = spreadsIn(people);
    expect(spreads).toHaveLength(1);
    // 600 of 3600 is a sixth: 16.66…, rounded down.
    expect(spreads[0]).toMatchObject({ lowest: ron(3000), highest: ron(3600), difference: 1666 });
    expect(spreads[0]?.people.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('is what people do on that day, at the rate of that day', () => {
    const all = termsOf(terms('1', '2020-01-01'), terms('1', '2026-11-16', ron(3500)), terms('2', '2026-12-01'));
    const [one, ...others] = earnersOn([employee('1'), employee('2')], all, '2026-11-30');
    expect(one).toMatchObject({ number: '1', rate: ron(3500), since: '2026-11-16' });
    expect(others).toEqual([]);
  });
});

describe('a gap between groups', () => {
  const women = [2400, 3000, 3300].map((minor, at) => earner(`f${at}`, ron(minor), 'f'));
  const men = [3000, 3000, 3600, 4000].map((minor, at) => earner(`m${at}`, ron(minor), 'm'));

  it('is what a table worked by hand says', () => {
    // f: mean 29.00, median 30.00; m: mean 34.00, median 33.00. (34 − 29) / 34 = 14.71 %, (33 − 30) / 33 = 9.09 %.
    const { gaps, hidden } = gapsIn([...women, ...men]);
    expect(hidden).toBe(0);
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) {
      expect(gap).toMatchObject({ byMean: 1471, byMedian: 909 });
      expect(gap.more).toEqual({ group: 'm', size: 4, mean: ron(3400), median: ron(3300) });
      expect(gap.less).toEqual({ group: 'f', size: 3, mean: ron(2900), median: ron(3000) });
    }
    expect(gaps.map(({ job }) => job)).toEqual([null, 'Clerk']);
  });

  it('isn’t shown of fewer than three people, nor of those who didn’t tell', () => {
    expect(gapsIn([...women.slice(1), ...men]).gaps).toEqual([]);
    expect(gapsIn([...women.slice(1), ...men]).hidden).toBe(2);
    const untold = women.map((one) => ({ ...one, group: null }));
    expect(gapsIn([...untold, ...men])).toEqual({ gaps: [], hidden: 0 });
  });

  const someone = fc
    .record({
      minor: fc.integer({ min: 1000, max: 20_000 }),
      group: fc.constantFrom('f', 'm', 'x', null),
      job: fc.constantFrom('Clerk', 'Cashier'),
      currency: fc.constantFrom(ron, eur),
    })
    .map(({ minor, group, job, currency }) => earner('1', currency(minor), group, job));
  const crowd = fc.array(someone, { maxLength: 40 });

  it('doesn’t depend on the order, never shows a small group, and is against the one that earns more', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const found = gapsIn(people);
        expect(gapsIn([...people].reverse())).toEqual(found);
        for (const { more, less, byMean } of found.gaps) {
          expect(Math.min(more.size, less.size)).toBeGreaterThanOrEqual(FEWEST);
          expect(byMean).toBeGreaterThanOrEqual(0);
          expect(byMean).toBeLessThan(10_000);
        }
      }),
    );
  });

  it('is none where everybody earns the same, and stays the same when everybody’s pay doubles', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const alike = people.map((one) => ({ ...one, rate: ron(5000) }));
        for (const { byMean, byMedian } of gapsIn(alike).gaps) expect([byMean, byMedian]).toEqual([0, 0]);
        const sizes = (all: readonly Earner[]) => gapsIn(all).gaps.map(({ byMean, byMedian }) => [byMean, byMedian]);
        const doubled = people.map((one) => ({ ...one, rate: { ...one.rate, minor: one.rate.minor * 2 } }));
        expect(sizes(doubled)).toEqual(sizes(people));
      }),
    );
  });
});
