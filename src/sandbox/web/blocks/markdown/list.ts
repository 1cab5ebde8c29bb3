import { type Piece, readPieces, type Taken } from './parse.js';

const marker = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;

/** A list: its items are lines with a mark, and what is indented under them. */
export function readList(lines: string[], depth: number): Taken | undefined {
  const first = marker.exec(lines[0] ?? '');
  if (!first) return undefined;
  const ordered = /\d/.test(first[2] ?? '');
  const items: { done?: boolean; children: Piece[] }[] = [];
  let at = 0;
  while (at < lines.length) {
    const found = marker.exec(lines[at] ?? '');
    if (!found || /\d/.test(found[2] ?? '') !== ordered) break;
    const own = itemLines(lines.slice(at), found);
    items.push(toItem(own, depth));
    at += own.length;
    while (at < lines.length - 1 && !lines[at]?.trim() && marker.test(lines[at + 1] ?? '')) at++;
  }
  return { piece: { type: 'list', ordered, start: Number.parseInt(first[2] ?? '1', 10) || 1, items }, lines: at };
}

function itemLines(lines: string[], found: RegExpExecArray): string[] {
  const indent = Math.min(found[0].length, (found[1]?.length ?? 0) + 2);
  const belongs = (line: string, next: string | undefined) =>
    line.trim() ? leading(line) >= indent || !marker.test(line) : next !== undefined && leading(next) >= indent;
  let end = 1;
  while (end < lines.length && belongs(lines[end] ?? '', lines[end + 1])) {
    if (lines[end - 1]?.trim() === '' && leading(lines[end] ?? '') < indent) break;
    end++;
  }
  const rest = lines.slice(1, end).map((line) => line.slice(Math.min(leading(line), found[0].length)));
  return [(lines[0] ?? '').slice(found[0].length), ...rest];
}

const leading = (line: string): number => (line.trim() ? line.length - line.trimStart().length : 0);

function toItem([first = '', ...rest]: string[], depth: number): { done?: boolean; children: Piece[] } {
  const task = /^\[([ xX])\] /.exec(first);
  const children = readPieces([task ? first.slice(task[0].length) : first, ...rest], depth + 1);
  return task ? { done: task[1] !== ' ', children } : { children };
}
