import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type OpenDatabase, openDatabase } from '../../src/platform/database/database.js';
import type { Job } from '../../src/platform/doors/doors.js';
import { createScheduler } from '../../src/platform/scheduler/scheduler.js';
import { Temporal } from '../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { testOffice } from '../support/office.js';
import { silent } from '../support/slack-line.js';
import { chance, tell, times } from './figures.js';

const CONTESTED = times(60, 1000);
const BEGIN = Temporal.Instant.from('2026-03-28T22:00:00Z');

let database: TestDatabase;
const others: OpenDatabase[] = [];
beforeAll(async () => {
  database = await testDatabase();
  for (let count = 1; count < 4 && database.url; count++) {
    others.push(await openDatabase({ kind: 'postgres', url: database.url }));
  }
});
afterAll(async () => {
  for (const other of others) await other.close();
  await database.close();
});

const minutely: Job = {
  ...{ name: 'faults.minutely', when: { everyMinutes: 1 }, catchUp: 'all', windowMinutes: 24 * 60 },
  // Under a key of its own each time: nothing but the scheduler keeps it from being told twice.
  run: ({ outbox }, { dueAt }) => outbox.post({ to: 'C1', text: String(dueAt), once: randomUUID() }),
};

describe('replicas that want the same due time', () => {
  it(
    `whose clocks are up to five minutes wrong, and jump, do it once: ${CONTESTED} due times`,
    async () => {
      const random = chance(7);
      const start = replicaAt(database, BEGIN);
      await start.runDue(BEGIN);
      let refused = 0;
      for (let minute = 1; minute <= CONTESTED; minute++) {
        // Two to four replicas, each with another idea of the time, one of them right.
        const databases = [database, ...others, database, database].slice(0, 2 + Math.floor(random() * 3));
        const outcomes = await Promise.all(
          databases.map((one, place) => {
            const wrong = place === 0 ? 0 : Math.round((random() - 0.5) * 600);
            const now = BEGIN.add({ seconds: minute * 60 + wrong });
            return replicaAt(one, now).runDue(now);
          }),
        );
        refused += outcomes.flat().filter(({ outcome }) => outcome === 'elsewhere' || outcome === 'busy').length;
      }
      const end = BEGIN.add({ minutes: CONTESTED + 5 });
      await replicaAt(database, end).runDue(end);
      const letters = await database.prisma.letter.findMany({ select: { payload: true } });
      const runs = letters.map(({ payload }) => z.object({ text: z.string() }).parse(payload).text);
      const wanted = Array.from({ length: CONTESTED + 5 }, (_, index) => String(BEGIN.add({ minutes: index + 1 })));
      const [done, unwanted] = [new Set(runs), runs.filter((dueAt, place) => runs.indexOf(dueAt) !== place)];
      const missed = wanted.filter((dueAt) => !done.has(dueAt));
      const failed = await database.prisma.occurrence.count({ where: { outcome: { startsWith: 'failed' } } });
      tell('due times that 2 to 4 replicas want, clocks up to 5 minutes wrong', CONTESTED, {
        'done once': done.size - new Set(unwanted).size,
        missed: missed.length,
        doubled: unwanted.length,
        'left to another': refused,
      });
      expect({ missed, failed, unwanted }).toEqual({ missed: [], failed: 0, unwanted: [] });
      expect(refused).toBeGreaterThan(0);
    },
    times(120_000, 1_800_000),
  );
});

function replicaAt(one: OpenDatabase, now: Temporal.Instant) {
  const clock = { now: () => now, onMove: () => () => undefined };
  return createScheduler({
    ...{ office: testOffice(one, now), database: one, jobs: [minutely], clock, log: silent, retryAfterMs: [1, 1] },
  });
}
