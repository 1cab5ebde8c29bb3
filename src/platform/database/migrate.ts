import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../errors/caught.js';
import { packageFolder } from '../package-folder.js';
import { DatabaseProblem } from './problem.js';

/** The migrations that come with the program. */
export const migrationsFolder = path.join(packageFolder, 'prisma/migrations');

export interface SqlRunner {
  /** One statement with parameters. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Many statements without parameters; they run in one transaction. */
  script(sql: string): Promise<void>;
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
  logs: string | null;
}

/** What a database has to do with the migrations. */
export interface Migrated {
  /** Names of those that were applied just now. */
  applied: string[];
  /** Names of those that it lacks still. */
  pending: string[];
}

export async function migrated(db: SqlRunner, folder: string, mode: 'apply' | 'look'): Promise<Migrated> {
  return mode === 'apply'
    ? { applied: await applyMigrations(db, folder), pending: [] }
    : { applied: [], pending: await pendingMigrations(db, folder) };
}

export type BringUpToDate = (db: SqlRunner) => Promise<Migrated>;

// Prisma's own table and lock, so that `prisma migrate deploy` and this can take over from each other at any time.
const PRISMA_LOCK = 72707369;
const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Applies the migrations that the database lacks, in order, and tells their names. */
async function applyMigrations(db: SqlRunner, folder: string): Promise<string[]> {
  await db.query(`SELECT pg_advisory_lock(${PRISMA_LOCK})::text`);
  try {
    await db.script(PRISMA_TABLE);
    const { pending } = await compareMigrations(db, folder);
    for (const migration of pending) await apply(db, migration);
    return pending.map(({ name }) => name);
  } finally {
    await db.query(`SELECT pg_advisory_unlock(${PRISMA_LOCK})::text`);
  }
}

async function pendingMigrations(db: SqlRunner, folder: string): Promise<string[]> {
  const [table] = await db.query<{ exists: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`,
  );
  if (!table?.exists) return (await readMigrations(folder)).map(({ name }) => name);
  return (await compareMigrations(db, folder)).pending.map(({ name }) => name);
}

async function compareMigrations(db: SqlRunner, folder: string): Promise<{ pending: Migration[] }> {
  const migrations = await readMigrations(folder);
  const applied = await db.query<Applied>(
    'SELECT migration_name, checksum, finished_at, logs FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const byName = new Map(applied.map((row) => [row.migration_name, row]));
  refuseFailed(applied);
  for (const migration of migrations) refuseChanged(migration, byName.get(migration.name));
  return { pending: migrations.filter(({ name }) => !byName.has(name)) };
}

function refuseFailed(applied: Applied[]): void {
  const failed = applied.find((row) => !row.finished_at);
  if (!failed) return;
  throw new DatabaseProblem(
    `The migration "${failed.migration_name}" failed before${because(failed.logs)}. Mend the database, then delete its ` +
      'row from "_prisma_migrations" if nothing of it was applied, or set its "finished_at" if all of it was.',
  );
}

function refuseChanged({ name, checksum }: Migration, applied: Applied | undefined): void {
  if (!applied || applied.checksum === checksum) return;
  throw new DatabaseProblem(
    `The migration "${name}" was changed after this database applied it. Restore prisma/migrations/${name}/migration.sql ` +
      'and put the change into a new migration.',
  );
}

async function apply(db: SqlRunner, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await db.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await db.script(sql);
  } catch (error) {
    const reason = messageOf(error);
    await db.query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, reason]);
    throw new DatabaseProblem(`The migration "${name}" failed${because(reason)}.`, { cause: error });
  }
  await db.query('UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}

const because = (reason: string | null): string => (reason ? `: ${reason.replace(/\.$/, '')}` : '');

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
