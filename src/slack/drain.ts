/** Counts work in flight, so that a stop can wait for it: Bolt's own stop doesn't. */
export class Drain {
  #inFlight = 0;
  #waiting: (() => void)[] = [];

  /** How many requests are being worked on. */
  get inFlight(): number {
    return this.#inFlight;
  }

  async track<T>(work: Promise<T>): Promise<T> {
    this.#inFlight += 1;
    try {
      return await work;
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** True when everything finished, false when the time was up first. */
  async idle(atMostMs: number): Promise<boolean> {
    if (this.#inFlight === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, atMostMs, false);
    });
    const done = new Promise<boolean>((resolve) => this.#waiting.push(() => resolve(true)));
    return Promise.race([done, timeUp]).finally(() => clearTimeout(timer));
  }
}
