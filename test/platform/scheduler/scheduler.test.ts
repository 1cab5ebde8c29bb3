import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { createOffice } from '../../../src/platform/create-office.js';
import type { OpenDatabase } from '../../../src/platform/database/database.js';
import { openDatabase } from '../../../src/platform/database/database.js';
import type { Job } from '../../../src/platform/doors/doors.js';
import { outboxIn } from '../../../src/platform/outbox/write.js';
import { forgetOldOccurrences } from '../../../src/platform/scheduler/cleaning.js';
import { createScheduler, type SchedulerParts } from '../../../src/platform/scheduler/scheduler.js';
import type { Clock } from '../../../src/platform/time.js';
import type { Workspace } from '../../../src/platform/workspace.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { testKeys } from '../../support/keys.js';
import { handClock } from '../outbox/post-room.js';

const nowhere: Workspace = {
  permalink: async () => null,
  thread: async () => [],
  channel: async () => null,
  file: async () => null,
  discardFile: async () => false,
  presence: async () => new Map(),
  botUserId: () => 'UBOT',
};

let database: TestDatabase;
let clock = handClock();
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  clock = handClock();
  await database.empty();
});
afterAll(() => database.close());

/** One replica: by default on the test's own connection and clock. */
function replica(jobs: Job[], parts: Partial<SchedulerParts> & { database?: OpenDatabase; clock?: Clock } = {}) {
  const common = { database, clock, ...parts };
  const nothingElse = { workspace: nowhere, outbox: outboxIn, keys: testKeys, afterCommit: () => undefined };
  const office = createOffice({ ...common, ...nothingElse });
  return createScheduler({ ...common, office, jobs, log: pino({ level: 'silent' }), retryAfterMs: [1, 1], ...parts });
}

/** Posts when and for when it ran, which is also the proof that it committed. */
const remind = (rest: Partial<Job> = {}): Job => ({
  name: 'test.remind',
  when: { everyMinutes: 60 },
  catchUp: 'all',
  windowMinutes: 24 * 60,
  run: ({ outbox }, { dueAt }) => outbox.post({ to: 'C1', text: 'Time is up.', once: String(dueAt) }),
  ...rest,
});

const told = async () => (await database.prisma.letter.findMany({ orderBy: { id: 'asc' } })).map(({ once }) => once);
const outcomes = async () =>
  (await database.prisma.occurrence.findMany({ orderBy: [{ job: 'asc' }, { dueAt: 'asc' }] })).map(
    ({ dueAt, outcome }) => `${dueAt.toISOString().slice(11, 16)} ${outcome}`,
  );

describe('a job', () => {
  it('that is new owes nothing for the time before', async () => {
    const runs = await replica([remind()]).runDue();
    expect(runs).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('runs when its time has come, and once', async () => {
    const scheduler = replica([remind()]);
    await scheduler.runDue();
    clock.set('2026-11-23T10:00:00Z');
    const runs = await scheduler.runDue();
    expect(runs.map(({ job, dueAt, outcome }) => `${job} ${dueAt} ${outcome}`)).toEqual([
      'test.remind 2026-11-23T10:00:00Z done',
    ]);
    clock.set('2026-11-23T10:01:00Z');
    expect(await scheduler.runDue()).toEqual([]);
    expect(await told()).toEqual(['2026-11-23T10:00:00Z']);
  });

  it('runs once on four replicas whose clocks differ by five minutes', async () => {
    const others = database.url
      ? await Promise.all([1, 2, 3].map(() => openDatabase({ kind: 'postgres', url: database.url ?? '' })))
      : [database, database, database];
    const clocks = ['2026-11-23T09:55:00Z', '2026-11-23T10:00:00Z', '2026-11-23T10:03:00Z', '2026-11-23T10:05:00Z'];
    await replica([remind()]).runDue();
    const replicas = [database, ...others].map((shared, index) =>
      replica([remind()], { database: shared, clock: handClock(clocks[index]) }),
    );
    for (let round = 0; round < 3; round++) await Promise.all(replicas.map((one) => one.runDue()));
    expect(await told()).toEqual(['2026-11-23T10:00:00Z']);
    expect(await outcomes()).toEqual(['10:00 done']);
    if (database.url) await Promise.all(others.map((other) => other.close()));
  });

  (process.env.TEST_DATABASE_URL ? it : it.skip)(
    'passes over no time that another replica is at: a later one waits for what comes of it',
    async () => {
      const other = await openDatabase({ kind: 'postgres', url: database.url ?? '' });
      await replica([remind()]).runDue();
      clock.set('2026-11-23T10:00:00Z');
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let begun: () => void = () => undefined;
      const isBegun = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const run: Job['run'] = async () => {
        begun();
        await held;
        throw new Error('the power is cut');
      };
      const slow = replica([remind({ run })], { database: other, retryAfterMs: [60_000] });
      const running = slow.runDue();
      await isBegun;
      const ahead = handClock('2026-11-23T11:00:00Z');
      const quick = replica([remind()], { clock: ahead });
      expect((await quick.runDue()).map(({ outcome }) => outcome)).toEqual(['busy']);
      release();
      await pause(100);
      expect((await quick.runDue()).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
      expect(await told()).toEqual(['2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z']);
      await slow.stop();
      await running;
      await other.close();
    },
  );

  it('keeps its own time zone', async () => {
    const scheduler = replica([remind({ when: { cron: '0 17 * * FRI', zone: 'Europe/Bucharest' } })]);
    await scheduler.runDue();
    clock.set('2026-11-27T15:00:30Z');
    await scheduler.runDue();
    expect(await told()).toEqual(['2026-11-27T15:00:00Z']);
  });

  it('is refused when two have one name', () => {
    expect(() => replica([remind(), remind()])).toThrow('two jobs named test.remind');
  });
});

describe('times that were missed', () => {
  const missed = async (catchUp: Job['catchUp'], windowMinutes: number, wokeAt = '2026-11-23T13:30:00Z') => {
    const scheduler = replica([remind({ catchUp, windowMinutes })]);
    await scheduler.runDue();
    clock.set(wokeAt);
    await scheduler.runDue();
    expect(await scheduler.runDue()).toEqual([]);
  };

  it('are all made up for, in order, where each matters', async () => {
    await missed('all', 24 * 60);
    expect(await told()).toEqual([10, 11, 12, 13].map((hour) => `2026-11-23T${hour}:00:00Z`));
  });

  it('are made up for by the last one, where one is enough', async () => {
    await missed('once', 24 * 60);
    expect(await told()).toEqual(['2026-11-23T13:00:00Z']);
    expect(await outcomes()).toEqual(['10:00 skipped', '11:00 skipped', '12:00 skipped', '13:00 done']);
  });

  it('are passed over, where late is no use', async () => {
    await missed('skip', 24 * 60);
    expect(await told()).toEqual([]);
    expect(await outcomes()).toEqual(['10:00 skipped', '11:00 skipped', '12:00 skipped', '13:00 skipped']);
  });

  it('by the minutes that a restart takes are not missed', async () => {
    await missed('skip', 1, '2026-11-23T10:03:00Z');
    expect(await told()).toEqual(['2026-11-23T10:00:00Z']);
  });

  it('are forgotten when they are older than the window', async () => {
    await missed('all', 100);
    expect(await told()).toEqual(['2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z']);
  });
});

describe('a clock that is set by hand', () => {
  it('forward brings what became due meanwhile, at once', async () => {
    const scheduler = replica([remind({ catchUp: 'once' })]);
    scheduler.start();
    while ((await database.prisma.jobCursor.count()) < 2) await pause(10);
    clock.set('2026-11-23T18:00:00Z');
    while ((await told()).length === 0) await pause(10);
    await scheduler.stop();
    expect(await told()).toEqual(['2026-11-23T18:00:00Z']);
  });

  it('back runs nothing twice, and what is new all the same', async () => {
    const scheduler = replica([remind()]);
    await scheduler.runDue();
    clock.set('2026-11-23T11:00:00Z');
    await scheduler.runDue();
    clock.set('2026-11-23T08:00:30Z');
    await scheduler.runDue();
    for (let minute = 58; minute <= 63; minute++) {
      const [hour, past] = [9 + Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
      clock.set(`2026-11-23T${String(hour).padStart(2, '0')}:${past}:00Z`);
      await scheduler.runDue();
    }
    expect(await told()).toEqual(['2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', '2026-11-23T08:00:00Z']);
  });
});

describe('a job that fails', () => {
  const broken = (run: Job['run']) => remind({ name: 'test.broken', run });

  it('leaves nothing behind, is tried three times, is noted, and stops no other', async () => {
    const failed: string[] = [];
    let tries = 0;
    const onFailed = async (job: Job) => void failed.push(job.name);
    const fail: Job['run'] = async ({ outbox }) => {
      tries++;
      await outbox.post({ to: 'C1', text: 'half done', once: 'half done' });
      throw new TypeError('a text that nobody should read in a table');
    };
    const scheduler = replica([broken(fail), remind()], { onFailed });
    await scheduler.runDue();
    clock.set('2026-11-23T10:00:00Z');
    const runs = await scheduler.runDue();
    expect(runs.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
    expect(tries).toBe(3);
    expect(failed).toEqual(['test.broken']);
    expect(await outcomes()).toEqual(['10:00 failed: TypeError', '10:00 done']);
    expect(await told()).toEqual(['2026-11-23T10:00:00Z']);
    await scheduler.runDue();
    expect(tries).toBe(3);
  });

  it('for a moment succeeds at the next try', async () => {
    let tries = 0;
    const scheduler = replica([
      broken(async () => {
        if (++tries < 3) throw new Error('the database was restarted');
      }),
    ]);
    await scheduler.runDue();
    clock.set('2026-11-23T10:00:00Z');
    await scheduler.runDue();
    expect(await outcomes()).toEqual(['10:00 done']);
  });

  it('because the process was killed runs again at the next start', async () => {
    await replica([remind()]).runDue();
    clock.set('2026-11-23T10:00:00Z');
    const dying = replica([remind({ run: () => Promise.reject(new Error('killed')) })], { retryAfterMs: [60_000] });
    const lastWords = dying.runDue();
    await pause(50);
    await dying.stop();
    await lastWords;
    expect(await outcomes()).toEqual([]);
    await replica([remind()]).runDue();
    expect(await told()).toEqual(['2026-11-23T10:00:00Z']);
  });
});

describe('stopping', () => {
  it('lets the run that is under way finish, and begins no other', async () => {
    let begun = 0;
    const slow = remind({
      run: async ({ outbox }, { dueAt }) => {
        begun++;
        await pause(80);
        await outbox.post({ to: 'C1', text: 'Done.', once: String(dueAt) });
      },
    });
    await replica([slow]).runDue();
    const scheduler = replica([slow]);
    clock.set('2026-11-23T13:00:00Z');
    scheduler.start();
    while (begun === 0) await pause(5);
    await scheduler.stop();
    expect(await told()).toEqual(['2026-11-23T10:00:00Z']);
    expect(begun).toBe(1);
  });
});

describe('old occurrences', () => {
  it('are forgotten after 35 days, and their times do not come back', async () => {
    const scheduler = replica([remind({ catchUp: 'once' })]);
    await scheduler.runDue();
    clock.set('2026-11-23T10:00:00Z');
    await scheduler.runDue();
    clock.set('2026-12-29T04:00:00Z');
    await scheduler.runDue();
    const jobs = await database.prisma.occurrence.groupBy({
      by: ['job'],
      where: { ranAt: { lt: new Date('2026-12-01') } },
    });
    expect(jobs).toEqual([]);
    expect(await database.prisma.occurrence.count({ where: { job: forgetOldOccurrences.name } })).toBe(1);
    expect(await told()).toEqual(['2026-11-23T10:00:00Z', '2026-12-29T04:00:00Z']);
  });
});
