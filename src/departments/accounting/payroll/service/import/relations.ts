import type { Employee } from '../../employee.js';
import type { BadLine, PersonLine, Problem, ReadLines } from './lines.js';

/** Who is kept already, by number. */
export type KeptPeople = ReadonlyMap<string, Employee>;

/** Takes out the lines that have a problem. */
export function sortedBy(lines: readonly PersonLine[], problemOf: (line: PersonLine) => Problem | null): ReadLines {
  const sorted: ReadLines = { good: [], bad: [] };
  for (const line of lines) {
    const problem = problemOf(line);
    if (problem) sorted.bad.push(badFor(line, problem));
    else sorted.good.push(line);
  }
  return sorted;
}

const badFor = ({ line, number, name }: PersonLine, problem: Problem): BadLine => ({
  line,
  number,
  name,
  problems: [problem],
});

/** Of two lines about the same person nobody can say which is right, so neither is imported. */
export function withoutRepetitions({ good, bad }: ReadLines): ReadLines {
  const numbers = linesBy([...good, ...bad], ({ number }) => number);
  const emails = linesBy(good, ({ email }) => email ?? '');
  const sorted = sortedBy(good, (line) => {
    const sameNumber = othersThan(line, numbers.get(line.number));
    if (sameNumber) return { key: 'sameNumber', values: { lines: sameNumber } };
    const sameEmail = line.email ? othersThan(line, emails.get(line.email)) : null;
    return sameEmail ? { key: 'sameEmail', values: { lines: sameEmail } } : null;
  });
  return { good: sorted.good, bad: [...bad, ...sorted.bad] };
}

function linesBy<Line extends { line: number }>(lines: readonly Line[], keyOf: (line: Line) => string) {
  const found = new Map<string, number[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const same = found.get(key);
    if (same) same.push(line.line);
    else found.set(key, [line.line]);
  }
  return found;
}

function othersThan({ line }: PersonLine, lines: readonly number[] = []): string | null {
  const others = lines.filter((other) => other !== line);
  return others.length > 0 ? others.slice(0, 5).join(', ') : null;
}

/**
 * Every manager must be on the payroll afterwards, and nobody their own, by however many others. A line that is taken out
 * may leave others without their manager, so this goes on until nothing is left to take out.
 */
export function withoutLostManagers({ good, bad }: ReadLines, kept: KeptPeople): ReadLines {
  const missing = withoutUnknownManagers(good, kept);
  const circles = circlesIn(managersAfter(missing.good, kept));
  const sorted = sortedBy(missing.good, ({ number }) => {
    const circle = circles.get(number);
    if (!circle) return null;
    return circle.length === 1 ? { key: 'ownManager' } : { key: 'managerCircle', values: { circle: around(circle) } };
  });
  const taken = [...bad, ...missing.bad, ...sorted.bad];
  return sorted.bad.length > 0
    ? withoutLostManagers({ good: sorted.good, bad: taken }, kept)
    : { good: sorted.good, bad: taken };
}

const around = (circle: readonly string[]): string => {
  const shown = circle.length > 6 ? [...circle.slice(0, 6), '…'] : circle;
  return [...shown, circle[0]].join(' → ');
};

/** By waves: those whose manager nobody knows, then those who are led by them, and so on. */
function withoutUnknownManagers(lines: readonly PersonLine[], kept: KeptPeople): ReadLines {
  const led = new Map<string, PersonLine[]>();
  for (const line of lines) {
    if (line.managerNumber) led.set(line.managerNumber, [...(led.get(line.managerNumber) ?? []), line]);
  }
  const known = new Set([...kept.keys(), ...lines.map(({ number }) => number)]);
  const lost = new Set<PersonLine>();
  let wave = [...led.keys()].filter((number) => !known.has(number));
  while (wave.length > 0) {
    const taken = wave.flatMap((number) => led.get(number) ?? []).filter((line) => !lost.has(line));
    for (const line of taken) lost.add(line);
    wave = taken.map(({ number }) => number).filter((number) => !kept.has(number));
  }
  return sortedBy(lines, (line) =>
    lost.has(line) ? { key: 'noManager', values: { text: line.managerNumber ?? '' } } : null,
  );
}

/** Who leads whom once these lines are imported. */
function managersAfter(lines: readonly PersonLine[], kept: KeptPeople): Map<string, string | null> {
  const managers = new Map([...kept].map(([number, { managerNumber }]) => [number, managerNumber]));
  for (const { number, managerNumber } of lines) {
    managers.set(number, managerNumber === undefined ? (managers.get(number) ?? null) : managerNumber);
  }
  return managers;
}

/** Everybody has one manager at most, so each walk upwards ends, or comes to where it, or an earlier one, has been. */
export function circlesIn(managers: ReadonlyMap<string, string | null>): Map<string, readonly string[]> {
  const circles = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  for (const start of managers.keys()) {
    const way: string[] = [];
    const places = new Map<string, number>();
    let at: string | null = start;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      places.set(at, way.length);
      way.push(at);
      at = managers.get(at) ?? null;
    }
    const circle = at === null ? [] : way.slice(places.get(at) ?? way.length);
    for (const number of circle) circles.set(number, circle);
  }
  return circles;
}
