import path from 'node:path';
import { type OpenDatabase, openDatabase } from '../../src/platform/database/database.js';
import { packageFolder } from '../../src/platform/package-folder.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { testTarget } from '../support/database.js';
import { type RunningProcess, startProcess } from '../support/process.js';

/**
 * A rolling upgrade: the new version has brought the database up to date, and processes of the old one still work on it, are
 * killed, and start again. What the new version adds is what the rule of CONTRIBUTING.md allows: expand, then contract.
 */
(process.env.TEST_DATABASE_URL ? describe : describe.skip)('while a new version is rolled out', () => {
  let sandbox: Sandbox;
  let database: OpenDatabase;
  let drop: () => Promise<void>;
  let settings: string;
  const bots: RunningProcess[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox({
      ...{ port: 0, folder: null, manifestPath: path.join(packageFolder, 'manifest.yml') },
      ...{ delivery: 'socket', company: 'demo', limits: false, retryTimeScale: 0.01 },
    });
    const { target, drop: dropTarget } = await testTarget();
    drop = dropTarget;
    const { botToken, appToken, apiUrl } = sandbox;
    settings = JSON.stringify({ slack: { mode: 'socket', botToken, appToken, apiUrl }, database: target });
    database = await openDatabase(target);
    await start();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.kill()));
    await database?.close();
    await sandbox?.close();
    await drop?.();
  });

  async function start(): Promise<RunningProcess> {
    const bot = startProcess('bot', [], { BOT: settings });
    expect(await bot.line()).toBe('ready');
    bots.push(bot);
    return bot;
  }

  const asks = async (text: string) => {
    const jay = await sandbox.person('jay');
    await jay.types('general', `/ithelp ${text}`);
    expect(await (await jay.modal('Ask IT for help')).submit()).toEqual({ closed: true });
    await jay.sees(text, { in: 'app', within: 20_000 });
    jay.leaves();
  };

  it('processes of the old one go on, start anew, and keep what the new one wrote', async () => {
    await asks('before the upgrade');
    // What a migration of the next version may do: columns that need no value, tables, indexes, values of enumerations.
    for (const statement of [
      `ALTER TABLE "Ticket" ADD COLUMN "site" TEXT, ADD COLUMN "weight" INTEGER NOT NULL DEFAULT 1`,
      `ALTER TABLE "Letter" ADD COLUMN "thanks" JSONB`,
      `CREATE TABLE "Site" ("id" TEXT PRIMARY KEY)`,
      `CREATE INDEX "Ticket_site_idx" ON "Ticket" ("site")`,
      `ALTER TYPE "TicketCategory" ADD VALUE 'elevator'`,
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('next', 'x', '29990101000000_next_version', now(), 1)`,
    ]) {
      await database.prisma.$executeRawUnsafe(statement);
    }
    await asks('during the upgrade');
    await database.prisma.$executeRaw`UPDATE "Ticket" SET "site" = 'north', "weight" = 7`;

    await bots.pop()?.kill();
    await start();
    const jay = await sandbox.person('jay');
    await jay.types('general', '/ithelp mine');
    await jay.sees('during the upgrade', { in: 'general' });
    await asks('by the old version, started again');

    const kept = await database.prisma.$queryRaw<{ text: string; weight: number }[]>`
      SELECT "text", "weight" FROM "Ticket" ORDER BY "number"`;
    expect(kept.map(({ text, weight }) => [text, weight])).toEqual([
      ['before the upgrade', 7],
      ['during the upgrade', 7],
      ['by the old version, started again', 1],
    ]);
  }, 120_000);

  it('two processes that begin at the same time bring the database up to date once', async () => {
    const { target, drop: dropFresh } = await testTarget();
    try {
      const fresh = await openDatabase(target);
      await fresh.prisma.$executeRaw`DELETE FROM "_prisma_migrations" WHERE "migration_name" LIKE '%forget_people'`;
      for (const statement of [
        `ALTER TABLE "Person" DROP COLUMN "forgottenAt"`,
        `ALTER TABLE "Ticket" DROP COLUMN "erasedAt"`,
      ]) {
        await fresh.prisma.$executeRawUnsafe(statement);
      }
      const opened = await Promise.all([1, 2, 3].map(() => openDatabase(target)));
      const rows = await fresh.prisma.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS "count" FROM "_prisma_migrations" WHERE "migration_name" LIKE '%forget_people'`;
      expect(rows).toEqual([{ count: 1 }]);
      for (const one of [...opened, fresh]) await one.close();
    } finally {
      await dropFresh();
    }
  });
});
