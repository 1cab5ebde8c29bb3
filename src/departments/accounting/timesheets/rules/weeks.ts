import type { Days } from '../../../../platform/hours.js';
import { mondayOf } from './periods.js';

/** The whole weeks, Monday to Sunday, that have any of those days: what must be known to count their overtime. */
export const weeksAround = ({ from, until }: Days): Days => ({
  from: mondayOf(from),
  until: mondayOf(until).add({ days: 6 }),
});

/** In groups by what names them, each in the order given. */
export function groupBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}
