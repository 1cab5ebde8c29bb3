import { ConfigError, readConfig } from './platform/config/config.js';
import { loadEnvFile } from './platform/config/env-file.js';
import { restore } from './platform/database/backup.js';
import { DatabaseProblem } from './platform/database/problem.js';

// `npm run restore -- file --replace` puts a backup in the place of what is there. The bot has to be stopped.

async function run(): Promise<number> {
  const [file, meant, ...others] = process.argv.slice(2);
  if (!file || meant !== '--replace' || others.length > 0) {
    console.error(
      'Say which: npm run restore -- switchboard.backup --replace\nIt takes the place of everything in the database.',
    );
    return 64;
  }
  loadEnvFile();
  const aside = await restore(readConfig(process.env).database, file, new Date());
  console.log(`${file} is restored.${aside ? ` What was there before lies in ${aside}.` : ''} Start the bot.`);
  return 0;
}

process.exitCode = await run().catch((error: unknown) => {
  const isSayable = [ConfigError, DatabaseProblem].some((kind) => error instanceof kind);
  console.error(error instanceof Error && isSayable ? error.message : error);
  return 1;
});
