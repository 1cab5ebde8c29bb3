import type { Taken } from './parse.js';

export type Align = 'left' | 'center' | 'right';

/** A table: a head, a line of dashes that says how columns are aligned, and rows. */
export function readTable(lines: string[]): Taken | undefined {
  const [head = '', dashes = ''] = lines;
  if (!head.includes('|') || !/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(dashes) || !dashes.includes('-'))
    return undefined;
  const columns = cells(head);
  if (cells(dashes).length !== columns.length) return undefined;
  const end = lines.findIndex((line, index) => index > 1 && !line.includes('|'));
  const rows = lines.slice(2, end < 0 ? lines.length : end).map(cells);
  const padded = rows.map((row) => columns.map((_, index) => row[index] ?? ''));
  return {
    piece: { type: 'table', align: cells(dashes).map(alignOf), head: columns, rows: padded },
    lines: rows.length + 2,
  };
}

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

function alignOf(dashes: string): Align {
  if (!dashes.endsWith(':')) return 'left';
  return dashes.startsWith(':') ? 'center' : 'right';
}
