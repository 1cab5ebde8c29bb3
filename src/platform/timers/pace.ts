import type { Temporal } from '../time.js';

/** Keeps a timer from looking more often than it should: in memory, since looking twice does no harm. */
export interface Pace {
  isResting(now: Temporal.Instant): boolean;
  /** Until so long after that moment. */
  rest(now: Temporal.Instant, ms: number): void;
}

/** A clock that was moved back ends the rest: else it would last until the clock has caught up. */
export function createPace(): Pace {
  let since = Number.NEGATIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  return {
    isResting: ({ epochMilliseconds: now }) => now >= since && now < until,
    rest({ epochMilliseconds: now }, ms) {
      since = now;
      until = now + ms;
    },
  };
}
