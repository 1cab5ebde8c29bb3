import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../../platform/user-error.js';
import type { Reading, Reports } from '../desk.js';
import type { LedgerFile, Mapping } from '../ledger.js';
import { tellFolder } from '../letters/owners.js';
import { hashOf, LARGEST_BYTES, previewOf, readTable, rememberedFor, take } from './ledgers.js';

export interface FoundFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  hash: string;
}

/** Still being written, until nobody touched it for so long. */
const SETTLED_MS = 3_000;
const AT_ONCE = 10;

/** The folder's tables that nobody has touched for a moment, by name. A folder that isn't there has none. */
export async function filesOfFolder(folder: string, isKnown: (hash: string) => Promise<boolean>): Promise<FoundFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found: FoundFile[] = [];
  for (const name of names.filter((one) => /\.(csv|tsv|txt)$/i.test(one)).sort()) {
    if (found.length >= AT_ONCE) break;
    const file = await readSettled(path.join(folder, name));
    if (!file) continue;
    const hash = hashOf(file);
    if (!(await isKnown(hash))) found.push({ name: name.slice(0, 200), bytes: file, hash });
  }
  return found;
}

async function readSettled(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { mtimeMs, size } = await stat(file);
    // The clock of the machine, which the folder's times are of, not the office's.
    if (Date.now() - mtimeMs < SETTLED_MS || size > LARGEST_BYTES) return null;
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}

/**
 * Takes in a file that lay in the folder, whole or not at all: nobody looked at a preview. It is known by its columns, which
 * somebody said once in Slack.
 */
export async function takeFromFolder(desk: Reports, { name, bytes, hash }: FoundFile): Promise<void> {
  await desk.files.alone();
  if (await desk.files.withHash(hash)) return;
  const { trouble, mapping } = await mappingOf(desk, bytes);
  const outcome = mapping ? await takeWhole(desk, { name, bytes, hash, mapping }) : trouble;
  if (typeof outcome !== 'string') return tellFolder(desk, outcome);
  await tellFolder(desk, await desk.files.refuse({ name, trouble: outcome }, hash));
}

type Trouble = 'noTable' | 'noMapping' | 'badRows' | 'nothingNew';

async function mappingOf(
  desk: Reading,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ mapping: Mapping; trouble?: never } | { mapping: null; trouble: Trouble }> {
  const table = readTable(bytes);
  if (!table) return { mapping: null, trouble: 'noTable' };
  const remembered = await rememberedFor(desk, table);
  return remembered?.isSure ? { mapping: remembered.mapping } : { mapping: null, trouble: 'noMapping' };
}

async function takeWhole(
  desk: Reports,
  { name, bytes, hash, mapping }: FoundFile & { mapping: Mapping },
): Promise<LedgerFile | Trouble> {
  const wanted = { name, kind: 'actual', replacesId: null } as const;
  const preview = await previewOf(desk, { ...wanted, id: '', ownerId: '', bytes, mapping });
  if (preview.rows.bad.length > 0) return 'badRows';
  if (preview.fresh.length === 0) return 'nothingNew';
  try {
    return await take(desk, null, { ...wanted, hash }, preview);
  } catch (error) {
    if (error instanceof UserError) return 'nothingNew';
    throw error;
  }
}
