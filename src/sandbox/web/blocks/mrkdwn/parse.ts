import { type Reading, readCode, readInline } from './inline.js';
import { addText, type Node } from './nodes.js';

export type { Node } from './nodes.js';

const quoteMark = /^(?:&gt;|>) ?/;
const longQuote = /^(?:&gt;|>){3} ?/;

/** Reads a text in Slack's mrkdwn. With `verbatim`, addresses that are not in `<…>` stay text. */
export function parseMrkdwn(text: string, options: { verbatim?: boolean } = {}): Node[] {
  const reading: Reading = { styles: ['*', '_', '~'], links: !options.verbatim };
  const nodes: Node[] = [];
  let at = 0;
  for (const found of text.matchAll(/```\n?([\s\S]+?)\n?```/g)) {
    if (!found[1]?.trim()) continue;
    nodes.push(...readLines(text.slice(at, found.index).replace(/\n$/, ''), reading));
    nodes.push({ type: 'pre', children: readCode(found[1]) });
    at = found.index + found[0].length;
    if (text.charAt(at) === '\n') at++;
  }
  return [...nodes, ...readLines(text.slice(at), reading)];
}

/** Quotes are lines with a mark, or with three marks everything that follows. */
function readLines(text: string, reading: Reading): Node[] {
  if (!text) return [];
  const nodes: Node[] = [];
  let rest = text.split('\n');
  while (rest.length > 0) {
    const { kind, count } = nextRun(rest);
    addRun(nodes, kind, rest.slice(0, count), reading);
    rest = rest.slice(count);
  }
  return nodes;
}

type Kind = 'text' | 'quote' | 'long';

function nextRun(lines: string[]): { kind: Kind; count: number } {
  const first = lines[0] ?? '';
  if (longQuote.test(first)) return { kind: 'long', count: lines.length };
  const kind = kindOf(first);
  const end = lines.findIndex((line) => kindOf(line) !== kind || longQuote.test(line));
  return { kind, count: end < 0 ? lines.length : end };
}

const kindOf = (line: string): Kind => (quoteMark.test(line) ? 'quote' : 'text');

function addRun(nodes: Node[], kind: Kind, lines: string[], reading: Reading): void {
  const text = lines.map((line, index) => withoutMark(kind, line, index)).join('\n');
  const children = readInline(text, reading);
  if (kind !== 'text') nodes.push({ type: 'quote', children });
  else if (children.length > 0) nodes.push(...children);
  else if (nodes.length > 0) addText(nodes, '\n');
}

function withoutMark(kind: Kind, line: string, index: number): string {
  if (kind === 'text') return line;
  if (kind === 'quote') return line.replace(quoteMark, '');
  return index === 0 ? line.replace(longQuote, '') : line.replace(quoteMark, '');
}
