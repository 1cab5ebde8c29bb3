import type { Timer } from '../doors/doors.js';
import type { Log } from '../log/log.js';
import type { Office } from '../office.js';
import type { Clock } from '../time.js';
import { traced } from '../trace/trace.js';

export interface TimekeeperParts {
  office: Pick<Office, 'transact'>;
  timers: readonly Timer[];
  clock: Clock;
  log: Pick<Log, 'warn'>;
}

export interface Timekeeper {
  start(): void;
  /** Lets what is under way finish, and begins nothing more. */
  stop(): Promise<void>;
  /** Does everything that is due now. */
  runDue(): Promise<void>;
}

/** What is due lies in the database, so a tick that is lost, late or doubled does no harm. */
const TICK_MS = 1_000;
/** Of a timer that always says that there is more. */
const MOST_ROUNDS = 1_000;

/** Runs what is due to the second, each timer by itself: one that waits for a slow server keeps no other back. */
export function createTimekeeper({ office, timers, clock, log }: TimekeeperParts): Timekeeper {
  let isStopping = false;
  const stops: (() => void)[] = [];
  const keepers = timers.map((timer) => keeperOf(timer, { office, log, isStopping: () => isStopping }));
  const tick = () => {
    for (const keeper of keepers) keeper.tick();
  };
  return {
    runDue: async () => void (await Promise.all(keepers.map((keeper) => keeper.run()))),
    start() {
      if (timers.length === 0) return;
      const ticking = setInterval(tick, TICK_MS);
      stops.push(() => clearInterval(ticking), clock.onMove(tick));
      tick();
    },
    async stop() {
      isStopping = true;
      for (const stop of stops.splice(0)) stop();
      await Promise.all(keepers.map((keeper) => keeper.idle()));
    },
  };
}

/** Whatever goes wrong is tried again with the next tick. */
function keeperOf(
  timer: Timer,
  { office, log, isStopping }: Pick<TimekeeperParts, 'office' | 'log'> & { isStopping: () => boolean },
) {
  let again = false;
  let isRunning = false;
  let running = Promise.resolve();

  async function rounds(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS && !isStopping(); round++) {
      const seen = await timer.look(log);
      if (!seen) return;
      if (!(await traced(`timer ${timer.name}`, {}, () => office.transact((tx) => timer.run(tx, seen))))) return;
    }
  }
  const run = async () => {
    const parts = Array.from({ length: timer.parallel ?? 1 }, rounds);
    for (const part of await Promise.allSettled(parts)) {
      if (part.status === 'fulfilled') continue;
      log.warn({ timer: timer.name, err: part.reason }, 'a timer failed and is tried again');
    }
  };

  return {
    run,
    idle: () => running,
    tick() {
      again = true;
      if (isRunning || isStopping()) return;
      isRunning = true;
      running = (async () => {
        while (again && !isStopping()) {
          again = false;
          await run();
        }
        isRunning = false;
      })();
    },
  };
}
