import { createSecretKey, type KeyObject } from 'node:crypto';

/** A secret that is never printed with its object. */
export interface Key {
  id: string;
  secret: KeyObject;
}

/** The keys that the office holds: the current one seals, all of them open. */
export interface KeyRing {
  current: Key;
  all: ReadonlyMap<string, Key>;
}

/** Why a text is no ring of keys, in a sentence's second half; it quotes nothing of it. */
export class NoKeys extends Error {
  override name = 'NoKeys';
}

const ID = /^[A-Za-z0-9_-]{1,32}$/;
const SECRET_BYTES = 32;

/** Reads `id:base64,id:base64`; the first is the current one. */
export function readKeys(text: string): KeyRing {
  const keys = text.split(',').map((part) => readKey(part.trim()));
  const [current] = keys;
  const all = new Map(keys.map((key) => [key.id, key]));
  if (!current || all.size < keys.length) throw new NoKeys('names two keys alike');
  return { current, all };
}

function readKey(text: string): Key {
  const [, id = '', encoded = ''] = /^([^:]*):(.*)$/.exec(text) ?? [];
  if (!ID.test(id)) throw new NoKeys('must have an id of letters, digits, - or _ and a colon before each key');
  const secret = Buffer.from(encoded, 'base64');
  if (secret.length !== SECRET_BYTES || secret.toString('base64') !== encoded) {
    throw new NoKeys('must have 32 bytes in base64 after each id');
  }
  return { id, secret: createSecretKey(secret) };
}
