import { folded } from '../../../../platform/words/folded.js';
import { type Line, type LineKind, lineShape } from '../ledger.js';

/** `Salaries: 64*, 6021`: one line of the report in each line of text. A number: which line of the text is none. */
export function readLines(text: string, kind: LineKind): Line[] | { wrong: number } {
  const lines: Line[] = [];
  for (const [index, typed] of text.split('\n').entries()) {
    if (typed.trim() === '') continue;
    const colon = typed.lastIndexOf(':');
    const accounts = typed
      .slice(colon + 1)
      .split(/[,;]/)
      .map((account) => account.trim())
      .filter((account) => account !== '');
    const read = lineShape.safeParse({ kind, name: typed.slice(0, Math.max(0, colon)).trim(), accounts });
    const isPattern = accounts.every((account) => /^[^*]+\*?$/.test(account));
    if (!read.success || !isPattern) return { wrong: index + 1 };
    lines.push(read.data);
  }
  return lines;
}

export const writeLines = (lines: readonly Line[], kind: LineKind): string =>
  lines
    .filter((line) => line.kind === kind)
    .map(({ name, accounts }) => `${name}: ${accounts.join(', ')}`)
    .join('\n');

/** An account that stands in two lines, as it was typed; null: there is none. `64*` beside `641` is no mistake. */
export function doubledAccount(lines: readonly Line[]): string | null {
  const seen = new Set<string>();
  for (const account of lines.flatMap(({ accounts }) => accounts)) {
    if (seen.has(folded(account))) return account;
    seen.add(folded(account));
  }
  return null;
}

/** Finds the line of an account: the whole account wins, then the longest beginning. */
export function lineFinder(lines: readonly Line[]): (account: string) => Line | null {
  const whole = new Map<string, Line>();
  const beginnings: { start: string; line: Line }[] = [];
  for (const line of lines) {
    for (const account of line.accounts) {
      if (account.endsWith('*')) beginnings.push({ start: folded(account.slice(0, -1)), line });
      else whole.set(folded(account), line);
    }
  }
  beginnings.sort((one, other) => other.start.length - one.start.length);
  return (account) => {
    const sought = folded(account);
    return whole.get(sought) ?? beginnings.find(({ start }) => sought.startsWith(start))?.line ?? null;
  };
}
