import path from 'node:path';
import type { KeySource } from '../encryption/key-file.js';
import type { Environment, SettingValues } from './environment.js';

/**
 * Where people's real data is kept, the keys are kept apart from it: whoever copies the database then can't read what is
 * sealed, and a machine that is replaced doesn't take the only key with it.
 */
export function missingKeys(given: Environment): string[] {
  const names = ['DATABASE_URL', 'SLACK_BOT_TOKEN'].filter((name) => given[name]);
  if (given.ENCRYPTION_KEYS || names.length === 0) return [];
  return [
    `ENCRYPTION_KEYS is missing, and ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} set: bank accounts and other ` +
      'confidential data are stored encrypted. Make a key with `openssl rand -base64 32`, set ENCRYPTION_KEYS to ' +
      'main:<that key>, and keep a copy of it apart from the database.',
  ];
}

export const keySourceOf = ({ ENCRYPTION_KEYS: keys, DATA_FOLDER }: SettingValues): KeySource =>
  keys ? { kind: 'settings', keys } : { kind: 'file', path: path.join(DATA_FOLDER, 'encryption.key') };
