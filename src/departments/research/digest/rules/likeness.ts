import { folded } from '../../../../platform/words/folded.js';

/** Words that say nothing of what happened, in both languages. */
const quiet = new Set(
  (
    'a an and are as at be been by for from has have in into is it its new news of on or over says said that the their this to was were will with after amid percent per cent ' +
    'al ale au ca ce cu de din dintre dupa ei fi fost in intre la mai nou noi nu o pe pentru prin sa sau se si spre sub sunt un unei unui va video foto live exclusiv update suta procente'
  ).split(' '),
);

/** The words of a title that tell what happened, without their endings. */
export function tellingWords(title: string): Set<string> {
  const words = folded(title).match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  return new Set(words.filter((word) => (word.length > 1 || /\d/.test(word)) && !quiet.has(word)).map(stem));
}

/** Endings of plural, article and case: two titles rarely bend a word alike. */
function stem(word: string): string {
  if (/\d/.test(word)) return word.replace(',', '.');
  if (word.length <= 4) return word;
  return word.replace(/(?:ului|ilor|elor|ului|ele|ile|ing|ed|es|ul|ii|ei|le|s|a|e|i)$/, '');
}

/** Fewer words in common are chance. */
const FEWEST_SHARED = 3;
const LIKE = 0.65;

/**
 * Whether two titles tell the same story: they share most of their telling words (of the shorter one), at least three, and don't
 * contradict each other in their figures. Measured in `likeness.test.ts` on a set of pairs that was labelled by hand.
 */
export function tellTheSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  const smaller = Math.min(one.size, other.size);
  if (shared < FEWEST_SHARED) return false;
  if (contradict(one, other)) return false;
  const union = one.size + other.size - shared;
  return shared / smaller >= LIKE && shared / union >= LIKE / 2;
}

const figures = (words: ReadonlySet<string>): string[] => [...words].filter((word) => /^\d/.test(word));

/** `up 2 %` and `up 3 %` are two stories, however alike. */
function contradict(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [these, those] = [figures(one), figures(other)];
  return these.length > 0 && those.length > 0 && !these.some((figure) => those.includes(figure));
}
