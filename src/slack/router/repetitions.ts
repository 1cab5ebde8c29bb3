const KEPT_AT_MOST = 5_000;
const KEPT_MS = 10 * 60_000;

/**
 * Slack repeats what it thinks got lost. While a request is worked on, its repetition gets the same result; afterwards it
 * is remembered for a while. This spares work in this process; that work is done once, the desks' transactions ensure.
 */
export class Repetitions {
  #known = new Map<string, { result: Promise<unknown>; until: number }>();

  constructor(private readonly monotonic: () => number = () => performance.now()) {}

  /** `isOver`: whether the same request can't rightly come again, as a form with errors can. */
  once<T>(key: string, work: () => Promise<T>, isOver: (result: T) => boolean = () => true): Promise<T> {
    const known = this.#known.get(key);
    if (known && known.until > this.monotonic()) return known.result as Promise<T>;
    const result = work();
    this.#remember(key, result);
    result.then(
      (value) => isOver(value) || this.#known.delete(key),
      () => this.#known.delete(key),
    );
    return result;
  }

  isKnown(key: string): boolean {
    return (this.#known.get(key)?.until ?? 0) > this.monotonic();
  }

  #remember(key: string, result: Promise<unknown>): void {
    this.#known.delete(key);
    this.#known.set(key, { result, until: this.monotonic() + KEPT_MS });
    const oldest = this.#known.keys().next();
    if (this.#known.size > KEPT_AT_MOST && !oldest.done) this.#known.delete(oldest.value);
  }
}
