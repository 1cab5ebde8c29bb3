import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../errors/caught.js';
import { type KeyRing, NoKeys, readKeys } from './keys.js';

/** Where the keys are: in the settings, or in a file beside the embedded database, made when it is first needed. */
export type KeySource = { kind: 'settings'; keys: KeyRing } | { kind: 'file'; path: string };

/** The file of keys must be mended by a person; the message says how, and quotes nothing of it. */
export class KeyFileProblem extends Error {
  override name = 'KeyFileProblem';
}

export function keysFrom(source: KeySource): KeyRing {
  if (source.kind === 'settings') return source.keys;
  if (!existsSync(source.path)) makeKeyFile(source.path);
  return readKeyFile(source.path);
}

/** Written elsewhere first and then linked: whoever else looks finds a whole file, and of two only one is kept. */
function makeKeyFile(file: string): void {
  const draft = `${file}.${randomUUID()}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, `local:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

export function readKeyFile(file: string): KeyRing {
  try {
    return readKeys(readFileSync(file, 'utf8').trim());
  } catch (error) {
    if (!(error instanceof NoKeys)) throw error;
    throw new KeyFileProblem(
      `${file} ${error.message}. Put back the file that was there: what was sealed with it can't be opened otherwise.`,
    );
  }
}
