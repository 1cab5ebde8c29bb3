import { setTimeout as pause } from 'node:timers/promises';
import { defaultLimits } from '../../../src/platform/outbox/limits.js';
import { claimLetters } from '../../../src/platform/outbox/queue.js';
import { openPostRoom } from './post-room.js';

let room: Awaited<ReturnType<typeof openPostRoom>>;
beforeAll(async () => {
  room = await openPostRoom();
});
beforeEach(() => room.clear());
afterAll(() => room.close());

describe('a long queue', () => {
  it('is not read from end to end to find what stands first, nor are letters that were said', async () => {
    await room.prisma.$executeRaw`
      INSERT INTO "Letter" ("once", "kind", "lane", "payload", "state", "target", "createdAt")
      SELECT 'letter/' || i, 'post', CASE WHEN i % 50 = 0 THEN 'U' || i % 1000 ELSE 'CTRIAGE' END, '{"text": "hello"}',
        (CASE WHEN i <= 5000 THEN 'sent' ELSE 'pending' END)::"LetterState",
        CASE WHEN i % 7 = 0 THEN 'letter/1' WHEN i % 5 = 0 THEN 'letter/' || i - 1 END, now()
      FROM generate_series(1, 10000) i`;
    await room.prisma.$executeRaw`INSERT INTO "RateBucket" VALUES ('*', 20, now())`;
    await room.prisma.$executeRaw`ANALYZE "Letter"`;
    const read = await room.prisma.$transaction(async (db) => {
      const rowsRead = async () => {
        const [row] = await db.$queryRaw<[{ rows: number }]>`
          SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS "rows"
          FROM pg_stat_xact_user_tables WHERE relname = 'Letter'`;
        return row.rows;
      };
      const before = await rowsRead();
      const letters = await claimLetters({ prisma: db, limits: defaultLimits }, room.clock.now(), 8);
      expect(letters).toHaveLength(8);
      return (await rowsRead()) - before;
    });
    // 21 lanes, and for each a few rows to see who stands first, who is behind, and where it hangs on.
    expect(read).toBeLessThan(500);
  });

  it('is looked at seldom while nothing in it may be said, however often somebody calls', async () => {
    let looks = 0;
    const { prisma } = room;
    const counting = new Proxy(prisma, {
      get: (target, name) => {
        if (name === '$queryRaw') looks++;
        return Reflect.get(target, name);
      },
    });
    const worker = room.hire({ restMs: 50, pollMs: 1_000 }, { database: { ...room.database, prisma: counting } });
    await worker.start();
    const until = performance.now() + 500;
    while (performance.now() < until) {
      worker.wake();
      await pause(1);
    }
    await worker.drain();
    expect(looks).toBeGreaterThan(1);
    expect(looks).toBeLessThan(13);
  });
});
