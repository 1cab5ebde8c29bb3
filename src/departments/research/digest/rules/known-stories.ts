import type { Story } from '../feed.js';
import { tellingWords, tellTheSame } from './likeness.js';

type Known = Pick<Story, 'id' | 'title' | 'canonical'>;

/** Fewer words in common are never the same story, so only those that share as many are compared. */
const FEWEST_SHARED = 3;

/** Stories that are known, found by the page that they lead to or by what their title tells. */
export class KnownStories {
  #byPage = new Map<string, string>();
  #byWord = new Map<string, Set<string>>();
  #words = new Map<string, ReadonlySet<string>>();

  constructor(stories: readonly Known[]) {
    for (const story of stories) this.add(story);
  }

  add({ id, title, canonical }: Known): void {
    if (canonical && !this.#byPage.has(canonical)) this.#byPage.set(canonical, id);
    const words = tellingWords(title);
    this.#words.set(id, words);
    for (const word of words) {
      const ids = this.#byWord.get(word) ?? new Set();
      this.#byWord.set(word, ids.add(id));
    }
  }

  has(id: string): boolean {
    return this.#words.has(id);
  }

  /** The story's id; null where it is a new one. */
  find(canonical: string | null, title: string): string | null {
    const page = canonical && this.#byPage.get(canonical);
    if (page) return page;
    const words = tellingWords(title);
    const shared = new Map<string, number>();
    for (const word of words) {
      for (const id of this.#byWord.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    for (const [id, count] of shared) {
      if (count >= FEWEST_SHARED && tellTheSame(this.#words.get(id) ?? new Set(), words)) return id;
    }
    return null;
  }
}
