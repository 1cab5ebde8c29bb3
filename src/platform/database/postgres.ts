import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { codeOf, messageOf } from '../errors/caught.js';
import type { DatabaseTarget } from './database.js';
import { openListener } from './listener.js';
import type { BringUpToDate, SqlRunner } from './migrate.js';
import { DatabaseProblem } from './problem.js';
import { statementNames } from './statement-names.js';

type ServerTarget = Extract<DatabaseTarget, { kind: 'postgres' }>;

/** A server that doesn't answer fails the request that asked it; waiting for ever would hold up all that come after. */
const poolOptions = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  keepAlive: true,
};

/** A PostgreSQL server, shared by as many processes as there are. */
export async function openPostgres({ url }: ServerTarget, bring: BringUpToDate, onTrouble: (error: Error) => void) {
  const migrated = await withRunner(url, bring);
  const listener = openListener(sessionOf(url), onTrouble);
  return {
    adapter: new PrismaPg(
      { ...poolOptions, connectionString: sessionOf(url) },
      { onPoolError: onTrouble, onConnectionError: onTrouble, statementNameGenerator: statementNames() },
    ),
    ...migrated,
    listen: listener.listen,
    close: listener.close,
  };
}

/** Runs SQL over a connection of its own, before there is a pool. */
async function withRunner<T>(url: string, work: (runner: SqlRunner) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: sessionOf(url), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // The query that runs is rejected with the same error.
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    return await work(runnerOn(client));
  } finally {
    await client.end();
  }
}

const runnerOn = (client: pg.Client): SqlRunner => ({
  query: async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
  script: async (sql) => void (await client.query(sql)),
});

/**
 * Prisma reads timestamps as if the session's zone were UTC, which on a server set up otherwise would shift them. Compiling a
 * statement takes longer than running any of ours; the planner chooses it by cost where a table is large. A plan that is kept for
 * any values makes searches five times as slow.
 */
function sessionOf(url: string): string {
  const address = new URL(url);
  const options = address.searchParams.get('options');
  address.searchParams.set(
    'options',
    [options, '-c TimeZone=UTC -c jit=off -c plan_cache_mode=force_custom_plan'].filter(Boolean).join(' '),
  );
  return address.href;
}

/** Names the server and the reason, and never the password. */
function unreachable(url: string, error: unknown): DatabaseProblem {
  const { host, pathname } = new URL(url);
  const reason = messageOf(error) || codeOf(error);
  return new DatabaseProblem(
    `The database ${pathname.slice(1) || 'postgres'} on ${host || 'this machine'} doesn't answer (${reason}). ` +
      'Check that the server runs and that DATABASE_URL is right.',
    { cause: error },
  );
}
