import { isEdge, lineEnd, opensAt, withoutPunctuation } from './edges.js';
import { readEntity } from './entity.js';
import { addText, decode, type Node, type Style } from './nodes.js';

const styles: Record<string, Style> = { '*': 'bold', _: 'italic', '~': 'strike' };
const entity = /<([^<>\n]+)>/y;
const emoji = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y;
const address = /https?:\/\/[^\s<>|]+/iy;
const code = /`([^`\n]+)`/y;
const plain = /[^<:`*_~hH]+/y;

/** What may be read at this place: styles that are open already don't open again. */
export interface Reading {
  styles: readonly string[];
  links: boolean;
}

/** Reads one stretch of text without blocks. It goes from left to right once; styles end on their own line. */
export function readInline(text: string, reading: Reading): Node[] {
  const nodes: Node[] = [];
  const hopeless = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    const found = readAt(text, at, reading, hopeless);
    if (found) nodes.push(found.node);
    else addText(nodes, decode(plainAt(text, at)));
    at = found ? found.end : at + plainAt(text, at).length;
  }
  return joinText(nodes);
}

interface Found {
  node: Node;
  end: number;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const plainAt = (text: string, at: number): string => match(plain, text, at)?.[0] ?? text.charAt(at);

function readAt(text: string, at: number, reading: Reading, hopeless: Map<string, number>): Found | undefined {
  const character = text.charAt(at);
  if (character === '<') return entityAt(text, at);
  if (character === ':') return emojiAt(text, at);
  if (character === '`') return codeAt(text, at);
  if (character === 'h' || character === 'H') return reading.links ? addressAt(text, at) : undefined;
  return reading.styles.includes(character) ? styleAt(text, at, reading, hopeless) : undefined;
}

function entityAt(text: string, at: number): Found | undefined {
  const found = match(entity, text, at);
  const node = found && readEntity(found[1] ?? '', (label) => readInline(label, { styles: [], links: false }));
  return node ? { node, end: at + found[0].length } : undefined;
}

function emojiAt(text: string, at: number): Found | undefined {
  const found = match(emoji, text, at);
  return found ? { node: { type: 'emoji', name: found[1] ?? '' }, end: at + found[0].length } : undefined;
}

function codeAt(text: string, at: number): Found | undefined {
  const found = match(code, text, at);
  if (!found?.[1]?.trim() || !opensAt(text, at) || !isEdge(text, at + found[0].length)) return undefined;
  return { node: { type: 'code', children: readCode(found[1]) }, end: at + found[0].length };
}

function addressAt(text: string, at: number): Found | undefined {
  const found = opensAt(text, at) && match(address, text, at);
  if (!found) return undefined;
  const url = withoutPunctuation(found[0]);
  if (!/^https?:\/\/[^/]/i.test(url)) return undefined;
  return {
    node: { type: 'link', url: decode(url), children: [{ type: 'text', text: decode(url) }] },
    end: at + url.length,
  };
}

function styleAt(text: string, at: number, reading: Reading, hopeless: Map<string, number>): Found | undefined {
  const mark = text.charAt(at);
  const type = styles[mark];
  if (!type || (hopeless.get(mark) ?? -1) > at || !opensAt(text, at) || !/[^\s]/.test(text.charAt(at + 1)))
    return undefined;
  if (text.charAt(at + 1) === mark) return undefined;
  const end = closingAt(text, at + 2, mark);
  if (end < 0) {
    hopeless.set(mark, lineEnd(text, at));
    return undefined;
  }
  const inside = { ...reading, styles: reading.styles.filter((style) => style !== mark) };
  return { node: { type, children: readInline(text.slice(at + 1, end), inside) }, end: end + 1 };
}

/** Where the style ends: before a character that isn't part of a word, and not inside a link or code. */
function closingAt(text: string, from: number, mark: string): number {
  const end = lineEnd(text, from);
  for (let at = from; at < end; at++) {
    const skipped = match(entity, text, at) ?? (text.charAt(at) === '`' ? match(code, text, at) : null);
    if (skipped) at += skipped[0].length - 1;
    else if (text.charAt(at) === mark && !/\s/.test(text.charAt(at - 1)) && isEdge(text, at + 1, mark)) return at;
  }
  return -1;
}

/** In code only links and mentions are read. */
export function readCode(text: string): Node[] {
  const nodes: Node[] = [];
  for (let at = 0; at < text.length; ) {
    const found = entityAt(text, at);
    const next = text.indexOf('<', at + 1);
    const end = found ? found.end : next < 0 ? text.length : next;
    if (found) nodes.push(found.node);
    else addText(nodes, decode(text.slice(at, end)));
    at = end;
  }
  return joinText(nodes);
}

function joinText(nodes: Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    if (node.type === 'text') addText(joined, node.text);
    else joined.push(node);
  }
  return joined;
}
