/** So many rows go into one statement: enough to be quick, and few enough to hold in memory as text. */
const AT_ONCE = 2_000;

export function* inParts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += AT_ONCE) yield items.slice(start, start + AT_ONCE);
}
