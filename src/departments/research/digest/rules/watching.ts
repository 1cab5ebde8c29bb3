import { folded } from '../../../../platform/words/folded.js';

/** Whether a text has that word or those words in a row, at the beginning of a word: `tax` is in `taxes`, not in `syntax`. */
export function mentions(text: string, word: string): boolean {
  const wanted = folded(word)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return wanted !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${wanted}`, 'u').test(folded(text));
}
