import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { DatabaseTarget } from './database.js';
import { lockFolder } from './lock.js';
import type { BringUpToDate, SqlRunner } from './migrate.js';
import { DatabaseProblem } from './problem.js';

type EmbeddedTarget = Extract<DatabaseTarget, { kind: 'pglite' }>;

/** PostgreSQL inside this process. It has one connection: transactions queue, so they must be short. */
export async function openPglite({ folder, load }: EmbeddedTarget, bring: BringUpToDate) {
  const unlock = folder === null ? () => undefined : lockFolder(folder);
  try {
    const lite = considerate(await start(folder, load));
    const migrated = await bring(runnerOn(lite)).catch(async (error: unknown) => {
      await lite.close();
      throw error;
    });
    // It knows the lists of types that there were when it started.
    await lite.refreshArrayTypes();
    return {
      adapter: new PrismaPGlite(lite),
      ...migrated,
      listen: (channel: string, onNotify: (payload: string) => void) => listenOn(lite, channel, onNotify),
      dump: () => lite.dumpDataDir('none'),
      close: async () => {
        await lite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Its own default takes 160 MB, which is made for servers. */
const configuration = ['shared_buffers=16MB'];

async function start(folder: string | null, load: Blob | undefined): Promise<PGlite> {
  if (folder !== null && !load) await lay(folder);
  const dataDir = folder ?? 'memory://';
  try {
    return await PGlite.create({ dataDir, postgresqlconf: configuration, ...(load && { loadDataDir: load }) });
  } catch (error) {
    throw new DatabaseProblem(
      `The database in ${folder ?? 'memory'} can't be opened. If another version of Switchboard wrote it, start that ` +
        'version; if a crash broke it, restore a backup of the folder.',
      { cause: error },
    );
  }
}

/**
 * Lays a new database's files in another process: PGlite takes half a gigabyte for that and doesn't give it back. Where no
 * process can be started, it happens in this one when the database is opened.
 */
async function lay(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const program = `require(${JSON.stringify(pglite)}).PGlite.create(process.argv[1]).then((database) => database.close())`;
  await promisify(execFile)(process.execPath, ['--eval', program, folder]).catch(() => undefined);
}

/** How long the database may work before whoever waits outside, such as Slack, has a turn. */
const SLICE_MS = 5;

/**
 * PGlite computes on the thread that also answers Slack, and queries that wait follow each other without a pause: under load
 * no request would be looked at for seconds. So it pauses now and then.
 */
function considerate(lite: PGlite): PGlite {
  const execute = lite.execProtocolRaw.bind(lite);
  let paused = performance.now();
  lite.execProtocolRaw = async (...call) => {
    if (performance.now() - paused > SLICE_MS) {
      await new Promise(setImmediate);
      paused = performance.now();
    }
    return execute(...call);
  };
  return lite;
}

const runnerOn = (lite: PGlite): SqlRunner => ({
  query: async <Row>(sql: string, parameters?: unknown[]) => (await lite.query<Row>(sql, parameters)).rows,
  script: async (sql) => void (await lite.exec(sql)),
});

async function listenOn(lite: PGlite, channel: string, onNotify: (payload: string) => void): Promise<() => void> {
  let listening = true;
  const stop = await lite.listen(`"${channel}"`, (payload) => {
    if (listening) onNotify(payload);
  });
  return () => {
    listening = false;
    stop().catch(() => undefined); // It was closed before, and so has stopped.
  };
}
