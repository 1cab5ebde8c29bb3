import { existsSync, statSync } from 'node:fs';
import { KeyFileProblem, type KeySource, readKeyFile } from '../platform/encryption/key-file.js';
import { type Finding, ill, note, well } from './finding.js';

/** Whether confidential fields can be sealed; a file of keys that isn't there yet is left to the first start. */
export function examineKeys(source: KeySource): Finding {
  if (source.kind === 'settings') {
    const { current, all } = source.keys;
    return well(`ENCRYPTION_KEYS: what is confidential is sealed with “${current.id}”, of ${all.size} in all.`);
  }
  const { path: file } = source;
  if (!existsSync(file)) return note(`The first start will make a key in ${file}: keep a copy of it elsewhere.`);
  try {
    readKeyFile(file);
  } catch (error) {
    if (error instanceof KeyFileProblem) return ill(error.message);
    throw error;
  }
  return (statSync(file).mode & 0o077) === 0
    ? well(`What is confidential is sealed with the key in ${file}.`)
    : ill(`Others on this machine may read the key in ${file}: type chmod 600 ${file}.`);
}
