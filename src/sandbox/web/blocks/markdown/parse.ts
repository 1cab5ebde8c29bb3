import { readList } from './list.js';
import { type Align, readTable } from './table.js';

export type Piece =
  | { type: 'paragraph'; text: string }
  | { type: 'heading'; level: number; text: string }
  | { type: 'code'; text: string }
  | { type: 'rule' }
  | { type: 'quote'; children: Piece[] }
  | { type: 'list'; ordered: boolean; start: number; items: { done?: boolean; children: Piece[] }[] }
  | { type: 'table'; align: Align[]; head: string[]; rows: string[][] };

/** What was read, and how many lines it took. */
export interface Taken {
  piece: Piece;
  lines: number;
}

type Reader = (lines: string[], depth: number) => Taken | undefined;

const readers: Reader[] = [readFence, readHeading, readRule, readQuote, readList, readTable];

/** Reads the part of standard markdown that Slack's markdown block shows. */
export function parseMarkdown(text: string): Piece[] {
  return readPieces(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}

export function readPieces(lines: string[], depth: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; ) {
    if (!lines[at]?.trim()) {
      at++;
      continue;
    }
    const taken = readPiece(lines.slice(at), depth);
    pieces.push(taken.piece);
    at += taken.lines;
  }
  return pieces;
}

function readPiece(lines: string[], depth: number): Taken {
  for (const reader of depth < 12 ? readers : []) {
    const taken = reader(lines, depth);
    if (taken) return taken;
  }
  return readParagraph(lines);
}

function readParagraph(lines: string[]): Taken {
  let end = 1;
  while (end < lines.length && lines[end]?.trim() && !/^ {0,3}(?:#{1,6} |```|>|[-*+] |\d+[.)] )/.test(lines[end] ?? ''))
    end++;
  return { piece: { type: 'paragraph', text: lines.slice(0, end).join('\n').trim() }, lines: end };
}

function readFence([first = '', ...rest]: string[]): Taken | undefined {
  const fence = /^ {0,3}(```+|~~~+)/.exec(first)?.[1];
  if (!fence) return undefined;
  const end = rest.findIndex((line) => line.trim().startsWith(fence));
  const code = end < 0 ? rest : rest.slice(0, end);
  return { piece: { type: 'code', text: code.join('\n') }, lines: code.length + (end < 0 ? 1 : 2) };
}

function readHeading([first = '']: string[]): Taken | undefined {
  const found = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)?$/.exec(first);
  return found
    ? { piece: { type: 'heading', level: found[1]?.length ?? 1, text: found[2] ?? '' }, lines: 1 }
    : undefined;
}

function readRule([first = '']: string[]): Taken | undefined {
  return /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(first) ? { piece: { type: 'rule' }, lines: 1 } : undefined;
}

function readQuote(lines: string[], depth: number): Taken | undefined {
  if (!/^ {0,3}>/.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line) => !/^ {0,3}>/.test(line));
  const quoted = lines.slice(0, end < 0 ? lines.length : end);
  const children = readPieces(
    quoted.map((line) => line.replace(/^ {0,3}> ?/, '')),
    depth + 1,
  );
  return { piece: { type: 'quote', children }, lines: quoted.length };
}
