import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { type DatabaseTarget, type OpenDatabase, openDatabase } from '../../src/platform/database/database.js';
import { emptyTables } from '../../src/platform/database/empty.js';
import { migrationsFolder } from '../../src/platform/database/migrate.js';
import { databaseFromTemplate } from './server-database.js';

export interface TestDatabase extends OpenDatabase {
  /** Where it is, to open it a second time as another replica would; null for PGlite, which nobody can share. */
  url: string | null;
  /** Empties every table, for the next test. */
  empty(): Promise<void>;
}

export interface TestTarget {
  target: DatabaseTarget;
  drop(): Promise<void>;
}

/** Where a migrated, empty database is: PGlite in memory or, with TEST_DATABASE_URL, a new one on that server. */
export async function testTarget(): Promise<TestTarget> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return onServer(server);
  const folder = path.join(tmpdir(), `switchboard-test-${userInfo().username}`);
  const file = path.join(folder, `${migrationsHash()}.tar`);
  if (!existsSync(file)) await writeDump(file);
  return {
    target: { kind: 'pglite', folder: null, load: new Blob([readFileSync(file)]) },
    drop: async () => undefined,
  };
}

/** A migrated, empty database for one test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const { target, drop } = await testTarget();
  const database = await openDatabase(target);
  return {
    ...database,
    url: target.kind === 'postgres' ? target.url : null,
    empty: () => emptyTables(database),
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Several workers may do this at the same time: each writes its own file, and the last one stays. */
async function writeDump(file: string): Promise<void> {
  const database = await openDatabase({ kind: 'pglite', folder: null });
  const dump = await database.dump?.();
  await database.close();
  if (!dump) throw new Error('PGlite gave no dump');
  mkdirSync(path.dirname(file), { recursive: true });
  forgetOldDumps(path.dirname(file));
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
  renameSync(draft, file);
}

/** Those of migrations that have changed since; a run that is going on may still want a younger one. */
function forgetOldDumps(folder: string): void {
  const anHourAgo = Date.now() - 60 * 60_000;
  for (const name of readdirSync(folder)) {
    const dump = path.join(folder, name);
    const stats = statSync(dump, { throwIfNoEntry: false });
    if (stats && stats.mtimeMs < anHourAgo) rmSync(dump, { force: true });
  }
}

async function onServer(server: string): Promise<TestTarget> {
  const { url, drop } = await databaseFromTemplate(server, `switchboard_test_${migrationsHash()}`, async (template) =>
    (await openDatabase({ kind: 'postgres', url: template })).close(),
  );
  return { target: { kind: 'postgres', url }, drop };
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrationsFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(path.join(migrationsFolder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
