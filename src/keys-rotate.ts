import { ConfigError, readConfig } from './platform/config/config.js';
import { loadEnvFile } from './platform/config/env-file.js';
import { openDatabase } from './platform/database/database.js';
import { DatabaseProblem } from './platform/database/problem.js';
import { KeyFileProblem, keysFrom } from './platform/encryption/key-file.js';
import { rotateKeys } from './platform/encryption/rotate.js';

// `npm run keys:rotate` seals everything with the first of ENCRYPTION_KEYS that isn't sealed with it yet. On a server the bot
// goes on meanwhile; broken off, it is simply begun again. Once it says that nothing is left, the old keys can be taken out.

async function run(): Promise<number> {
  loadEnvFile();
  const config = readConfig(process.env);
  const keys = keysFrom(config.keys);
  const database = await openDatabase(config.database);
  try {
    const rotated = await rotateKeys(database.prisma, keys);
    for (const { table, sealedAnew, broken } of rotated) {
      const left = broken > 0 ? `; ${broken} could not be opened with any of the keys, and stay as they are` : '';
      console.log(`${table}: ${sealedAnew} sealed with ${keys.current.id}${left}.`);
    }
    const isDone = rotated.every(({ broken }) => broken === 0);
    console.log(
      isDone
        ? `Everything is sealed with ${keys.current.id}. The other keys can be taken out of ENCRYPTION_KEYS.`
        : 'Put the missing keys back into ENCRYPTION_KEYS, and run it again.',
    );
    return isDone ? 0 : 1;
  } finally {
    await database.close();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  const isSayable = [ConfigError, DatabaseProblem, KeyFileProblem].some((kind) => error instanceof kind);
  console.error(error instanceof Error && isSayable ? error.message : error);
  return 1;
});
