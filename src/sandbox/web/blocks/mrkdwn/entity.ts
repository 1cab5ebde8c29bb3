import { decode, type Node } from './nodes.js';

const allowedScheme = /^(?:https?|mailto|tel|slack|ftp):/i;

/** A link that may be followed; anything else, such as `javascript:`, stays text. */
export const isSafeUrl = (url: string): boolean => allowedScheme.test(url.trim());

/** Reads what stands between `<` and `>`. Undefined: it is nothing that Slack knows. */
export function readEntity(inside: string, readLabel: (label: string) => Node[]): Node | undefined {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (/^[@#]/.test(target)) return readMention(target, label);
  if (target.startsWith('!')) return readSpecial(target.slice(1), label);
  const url = decode(target);
  if (!isSafeUrl(url)) return undefined;
  return { type: 'link', url, children: label ? readLabel(label) : [{ type: 'text', text: shown(url) }] };
}

const shown = (url: string): string => url.replace(/^mailto:/i, '');

const labelled = (label: string) => (label ? { label: decode(label) } : {});

function readMention(target: string, label: string): Node | undefined {
  const id = target.slice(1);
  if (!/^[A-Z][A-Z0-9_]*$/.test(id)) return undefined;
  return { type: target.startsWith('@') ? 'user' : 'channel', id, ...labelled(label) };
}

function readSpecial(target: string, label: string): Node | undefined {
  if (target === 'here' || target === 'channel' || target === 'everyone') return { type: 'broadcast', range: target };
  const [kind, ...rest] = target.split('^');
  const id = rest[0];
  if (kind === 'subteam' && id) return { type: 'usergroup', id, ...labelled(label) };
  if (kind === 'date') return readDate(rest, label);
  return label ? { type: 'text', text: decode(label) } : undefined;
}

function readDate([timestamp = '', format = '', url = '']: string[], label: string): Node | undefined {
  const fallback = decode(label);
  if (!/^-?\d{1,12}$/.test(timestamp) || !format) return fallback ? { type: 'text', text: fallback } : undefined;
  const link = isSafeUrl(decode(url)) ? { url: decode(url) } : {};
  return { type: 'date', timestamp: Number(timestamp), format: decode(format), fallback, ...link };
}
