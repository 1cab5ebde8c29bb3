import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './keys.js';

/** Terms: to *seal* is to encrypt a text for one *place*, a field of a row: put anywhere else, it can't be opened. The
 * *envelope* is what is stored: version, id of the key, and nonce, ciphertext and tag in base64url. */
export interface Place {
  table: string;
  /** The row's id; it never changes as long as something in the row is sealed. */
  row: string;
  field: string;
}

/** It can't be opened. Says nothing of what it holds, nor of the key. */
export class BrokenSeal extends Error {
  override name = 'BrokenSeal';
}

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new nonce each time: the same text sealed twice looks different. */
export function seal({ current }: KeyRing, text: string, place: Place): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, current.secret, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(place, current.id));
  const hidden = [cipher.update(text, 'utf8'), cipher.final()];
  return [VERSION, current.id, Buffer.concat([nonce, ...hidden, cipher.getAuthTag()]).toString('base64url')].join('.');
}

export function open(keys: KeyRing, envelope: string, place: Place): string {
  const [, id = '', content = ''] = /^v1\.([^.]+)\.([\w-]+)$/.exec(envelope) ?? [];
  const key = keys.all.get(id);
  const bytes = Buffer.from(content, 'base64url');
  // Base64 has bits that mean nothing at its end: changed ones are refused like any others.
  const isWhole = bytes.length >= NONCE_BYTES + TAG_BYTES && bytes.toString('base64url') === content;
  if (!id || !isWhole) throw new BrokenSeal('what is stored is no envelope');
  if (!key) throw new BrokenSeal('it was sealed with a key that is not among ENCRYPTION_KEYS');
  const decipher = createDecipheriv(ALGORITHM, key.secret, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(associated(place, id));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const shown = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Buffer.concat(shown).toString('utf8');
  } catch {
    throw new BrokenSeal('it was altered, or sealed for another place or with another key');
  }
}

/** `table|row|field|key`. A bar within a part is written otherwise, so that no two places read the same. */
const associated = ({ table, row, field }: Place, keyId: string): Buffer =>
  Buffer.from([table, row, field, keyId].map((part) => part.replace(/[%|]/g, encodeURIComponent)).join('|'));
