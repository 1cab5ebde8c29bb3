import { type Money, money } from '../../../../platform/money.js';
import { compareTexts } from '../run/days.js';
import { byWork, type Earner } from './earners.js';

/** Of fewer people nothing is said: their pay could be guessed. */
export const FEWEST = 3;

export interface GroupPay {
  group: string;
  size: number;
  mean: Money;
  median: Money;
}

/** Two groups side by side: `more` is the one with the higher mean. */
export interface Gap {
  /** Null: over all work. */
  job: string | null;
  more: GroupPay;
  less: GroupPay;
  /** What the lower is short of the higher, in basis points of the higher; of medians it may be below zero. */
  byMean: number;
  byMedian: number;
}

export interface Gaps {
  gaps: Gap[];
  /** How many groups were too small to be shown, over all work and in each kind of it. */
  hidden: number;
}

/** Pay of groups over all work and in each kind of it, the largest gap first. Whoever is in no group doesn't count. */
export function gapsIn(earners: readonly Earner[]): Gaps {
  const told = earners.filter(({ group }) => group !== null);
  const currencies = [...new Set(told.map(({ rate }) => rate.currency))].sort(compareTexts);
  const overall = currencies.map((currency) =>
    gapsAmong(
      null,
      told.filter(({ rate }) => rate.currency === currency),
    ),
  );
  const each = byWork(told).map((people) => gapsAmong(people[0]?.job ?? '', people));
  const all = [...overall, ...each];
  return {
    gaps: all.flatMap(({ gaps }) => gaps).sort((one, other) => sizeOf(other) - sizeOf(one)),
    hidden: all.reduce((sum, { hidden }) => sum + hidden, 0),
  };
}

export const sizeOf = ({ byMean, byMedian }: Gap): number => Math.max(Math.abs(byMean), Math.abs(byMedian));

/** Each group beside the one with the highest mean. */
function gapsAmong(job: string | null, people: readonly Earner[]): Gaps {
  const names = [...new Set(people.map(({ group }) => group ?? ''))].sort(compareTexts);
  const groups = names.map((name) => ({
    name,
    rates: people.filter(({ group }) => group === name).map(({ rate }) => rate),
  }));
  const large = groups.filter(({ rates }) => rates.length >= FEWEST).map(({ name, rates }) => payOf(name, rates));
  const hidden = groups.length - large.length;
  const [more, ...others] = large.sort((one, other) => other.exact - one.exact);
  if (!more) return { gaps: [], hidden };
  return { gaps: others.map((less) => gapBetween(job, more, less)), hidden };
}

interface Exact extends GroupPay {
  /** Means in fractions of a minor unit. */
  exact: number;
  exactMedian: number;
}

function payOf(group: string, rates: readonly Money[]): Exact {
  const inOrder = rates.map(({ minor }) => minor).sort((one, other) => one - other);
  const { currency = '' } = rates[0] ?? {};
  const exact = inOrder.reduce((sum, minor) => sum + minor, 0) / inOrder.length;
  const middle = (inOrder.length - 1) / 2;
  const exactMedian = ((inOrder[Math.floor(middle)] ?? 0) + (inOrder[Math.ceil(middle)] ?? 0)) / 2;
  const [mean, median] = [money(Math.round(exact), currency), money(Math.round(exactMedian), currency)];
  return { group, size: inOrder.length, mean, median, exact, exactMedian };
}

function gapBetween(job: string | null, more: Exact, less: Exact): Gap {
  const share = (high: number, low: number) => Math.round(((high - low) * 10_000) / high);
  return {
    job,
    more: shown(more),
    less: shown(less),
    byMean: share(more.exact, less.exact),
    byMedian: share(more.exactMedian, less.exactMedian),
  };
}

const shown = ({ group, size, mean, median }: Exact): GroupPay => ({ group, size, mean, median });
