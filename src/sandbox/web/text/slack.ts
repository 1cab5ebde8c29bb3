/** What was picked from a completion: the text that is seen in the composer, and what Slack is sent for it. */
export interface Pick {
  shown: string;
  code: string;
}

const entities: [string, string][] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
];
const address = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'")\]]/g;
const code = /<([@#!])([^>|]+)(?:\|([^>]*))?>|<((?:https?|mailto):[^>|]+)(?:\|[^>]*)?>/g;

export const escapeText = (text: string): string =>
  entities.reduce((escaped, [plain, entity]) => escaped.replaceAll(plain, entity), text);

export const unescapeText = (text: string): string =>
  entities.reduceRight((plain, [character, entity]) => plain.replaceAll(entity, character), text);

/** Text as typed → text as Slack keeps it: picked names become codes, addresses are marked, the rest is escaped. */
export function toSlack(text: string, picks: Pick[]): string {
  return splitAtPicks(text, picks)
    .map((part) => (typeof part === 'string' ? markAddresses(part) : part.code))
    .join('');
}

/** For a slash command: only the picked names change, as with `should_escape`. */
export function toCommandText(text: string, picks: Pick[]): string {
  return splitAtPicks(text, picks)
    .map((part) => (typeof part === 'string' ? part : part.code))
    .join('');
}

/** Text as Slack keeps it → what the composer shows for editing, with the picks that lead back. */
export function fromSlack(
  text: string,
  nameOf: (kind: '@' | '#' | '!', id: string) => string | undefined,
): { text: string; picks: Pick[] } {
  const picks: Pick[] = [];
  const shown = text.replace(code, (whole, kind?: '@' | '#' | '!', id?: string, label?: string, url?: string) => {
    if (url) return url;
    const name = (kind && id && nameOf(kind, id)) || label;
    if (!name) return whole;
    const pick = { shown: `${kind === '#' ? '#' : '@'}${name}`, code: whole };
    if (!picks.some((known) => known.shown === pick.shown)) picks.push(pick);
    return pick.shown;
  });
  return { text: unescapeText(shown), picks };
}

function markAddresses(text: string): string {
  let at = 0;
  let marked = '';
  for (const found of text.matchAll(address)) {
    marked += `${escapeText(text.slice(at, found.index))}<${escapeText(found[0])}>`;
    at = found.index + found[0].length;
  }
  return marked + escapeText(text.slice(at));
}

/** Longer names first, so that "@Ana Pop" isn't taken for "@Ana". A name inside a longer word is not a pick. */
function splitAtPicks(text: string, picks: Pick[]): (string | Pick)[] {
  if (picks.length === 0) return [text];
  const byLength = [...picks].sort((a, b) => b.shown.length - a.shown.length);
  const pattern = byLength.map((pick) => pick.shown.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${pattern})(?![\\p{L}\\p{N}])`, 'gu'));
  return parts.map((part, index) => (index % 2 === 0 ? part : (byLength.find((pick) => pick.shown === part) ?? part)));
}
