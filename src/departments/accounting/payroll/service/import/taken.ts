import type { PersonLine, Problem } from './lines.js';
import type { Kept } from './plan.js';

/** A link that was made by hand stays until the address changes. */
export function slackOf({ number, email, personId }: PersonLine, { employees, slack }: Kept): string | null {
  if (personId) return personId;
  if (personId === null) return (email && slack.get(email)) || null;
  const before = employees.get(number);
  if (email === undefined || (before?.personId && before.email === email)) return before?.personId ?? null;
  return (email && slack.get(email)) || (before?.personId ?? null);
}

/** One account in Slack, and one address, is one employee, also after everything that this list changes. */
export function takenIn(kept: Kept, lines: readonly PersonLine[]) {
  const holders = new Map<string, Set<string>>();
  const note = (what: string | null | undefined, number: string) => {
    if (what) holders.set(what, (holders.get(what) ?? new Set()).add(number));
  };
  const named = new Set(lines.map(({ number }) => number));
  const others = [...kept.employees.values()].filter(({ number }) => !named.has(number));
  for (const { number, personId, email } of others) for (const what of [personId, email]) note(what, number);
  for (const line of lines) for (const what of [slackOf(line, kept), line.email]) note(what, line.number);
  const otherWith = (what: string | null | undefined, line: PersonLine) =>
    [...(holders.get(what ?? '') ?? [])].find((number) => number !== line.number);
  return (line: PersonLine): Problem | null => {
    const sameEmail = otherWith(line.email, line);
    if (sameEmail) return { key: 'emailTaken', values: { number: sameEmail } };
    const sameSlack = otherWith(slackOf(line, kept), line);
    return sameSlack ? { key: 'slackTaken', values: { number: sameSlack } } : null;
  };
}
