import type { Money } from '../../../../platform/money.js';
import { byWork, type Earner } from './earners.js';

/** One kind of work that isn't worth the same for all who do it. */
export interface Spread {
  job: string;
  lowest: Money;
  highest: Money;
  /** Of the highest rate, in basis points, rounded down: what the lowest lacks. */
  difference: number;
  /** The lowest paid first. */
  people: readonly Earner[];
}

/** The same work at different rates, the largest difference first. */
export function spreadsIn(earners: readonly Earner[]): Spread[] {
  return byWork(earners)
    .flatMap((people) => spreadOf(people) ?? [])
    .sort((one, other) => other.difference - one.difference);
}

function spreadOf(people: readonly Earner[]): Spread | null {
  const inOrder = [...people].sort((one, other) => one.rate.minor - other.rate.minor);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last || first.rate.minor === last.rate.minor) return null;
  const difference = Math.floor(((last.rate.minor - first.rate.minor) * 10_000) / last.rate.minor);
  return { job: first.job, lowest: first.rate, highest: last.rate, difference, people: inOrder };
}
