import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface DatabaseHandle {
  url: string;
  drop: () => Promise<void>;
}

const LOCK = 7236833142;

/** A copy of a template database, which is made where it is not there yet. Copying takes a tenth of migrating. */
export async function databaseFromTemplate(
  server: string,
  template: string,
  migrate: (url: string) => Promise<void>,
): Promise<DatabaseHandle> {
  const name = `${template}_${randomUUID().slice(0, 8)}`;
  await asAdmin(server, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (!(await exists(admin, template))) await makeTemplate(admin, server, template, migrate);
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  return handleOf(server, name);
}

/** A database with nothing in it, not even the migrations. */
export async function emptyDatabase(server: string): Promise<DatabaseHandle> {
  const name = `switchboard_test_empty_${randomUUID().slice(0, 8)}`;
  await asAdmin(server, async (admin) => void (await admin.query(`CREATE DATABASE "${name}"`)));
  return handleOf(server, name);
}

const handleOf = (server: string, name: string): DatabaseHandle => ({
  url: addressOf(server, name),
  drop: () => asAdmin(server, async (admin) => void (await admin.query(`DROP DATABASE "${name}" WITH (FORCE)`))),
});

/** Under another name until it is whole: a run that was stopped half-way leaves no half template. */
async function makeTemplate(
  admin: pg.Client,
  server: string,
  template: string,
  migrate: (url: string) => Promise<void>,
): Promise<void> {
  await dropOldTemplates(admin);
  const draft = `${template}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`);
  await admin.query(`CREATE DATABASE "${draft}"`);
  await migrate(addressOf(server, draft));
  await admin.query(`ALTER DATABASE "${draft}" RENAME TO "${template}"`);
}

/** Those of earlier migrations; where one is still wanted, its run makes it again. */
async function dropOldTemplates(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname ~ '^switchboard_test_[0-9a-f]{12}$'",
  );
  for (const { datname } of rows) await admin.query(`DROP DATABASE "${datname}"`);
}

async function exists(admin: pg.Client, name: string): Promise<boolean> {
  return (await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rows.length > 0;
}

async function asAdmin(server: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function addressOf(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}
