/** Stands where a name stood: whoever edits the text sees that something is missing. */
export const GAP = '[…]';

/** Endings that Romanian gives to names: `Elenei`, `Mihaiului`. */
const endings = ['a', 'e', 'ei', 'i', 'ii', 'o', 'u', 'ul', 'ului'];

/** A text without these people's names, in whatever case and with or without diacritics they were written. */
export function withoutNames(text: string, names: readonly string[]): string {
  const words = names.flatMap(tellingParts);
  const isName = (word: string) => words.some((name) => isFormOf(plain(name), plain(word)));
  return names
    .filter(hasNoCase)
    .reduce((rest, name) => rest.replaceAll(name, GAP), text)
    .replace(/@?[\p{L}\p{M}\p{N}]+/gu, (word) => (isName(word.replace(/^@/, '')) ? GAP : word))
    .replace(/\[…\](?:[ .-]+\[…\])+/g, GAP);
}

/** `de` and `la` are parts of names, and of most sentences. */
function tellingParts(name: string): string[] {
  const parts = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return parts.length > 1 ? parts.filter((part) => part.length > 2) : parts;
}

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function isFormOf(name: string, word: string): boolean {
  if (word === name) return true;
  const stem = name.replace(/[aeiu]$/, '');
  return stem.length > 2 && word.startsWith(stem) && endings.includes(word.slice(stem.length));
}

/** Scripts such as Chinese have neither capitals nor spaces between words. */
const hasNoCase = (name: string): boolean => name.trim() !== '' && name.toLowerCase() === name.toUpperCase();
