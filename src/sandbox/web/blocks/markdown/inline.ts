import { isSafeUrl } from '../mrkdwn/entity.js';

export type Span =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'emoji'; name: string }
  | { type: 'break' }
  | { type: 'strong' | 'em' | 'del'; children: Span[] }
  | { type: 'link'; url: string; children: Span[] };

type Rule = { pattern: RegExp; make(found: RegExpExecArray, depth: number): Span | undefined };

const within = (text: string | undefined, depth: number): Span[] => readSpans(text ?? '', depth + 1);
const styled =
  (type: 'strong' | 'em' | 'del') =>
  (found: RegExpExecArray, depth: number): Span => ({ type, children: within(found[1], depth) });

/** Tried in this order at every place. */
const rules: Rule[] = [
  { pattern: /\\([\\`*_{}[\]()#+\-.!~|<>])/y, make: (found) => ({ type: 'text', text: found[1] ?? '' }) },
  { pattern: /``([^\n]+?)``|`([^`\n]+)`/y, make: (found) => ({ type: 'code', text: found[1] ?? found[2] ?? '' }) },
  { pattern: /!?\[([^[\]\n]*)\]\(<?([^\s()<>]+)>?(?: "[^"\n]*")?\)/y, make: linked },
  { pattern: /<((?:https?:\/\/|mailto:)[^\s<>]+)>/y, make: addressed },
  { pattern: /\*\*(?=[^\s*])((?:[^*\n]|\*(?!\*))+?)(?<=\S)(\*?)\*\*/y, make: strong },
  { pattern: /__(?=\S)((?:[^_\n]|_(?!_))+?)(?<=\S)__(?![\p{L}\p{N}_])/uy, make: styled('strong') },
  { pattern: /~~(?=\S)([^~\n]+)(?<=\S)~~/y, make: styled('del') },
  { pattern: /\*(?=[^\s*])([^*\n]+)(?<=\S)\*/y, make: styled('em') },
  { pattern: /(?<![\p{L}\p{N}])_(?=[^\s_])([^_\n]+)(?<=\S)_(?![\p{L}\p{N}])/uy, make: styled('em') },
  { pattern: /(?<![\p{L}\p{N}])(https?:\/\/[^\s<>()]+[^\s<>().,;:!?'"*_~])/uy, make: addressed },
  { pattern: /:([a-z0-9_+'-]+):/y, make: (found) => ({ type: 'emoji', name: found[1] ?? '' }) },
  { pattern: / {2,}\n/y, make: () => ({ type: 'break' }) },
];

/** Of three stars the first closes what is italic inside. */
function strong(found: RegExpExecArray, depth: number): Span {
  return { type: 'strong', children: within(`${found[1]}${found[2]}`, depth) };
}

function linked(found: RegExpExecArray, depth: number): Span | undefined {
  const url = found[2] ?? '';
  if (!isSafeUrl(url)) return undefined;
  return { type: 'link', url, children: found[1] ? within(found[1], depth) : [{ type: 'text', text: url }] };
}

function addressed(found: RegExpExecArray): Span {
  const url = found[1] ?? '';
  return { type: 'link', url, children: [{ type: 'text', text: url.replace(/^mailto:/, '') }] };
}

/** Reads one paragraph of standard markdown. Twelve levels are deeper than anything people write. */
export function readSpans(text: string, depth = 0): Span[] {
  const spans: Span[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = depth < 12 && /[\\`!<[*_~h: ]/.test(text.charAt(at)) ? readSpan(text, at, depth) : undefined;
    if (found) {
      if (plain) spans.push({ type: 'text', text: plain });
      plain = '';
      spans.push(found.span);
    } else plain += text.charAt(at);
    at = found ? found.end : at + 1;
  }
  return plain ? [...spans, { type: 'text', text: plain }] : spans;
}

function readSpan(text: string, at: number, depth: number): { span: Span; end: number } | undefined {
  for (const { pattern, make } of rules) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const span = found && make(found, depth);
    if (span) return { span, end: at + found[0].length };
  }
  return undefined;
}
