import { readFileSync } from 'node:fs';
import { type Environment, isSet } from './environment.js';

/** Settings that may lie in a file instead, as container platforms hand secrets over: `SLACK_BOT_TOKEN_FILE=/run/secrets/…`. */
const secrets = [
  ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DATABASE_URL', 'ENCRYPTION_KEYS'],
  ...['MARKS_KEY', 'METRICS_TOKEN', 'TELEPHONE_TOKEN'],
] as const;

/** The environment with what lies in files, and a sentence for each that can't be read, or is set twice. */
export function withSecretFiles(env: Environment): { env: Environment; sentences: string[] } {
  const sentences: string[] = [];
  const found: Record<string, string> = {};
  for (const name of secrets) {
    const file = env[`${name}_FILE`];
    if (file === undefined || !isSet(file)) continue;
    if (isSet(env[name])) sentences.push(`${name} and ${name}_FILE are both set: leave one of them out.`);
    else {
      const secret = read(file.trim());
      if (secret === null) sentences.push(`${name}_FILE names ${file.trim()}, which can't be read, or is empty.`);
      else found[name] = secret;
    }
  }
  return { env: { ...env, ...found }, sentences };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
