import { mkdirSync } from 'node:fs';
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

async function start(folder: string | null, load: Blob | undefined): Promise<PGlite> {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  try {
    return await PGlite.create({ dataDir: folder ?? 'memory://', ...(load && { loadDataDir: load }) });
  } catch (error) {
    throw new DatabaseProblem(
      `The database in ${folder ?? 'memory'} can't be opened. If another version of Switchboard wrote it, start that ` +
        'version; if a crash broke it, restore a backup of the folder.',
      { cause: error },
    );
  }
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
