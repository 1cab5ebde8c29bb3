import { z } from 'zod';
import { hourKinds, premiums } from '../../../../platform/hours.js';
import { type Money, money, times } from '../../../../platform/money.js';
import { earlierOf } from './days.js';

/** Minutes that are worth the same: of that kind, at that rate, with those premiums. */
export const piece = z.object({
  kind: z.enum(hourKinds),
  minutes: z.int().positive(),
  percent: z.int().nonnegative(),
  premiums: z.array(z.enum(premiums)),
  /** Of one hour, in minor units. */
  rate: z.int().nonnegative(),
  currency: z.string(),
  /** From when this rate has been theirs. */
  since: z.iso.date(),
});
export type Piece = z.output<typeof piece>;

/** What somebody was paid for a sheet by the last run that paid it: all of its days up to then. */
export interface PaidSheet {
  sheetId: string;
  /** Empty: nobody on the payroll worked there on those days. */
  employeeNumber: string;
  version: number;
  personId: string;
  first: string;
  last: string;
  /** It has days that couldn't be paid, since there were no terms for them: they are looked at again. */
  isOpen: boolean;
  pieces: readonly Piece[];
}

const keyOf = ({ kind, percent, premiums, rate, currency }: Piece): string =>
  `${currency} ${String(rate).padStart(15, '0')} ${kind} ${String(percent).padStart(5, '0')} ${premiums.join('+')}`;

/** Summed by currency, rate, kind, percent and premiums, in that order; the rate counts since the earliest of them. */
export function grouped(pieces: readonly Piece[]): Piece[] {
  const groups = new Map<string, Piece>();
  for (const one of pieces) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (!group) groups.set(key, { ...one });
    else {
      group.minutes += one.minutes;
      group.since = earlierOf(one.since, group.since);
    }
  }
  return [...groups.keys()].sort().flatMap((key) => groups.get(key) ?? []);
}

/** Minutes × rate × percent, rounded once: half a unit goes away from zero. */
export const worthOf = ({ rate, currency, percent, minutes }: Piece): Money =>
  times(money(rate, currency), { numerator: minutes * percent, denominator: 60 * 100 });
