import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Head } from './platform/audit/head.js';
import { verifyAudit } from './platform/audit/verify.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { loadEnvFile } from './platform/config/env-file.js';
import { type DatabaseTarget, type OpenDatabase, openDatabase } from './platform/database/database.js';
import { DatabaseProblem } from './platform/database/problem.js';

// `npm run audit:verify -- 42:9f86d0…` holds the record against a head that was kept elsewhere. With the embedded
// database the bot has to be stopped; on a server it may run.

await verify(process.argv[2]).catch((error: unknown) => {
  const isForPeople = error instanceof ConfigError || error instanceof DatabaseProblem;
  console.error(isForPeople ? error.message : error);
  process.exitCode = 1;
});

async function verify(argument: string | undefined): Promise<void> {
  loadEnvFile();
  const { database: target } = readConfig(process.env);
  const expected = argument === undefined ? undefined : headFrom(argument);
  if (expected === null)
    throw new DatabaseProblem('Give the head as it was printed: its number, a colon and its hash.');
  requireDatabase(target);
  const database = await openDatabase(target, { migrate: 'look' });
  try {
    await requireAudit(database);
    const verdict = await verifyAudit(database.prisma, expected);
    const head = `${verdict.head.seq}:${verdict.head.hash}`;
    if (verdict.intact) console.log(`The audit is intact. Its head, to be kept elsewhere: ${head}`);
    else console.error(`The audit is broken: ${verdict.fault}. The last entry that is intact: ${head}`);
    process.exitCode = verdict.intact ? 0 : 1;
  } finally {
    await database.close();
  }
}

function headFrom(argument: string): Head | null {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(argument) ?? [];
  return seq && hash ? { seq: BigInt(seq), hash: hash.toLowerCase() } : null;
}

/** Opening an embedded database that isn't there would make one. */
function requireDatabase(target: DatabaseTarget): void {
  if (target.kind === 'postgres' || target.folder === null) return;
  if (!existsSync(path.join(target.folder, 'PG_VERSION'))) {
    throw new DatabaseProblem(`There is no database in ${target.folder} yet, and so nothing to verify.`);
  }
}

async function requireAudit({ prisma }: OpenDatabase): Promise<void> {
  const [found] = await prisma.$queryRaw<{ table: string | null }[]>`SELECT to_regclass('"AuditEntry"')::text AS table`;
  if (!found?.table)
    throw new DatabaseProblem('Switchboard never ran on this database, so there is nothing to verify.');
}
