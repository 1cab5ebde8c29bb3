import type { Delivery } from '../../platform/outbox/outbox.js';
import { troubleOf } from '../trouble.js';

/** `chat.postMessage` is limited by channel; a longer wait means that the whole workspace is. */
const LANE_PAUSE_AT_MOST_MS = 10_000;
const UNREACHED_PAUSE_MS = 5_000;
const CLOSED_DOOR_PAUSE_MS = 60_000;

/** What a failed call says about the letter. `byLane`: Slack counts this method by channel. */
export function verdict(error: unknown, byLane: boolean): Delivery {
  const trouble = troubleOf(error);
  switch (trouble.kind) {
    case 'limited': {
      const scope = byLane && trouble.afterMs <= LANE_PAUSE_AT_MOST_MS ? 'lane' : 'all';
      return { outcome: 'later', afterMs: trouble.afterMs, scope, error: 'ratelimited' };
    }
    case 'unreached':
      return { outcome: 'later', afterMs: pauseFor(trouble.code), scope: 'all', error: trouble.code };
    case 'refused':
      return { outcome: 'dead', error: trouble.code };
    case 'unclear':
      return { outcome: 'uncertain', error: trouble.code };
  }
}

/** A refused connection may be back at once; a revoked token waits for an admin. */
const pauseFor = (code: string): number => (/^[A-Z]/.test(code) ? UNREACHED_PAUSE_MS : CLOSED_DOOR_PAUSE_MS);

/** For steps of which nobody sees anything, so that repeating them is harmless: but not what no repetition mends. */
export function verdictBeforehand(error: unknown): Delivery {
  const delivery = verdict(error, true);
  if (delivery.outcome !== 'uncertain') return delivery;
  if (delivery.error === 'malformed_reply') return { outcome: 'dead', error: delivery.error };
  return { outcome: 'later', afterMs: UNREACHED_PAUSE_MS, scope: 'lane', error: delivery.error };
}
