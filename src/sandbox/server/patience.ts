/** How long Slack waits, in milliseconds. */
export interface Patience {
  /** For an acknowledgement. */
  forAnswers(): number;
  /** For a trigger id to be used. */
  forTriggers(): number;
  /** Waits as long as it takes while that is done: nobody sits before what plays itself, however slow the machine. */
  stretchedWhile<T>(work: () => Promise<T>): Promise<T>;
}

const SLACKS_MS = 3_000;
const STRETCHED_MS = 60_000;

export function keepPatience(options: { patienceMs?: number; triggerLifetimeMs?: number }): Patience {
  const { patienceMs = SLACKS_MS, triggerLifetimeMs = SLACKS_MS } = options;
  let stretches = 0;
  const now = (ms: number) => (stretches > 0 ? Math.max(ms, STRETCHED_MS) : ms);
  return {
    forAnswers: () => now(patienceMs),
    forTriggers: () => now(triggerLifetimeMs),
    async stretchedWhile(work) {
      stretches += 1;
      try {
        return await work();
      } finally {
        stretches -= 1;
      }
    },
  };
}
