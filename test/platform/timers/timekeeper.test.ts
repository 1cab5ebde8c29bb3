import type { Timer } from '../../../src/platform/doors/doors.js';
import type { Office } from '../../../src/platform/office.js';
import { Temporal } from '../../../src/platform/time.js';
import { createTimekeeper } from '../../../src/platform/timers/timekeeper.js';

const office = {
  transact: async (work: (tx: never) => Promise<unknown>) => work({} as never),
} as unknown as Pick<Office, 'transact'>;

/** A clock that is moved by hand, and timers that note what they did. */
function keep(timers: readonly Timer[]) {
  const listeners = new Set<() => void>();
  const warnings: unknown[] = [];
  const clock = {
    now: () => Temporal.Instant.from('2026-11-26T08:00:00Z'),
    onMove: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const log = { warn: (...told: unknown[]) => void warnings.push(told) };
  const keeper = createTimekeeper({ office, timers, clock, log });
  return { keeper, warnings, listeners, moves: () => [...listeners].map((listener) => listener()) };
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('what is due to the second', () => {
  it('is done part by part, as long as there is more', async () => {
    let left = 3;
    const { keeper } = keep([{ name: 'x', look: async () => left > 0, run: async () => --left > 0 }]);
    await keeper.runDue();
    expect(left).toBe(0);
  });

  it('waits for nobody else who is slow', async () => {
    let done = 0;
    const never = new Promise<never>(() => undefined);
    const { keeper } = keep([
      { name: 'slow', look: () => never, run: async () => false },
      { name: 'quick', look: async () => true, run: async () => ++done < 1 },
    ]);
    void keeper.runDue();
    await soon();
    expect(done).toBe(1);
  });

  it('is done at once when the clock is moved, and not twice at the same time', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const run = async () => {
      most = Math.max(most, ++running);
      await soon();
      running -= 1;
      runs += 1;
      return false;
    };
    const { keeper, moves, listeners } = keep([{ name: 'x', look: async () => true, run }]);
    keeper.start();
    moves();
    moves();
    await soon();
    await keeper.stop();
    expect(runs).toBeGreaterThan(0);
    expect(most).toBe(1);
    expect(listeners.size).toBe(0);
  });

  it('is tried again with the next tick when it fails, and somebody can read that it did', async () => {
    let tries = 0;
    const look = async () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is gone');
      return false;
    };
    const { keeper, warnings } = keep([{ name: 'research.x', look, run: async () => false }]);
    await keeper.runDue();
    expect(JSON.stringify(warnings)).toContain('research.x');
    await keeper.runDue();
    expect(tries).toBe(2);
  });
});
