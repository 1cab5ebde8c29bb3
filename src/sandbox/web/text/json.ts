import type { Json } from '../../protocol.js';

export interface Piece {
  kind: 'key' | 'string' | 'number' | 'word' | 'plain';
  text: string;
}

const tokens = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** JSON, indented and cut where the colour changes. What is itself JSON in a string is opened. */
export function piecesOf(value: Json): Piece[] {
  const text = JSON.stringify(opened(value), null, 2);
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(tokens)) {
    if (found.index > at) pieces.push({ kind: 'plain', text: text.slice(at, found.index) });
    pieces.push(pieceOf(found));
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'plain', text: text.slice(at) });
  return pieces;
}

function pieceOf([whole, string, colon, number]: RegExpMatchArray): Piece {
  if (string) return { kind: colon ? 'key' : 'string', text: whole };
  return { kind: number ? 'number' : 'word', text: whole };
}

/** The Web API takes blocks and views as JSON in a string; nobody wants to read that. */
function opened(value: Json): Json {
  if (Array.isArray(value)) return value.map(opened);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, opened(inner)]));
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return opened(JSON.parse(value) as Json);
  } catch {
    return value;
  }
}
