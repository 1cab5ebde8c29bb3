import { pino } from 'pino';
import type { Prisma } from '../../../src/generated/prisma/client.js';
import { type OpenDatabase, openDatabase } from '../../../src/platform/database/database.js';
import type { Limits } from '../../../src/platform/outbox/limits.js';
import type { Outbox } from '../../../src/platform/outbox/outbox.js';
import { createOutboxWorker, type OutboxWorker, type WorkerParts } from '../../../src/platform/outbox/worker.js';
import { outboxIn } from '../../../src/platform/outbox/write.js';
import { type Clock, Temporal } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { standInSlack } from './slack-stand-in.js';

/** Fast enough for tests; what a test is about it sets itself. */
export const quick: Partial<Limits> = {
  lane: { perSecond: 1000, burst: 1000 },
  workspace: { perSecond: 10_000, burst: 10_000 },
  files: { perSecond: 1000, burst: 1000 },
  pollMs: 20,
  restMs: 1,
  lookUpAfterMs: 5,
  backoff: { firstMs: 2, longestMs: 10 },
};

export interface HandClock extends Clock {
  set(to: string): void;
}

export function handClock(at = '2026-11-23T09:00:00Z'): HandClock {
  const listeners = new Set<() => void>();
  let now = Temporal.Instant.from(at);
  return {
    now: () => now,
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(to) {
      now = Temporal.Instant.from(to);
      for (const listener of listeners) listener();
    },
  };
}

/** A database with its outbox, a Slack to deliver to, and as many workers as a test hires. */
export async function openPostRoom() {
  const database = await testDatabase();
  const clock = handClock();
  const others: OpenDatabase[] = [];
  const workers: OutboxWorker[] = [];
  const room = {
    database,
    clock,
    slack: standInSlack(),
    prisma: database.prisma,
    /** Writes in one transaction. */
    write: <T>(work: (outbox: Outbox, tx: Prisma.TransactionClient) => Promise<T>) =>
      database.prisma.$transaction(async (tx) => {
        const outbox = outboxIn(tx, clock.now());
        const done = await work(outbox, tx);
        await outbox.write();
        return done;
      }),
    hire(limits: Partial<Limits> = {}, parts: Partial<WorkerParts> = {}) {
      const { carrier } = room.slack;
      const log = pino({ level: 'silent' });
      const common = { database, clock, carrier, log, marksKey: 'a key for tests' };
      const worker = createOutboxWorker({ ...common, ...parts, limits: { ...quick, ...limits } });
      workers.push(worker);
      return worker;
    },
    /** A connection of its own, as another replica has; on PGlite, which nobody can share, the same. */
    replica: () => openAnother(database, others),
    state: async (once: string) => (await database.prisma.letter.findUniqueOrThrow({ where: { once } })).state,
    async clear() {
      // Not waited for: some tests leave a call that never ends.
      for (const worker of workers.splice(0)) void worker.drain();
      await database.empty();
      // A worker of an earlier test may still settle its letter; no letter of the next test may have that number.
      await database.prisma.$executeRaw`SELECT setval('"Letter_id_seq"', (random() * 1e12)::bigint)`;
      room.slack = standInSlack();
      clock.set('2026-11-23T09:00:00Z');
    },
    async close() {
      for (const other of others) await other.close();
      await database.close();
    },
  };
  return room;
}

async function openAnother(database: TestDatabase, others: OpenDatabase[]): Promise<OpenDatabase> {
  if (database.url === null) return database;
  const other = await openDatabase({ kind: 'postgres', url: database.url });
  others.push(other);
  return other;
}
