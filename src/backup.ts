import { ConfigError, readConfig } from './platform/config/config.js';
import { loadEnvFile } from './platform/config/env-file.js';
import { backUp } from './platform/database/backup.js';
import { DatabaseProblem } from './platform/database/problem.js';

// `npm run backup -- file` writes the whole database into a file. On a server the bot goes on meanwhile; with the embedded
// database it has to be stopped. The keys of ENCRYPTION_KEYS aren't in it: keep them, and keep them apart.

async function run(): Promise<number> {
  const [file, ...others] = process.argv.slice(2);
  if (!file || others.length > 0) {
    console.error('Say where to: npm run backup -- switchboard.backup');
    return 64;
  }
  loadEnvFile();
  await backUp(readConfig(process.env).database, file);
  console.log(
    `Everything is in ${file}. Without the keys of ENCRYPTION_KEYS, what is confidential in it can't be read.`,
  );
  return 0;
}

process.exitCode = await run().catch((error: unknown) => {
  const isSayable = [ConfigError, DatabaseProblem].some((kind) => error instanceof kind);
  console.error(error instanceof Error && isSayable ? error.message : error);
  return 1;
});
