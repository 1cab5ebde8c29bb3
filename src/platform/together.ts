import { setImmediate as nextTurn } from 'node:timers/promises';
import DataLoader from 'dataloader';
import pLimit from 'p-limit';
import { within } from './within.js';

export interface Company {
  /** So many are served together at most. */
  most: number;
  /** So many companies are served at the same time. */
  atOnce: number;
  /** One that takes longer counts no more: a connection that hangs must not hold up all who come after. */
  patienceMs: number;
  /** Waits until all that lies in the sockets is read: for what every request needs first, and takes less time than that. */
  ofOneTurn?: boolean;
}

/**
 * Serves together what is asked at about the same time: what comes while others are served waits for them, with all that comes
 * meanwhile. Whoever comes when nobody is served waits for nobody. `serve` gives a result or an error for each, in order.
 */
export function together<Item, Result>(
  serve: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>,
  { most, atOnce, patienceMs, ofOneTurn = false }: Company,
): (item: Item) => Promise<Result> {
  const inTurn = pLimit(atOnce);
  let serving: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<Item, Result>(
    (items) => {
      const results = serve(items);
      serving = results;
      return results;
    },
    {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (begin) =>
        void inTurn(async () => {
          if (ofOneTurn) await nextTurn();
          begin();
          await within(patienceMs, serving).catch(() => undefined);
        }),
    },
  );
  return (item) => loader.load(item);
}

/** One that can't be served must not fail those who came with it: where several fail together, each is tried alone. */
export function orEachAlone<Item, Result>(
  serve: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>,
): (items: readonly Item[]) => Promise<(Result | Error)[]> {
  return async function attempt(items): Promise<(Result | Error)[]> {
    try {
      return [...(await serve(items))];
    } catch (error) {
      if (items.length === 1) return [error instanceof Error ? error : new Error('unknown', { cause: error })];
      return (await Promise.all(items.map((item) => attempt([item])))).flat();
    }
  };
}
