import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../src/platform/database/database.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());
afterEach(() => database.empty());

const ring = (payload: string) => database.prisma.$executeRaw`SELECT pg_notify('Doorbell', ${payload})`;

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !done(); tries++) await pause(20);
}

describe('a listener', () => {
  it('hears of what was committed, and of nothing that was rolled back', async () => {
    const heard: string[] = [];
    const stop = await database.listen('Doorbell', (payload) => heard.push(payload));
    await database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_notify('Doorbell', 'committed')`;
      await pause(30);
      expect(heard).toEqual([]);
    });
    const rolledBack = database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_notify('Doorbell', 'rolled back')`;
      throw new Error('never mind');
    });
    await expect(rolledBack).rejects.toThrow('never mind');
    await ring('later');
    await until(() => heard.length >= 2);
    expect(heard).toEqual(['committed', 'later']);
    stop();
  });

  it('hears nothing once it has stopped, while others go on', async () => {
    const heard: string[] = [];
    const stopFirst = await database.listen('Doorbell', () => heard.push('first'));
    const stopSecond = await database.listen('Doorbell', () => heard.push('second'));
    stopFirst();
    await ring('');
    await until(() => heard.length > 0);
    expect(heard).toEqual(['second']);
    stopSecond();
  });

  it('is called once its lost connection is back, since it may have missed something', async () => {
    if (database.kind === 'pglite') return;
    const heard: string[] = [];
    const stop = await database.listen('Doorbell', (payload) => heard.push(payload));
    await database.prisma.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()`;
    await until(() => heard.length > 0);
    expect(heard).toEqual(['']);
    await ring('again');
    await until(() => heard.length > 1);
    expect(heard).toEqual(['', 'again']);
    stop();
  });
});

it('gives back moments as they were stored, whatever zone the server is set to', async () => {
  const at = new Date('2026-03-29T01:30:00.123Z');
  const { prisma, close } = await inNewYork();
  await prisma.incoming.create({ data: { key: 'one', at } });
  const [row] = await prisma.$queryRaw<{ ms: bigint }[]>`
    SELECT (extract(epoch FROM at) * 1000)::bigint AS ms FROM "Incoming"`;
  const [incoming] = await prisma.incoming.findMany();
  await close();
  expect(row?.ms).toBe(BigInt(at.getTime()));
  expect(incoming?.at).toEqual(at);
});

/** The same database on a server whose own zone is New York; PGlite has no zone but UTC. */
async function inNewYork(): Promise<Pick<TestDatabase, 'prisma' | 'close'>> {
  if (database.url === null) return { prisma: database.prisma, close: async () => undefined };
  const name = new URL(database.url).pathname.slice(1);
  await database.prisma.$executeRawUnsafe(`ALTER DATABASE "${name}" SET timezone TO 'America/New_York'`);
  return openDatabase({ kind: 'postgres', url: database.url });
}

it('lets many transactions queue without losing one', async () => {
  const add = (number: number) =>
    database.prisma.$transaction(async (tx) => {
      await tx.incoming.create({ data: { key: `row ${number}`, at: new Date() } });
      await pause(2);
    });
  await Promise.all(Array.from({ length: 100 }, (_, number) => add(number)));
  expect(await database.prisma.incoming.count()).toBe(100);
});

it('says who does not answer when the server is not there, and never the password', async () => {
  const opening = openDatabase({ kind: 'postgres', url: 'postgresql://office:hunter2@127.0.0.1:9/switchboard' });
  const problem = await opening.catch((error: Error) => error);
  expect(problem).toMatchObject({ name: 'DatabaseProblem' });
  expect(String(problem)).toContain("The database switchboard on 127.0.0.1:9 doesn't answer");
  expect(String(problem)).not.toContain('hunter2');
});

it('goes on working after a transaction gave up waiting for its turn, and after one that took too long', async () => {
  const { prisma } = database;
  const slow = prisma.$transaction((tx) => pause(300).then(() => tx.incoming.count()), { timeout: 150 });
  const impatient = prisma.$transaction((tx) => tx.incoming.count(), { maxWait: 50 });
  const [slowResult, impatientResult] = await Promise.allSettled([slow, impatient]);
  expect(slowResult.status).toBe('rejected');
  if (database.kind === 'pglite') expect(impatientResult.status).toBe('rejected');
  expect(await prisma.$transaction((tx) => tx.incoming.count())).toBe(0);
});

it('goes on asking what it asks often while a newer version adds to the table', async () => {
  const { prisma } = database;
  const note = (key: string) => prisma.incoming.create({ data: { key, at: new Date(0) } });
  const find = () => prisma.incoming.findMany({ orderBy: { key: 'asc' }, select: { key: true } });
  for (const turn of [1, 2, 3, 4, 5, 6, 7]) {
    await note(`before ${turn}`);
    await find();
  }
  await prisma.$executeRaw`ALTER TABLE "Incoming" ADD COLUMN "extra" text NOT NULL DEFAULT ''`;
  try {
    await note('since');
    expect(await find()).toHaveLength(8);
  } finally {
    await prisma.$executeRaw`ALTER TABLE "Incoming" DROP COLUMN "extra"`;
  }
  expect(await find()).toHaveLength(8);
});

it('a server keeps what is asked again and again, so that it reads it once', async () => {
  if (database.kind === 'pglite') return;
  const kept = (db: Pick<TestDatabase['prisma'], '$queryRaw'>) =>
    db.$queryRaw<{ name: string }[]>`SELECT "name" FROM pg_prepared_statements WHERE "statement" LIKE '%"Incoming"%'`;
  await database.prisma.$transaction(async (tx) => {
    for (const key of ['one', 'two', 'three']) await tx.incoming.findUnique({ where: { key } });
    expect(await kept(tx)).not.toEqual([]);
  });
});

it('a database that has just been made takes lists of its own types', async () => {
  const fresh = await openDatabase({ kind: 'pglite', folder: null });
  try {
    const states = ['resolved', 'closed'];
    const [found] = await fresh.prisma.$queryRaw<{ is: boolean }[]>`
      SELECT 'closed'::"TicketState" = ANY (${states}::"TicketState"[]) AS "is"`;
    expect(found).toEqual({ is: true });
  } finally {
    await fresh.close();
  }
}, 60_000);
