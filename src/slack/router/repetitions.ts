import { LRUCache } from 'lru-cache';

const KEPT_AT_MOST = 5_000;
const KEPT_MS = 10 * 60_000;

/**
 * Slack repeats what it thinks got lost. While a request is worked on, its repetition gets the same result; afterwards it
 * is remembered for a while. This spares work in this process; that work is done once, the desks' transactions ensure.
 */
export class Repetitions {
  #known: LRUCache<string, Promise<unknown>>;

  constructor(perf: { now(): number } = performance) {
    this.#known = new LRUCache({ max: KEPT_AT_MOST, ttl: KEPT_MS, perf, ttlResolution: 0 });
  }

  /** `isOver`: whether the same request can't rightly come again, as a form with errors can. */
  once<T>(key: string, work: () => Promise<T>, isOver: (result: T) => boolean = () => true): Promise<T> {
    const known = this.#known.get(key);
    if (known) return known as Promise<T>;
    const result = work();
    this.#known.set(key, result);
    result.then(
      (value) => isOver(value) || this.#known.delete(key),
      () => this.#known.delete(key),
    );
    return result;
  }

  isKnown(key: string): boolean {
    return this.#known.has(key);
  }
}
