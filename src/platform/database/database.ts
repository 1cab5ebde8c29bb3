import { PrismaClient } from '../../generated/prisma/client.js';
import { type BringUpToDate, migrated, migrationsFolder } from './migrate.js';
import { sparing } from './vain.js';

/** Terms: a *target* says where the rows live: in PGlite, which is PostgreSQL inside this process (a folder, or memory
 * where the folder is null), or on a PostgreSQL server, which several processes may share. */
export type DatabaseTarget = { kind: 'pglite'; folder: string | null; load?: Blob } | { kind: 'postgres'; url: string };

export interface OpenDatabase {
  prisma: PrismaClient;
  kind: DatabaseTarget['kind'];
  /** Names of the migrations that this start applied. */
  applied: string[];
  /** Names of those that it lacks, where they were only to be looked at. */
  pending: string[];
  /**
   * Calls back after each `SELECT pg_notify(channel, …)` that was committed, by whichever process. After a lost connection
   * it calls back once with an empty payload, since something may have been missed. Returns how to stop.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => void>;
  /** The whole database as a file. Embedded databases only; a server has `pg_dump`. */
  dump?(): Promise<Blob>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Where the migrations are; those that come with the program, unless said otherwise. */
  migrations?: string;
  /** `look` leaves the database as it is, for programs that only inspect it. */
  migrate?: 'apply' | 'look';
  /** Told of connections that broke while nobody was asking anything. */
  onTrouble?: (error: Error) => void;
}

/**
 * Opens the database, with all migrations applied; the engine that isn't used isn't loaded. What a person must mend is thrown as
 * a `DatabaseProblem`.
 */
export async function openDatabase(target: DatabaseTarget, options: OpenOptions = {}): Promise<OpenDatabase> {
  const { migrations = migrationsFolder, migrate = 'apply', onTrouble = () => undefined } = options;
  const bring: BringUpToDate = (runner) => migrated(runner, migrations, migrate);
  const opened =
    target.kind === 'pglite'
      ? await (await import('./pglite.js')).openPglite(target, bring)
      : await (await import('./postgres.js')).openPostgres(target, bring, onTrouble);
  const { adapter, close, ...rest } = opened;
  const prisma = new PrismaClient({
    adapter: sparing(adapter),
    // Without the arguments of the call, which may be what somebody wrote: errors reach the log.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  return {
    ...rest,
    prisma,
    kind: target.kind,
    close: async () => {
      await prisma.$disconnect();
      await close();
    },
  };
}
