import { ConfigError, readConfig } from './platform/config/config.js';
import { loadEnvFile } from './platform/config/env-file.js';
import { copyDatabase } from './platform/database/copy.js';
import { openDatabase } from './platform/database/database.js';
import { DatabaseProblem } from './platform/database/problem.js';

// `npm run move -- postgresql://…` copies the embedded database of DATA_FOLDER into a new database on a server, whole or not
// at all. The bot has to be stopped. What was copied stays where it was, until somebody deletes it.

const USAGE = 'Say where to: npm run move -- postgresql://user:password@host:5432/switchboard';

async function run(): Promise<number> {
  const [url, ...others] = process.argv.slice(2);
  if (!url || others.length > 0 || !/^postgres(ql)?:\/\//.test(url)) {
    console.error(USAGE);
    return 64;
  }
  loadEnvFile();
  const { DATABASE_URL: _server, DATABASE_URL_FILE: _file, ...rest } = process.env;
  const { database } = readConfig(rest);
  const from = await openDatabase(database);
  try {
    const to = await openDatabase({ kind: 'postgres', url });
    try {
      const copied = await copyDatabase(from.prisma, to.prisma);
      for (const { table, rows } of copied) if (rows > 0) console.log(`${table}: ${rows}`);
      console.log('Everything is moved. Set DATABASE_URL to that address, and start.');
      return 0;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  const isSayable = [ConfigError, DatabaseProblem].some((kind) => error instanceof kind);
  console.error(error instanceof Error && isSayable ? error.message : error);
  return 1;
});
