import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importFromFile } from './departments/accounting/payroll/index.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { loadEnvFile } from './platform/config/env-file.js';
import { createOffice } from './platform/create-office.js';
import { openDatabase } from './platform/database/database.js';
import { DatabaseProblem } from './platform/database/problem.js';
import { KeyFileProblem, keysFrom } from './platform/encryption/key-file.js';
import { codeOf } from './platform/errors/caught.js';
import { outboxIn } from './platform/outbox/write.js';
import { systemClock } from './platform/time.js';
import { UserError } from './platform/user-error.js';
import type { Workspace } from './platform/workspace.js';

// `npm run import -- people.csv` puts a list of people on the payroll; `--dry-run` only tells what it would do, `--skip-bad`
// leaves bad lines out. With the embedded database the bot has to be stopped; on a server it may run.

const USAGE = 'Say which list: npm run import -- people.csv [--dry-run] [--skip-bad]';

async function run(): Promise<number> {
  const given = argumentsGiven();
  if (!given) {
    console.error(USAGE);
    return 64;
  }
  const bytes = await readFile(given.file);
  loadEnvFile();
  const config = readConfig(process.env);
  const keys = keysFrom(config.keys);
  const database = await openDatabase(config.database);
  try {
    const parts = { database, clock: systemClock, workspace: nowhere, outbox: outboxIn, keys };
    const office = createOffice({ ...parts, afterCommit: () => undefined });
    const { lines, isWell } = await importFromFile(office, bytes, given);
    console.log(lines.join('\n'));
    return isWell ? 0 : 1;
  } finally {
    await database.close();
  }
}

function argumentsGiven(): { file: string; isDryRun: boolean; skipsBad: boolean } | null {
  try {
    const options = { 'dry-run': { type: 'boolean' }, 'skip-bad': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return null;
    return { file, isDryRun: values['dry-run'] ?? false, skipsBad: values['skip-bad'] ?? false };
  } catch {
    return null;
  }
}

/** Nothing is looked up in Slack: who is there, the bot learned before. */
const nowhere: Workspace = {
  permalink: async () => null,
  thread: async () => [],
  channel: async () => null,
  file: async () => null,
  presence: async () => new Map(),
  discardFile: async () => false,
  botUserId: () => '',
};

function sentenceFor(error: unknown): string {
  if (error instanceof UserError) return error.in('en');
  if (codeOf(error) === 'ENOENT') return `There is no such file. ${USAGE}`;
  const isSayable = [ConfigError, DatabaseProblem, KeyFileProblem].some((kind) => error instanceof kind);
  if (error instanceof Error) return isSayable ? error.message : (error.stack ?? error.message);
  return String(error);
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(sentenceFor(error));
  return 1;
});
