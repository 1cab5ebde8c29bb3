import type { Money } from '../../../../platform/money.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Employee, Terms } from '../employee.js';
import { compareTexts, type Day } from '../run/days.js';
import { priceList } from '../run/price-list.js';

/** Somebody with what an hour of theirs is worth on a day. */
export interface Earner {
  number: string;
  name: string;
  /** The title as it is written; those that differ in accents and capitals alone are the same work. */
  job: string;
  group: string | null;
  rate: Money;
  /** Since when it has been theirs. */
  since: Day;
}

/** Everybody who has terms on that day, by name. */
export function earnersOn(
  employees: readonly Employee[],
  terms: ReadonlyMap<string, readonly Terms[]>,
  day: Day,
): Earner[] {
  const list = priceList(employees, terms);
  const earners = employees.flatMap(({ number, name, group }) => {
    const found = list.rateOn(number, day);
    if (!found) return [];
    return [{ number, name, group, job: found.terms.jobTitle, rate: found.terms.rate, since: found.since }];
  });
  return earners.sort((one, other) => compareTexts(one.name, other.name) || compareTexts(one.number, other.number));
}

/** By work and currency: rates in different currencies can't be compared. */
export function byWork(earners: readonly Earner[]): Earner[][] {
  const groups = new Map<string, Earner[]>();
  for (const earner of earners) {
    const key = `${earner.rate.currency} ${folded(earner.job)}`;
    groups.set(key, [...(groups.get(key) ?? []), earner]);
  }
  return [...groups].sort(([one], [other]) => compareTexts(one, other)).map(([, group]) => group);
}
