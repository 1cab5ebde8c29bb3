/** How weekdays begin, in both languages, from Monday; two letters are enough where they tell days apart. */
const weekdays: readonly (readonly string[])[] = [
  ['monday', 'luni'],
  ['tuesday', 'marti'],
  ['wednesday', 'miercuri'],
  ['thursday', 'joi'],
  ['friday', 'vineri'],
  ['saturday', 'sambata'],
  ['sunday', 'duminica'],
];

/** 1 is Monday; null where it is none, or could be several. */
export function weekdayNamed(name: string): number | null {
  if (name.length < 2) return null;
  const found = weekdays.flatMap((names, index) => (names.some((full) => full.startsWith(name)) ? [index + 1] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const DAYS = 7;

/** Both inclusive; `sat-tue` goes over Sunday. Null where one of them is no weekday. */
export function weekdaysFrom(from: number | null, to: number | null | undefined): number[] | null {
  if (from === null || to === null) return null;
  const count = to === undefined ? 1 : ((to - from + DAYS) % DAYS) + 1;
  return Array.from({ length: count }, (_, step) => ((from - 1 + step) % DAYS) + 1);
}
