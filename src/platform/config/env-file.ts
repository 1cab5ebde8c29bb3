import { existsSync } from 'node:fs';

/** Reads `.env` in the folder that the program is started from; what the environment sets already stays. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
