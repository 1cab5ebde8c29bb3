import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Request } from './reception.js';

const KEPT_AT_MOST = 200;

/** The ways of a request that are new each time somebody presses a button. */
export type FreshWays = Pick<Request, 'key' | 'triggerId' | 'responseUrl'>;
type Repeat = (ways: FreshWays) => Promise<void>;

/** Requests that came too late for Slack and can be made again by a button, kept in memory: they hold no one's work. */
export class Again {
  #repeats = new LRUCache<string, { personId: string; repeat: Repeat }>({ max: KEPT_AT_MOST });

  keep(personId: string, repeat: Repeat): string {
    const id = randomUUID();
    this.#repeats.set(id, { personId, repeat });
    return id;
  }

  /** Only whose request it was can make it again. */
  take(id: string, personId: string): Repeat | null {
    const kept = this.#repeats.get(id);
    if (!kept || kept.personId !== personId) return null;
    this.#repeats.delete(id);
    return kept.repeat;
  }
}
