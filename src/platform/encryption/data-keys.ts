import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client.js';
import type { KeyRing } from './keys.js';
import { BrokenSeal, open, type Place, seal } from './seal.js';
import type { Seals } from './seals.js';

/** What one case is sealed with. Whoever holds it opens that case and no other. */
export interface DataKey extends Seals {
  /** An HMAC in hex: finds a secret again without keeping it. */
  tag(text: string): string;
}

interface Books {
  db: Prisma.TransactionClient;
  /** The office's own keys, which wrap those of the cases. */
  seals: Seals;
}

const BYTES = 32;
const placeOf = (id: string): Place => ({ table: 'DataKey', row: id, field: 'wrapped' });

/** A key for each case, kept wrapped: a case is erased by destroying its key. */
export const dataKeysIn = ({ db, seals }: Books) => ({
  async make(id: string): Promise<DataKey> {
    const secret = randomBytes(BYTES);
    await db.dataKey.create({ data: { id, wrapped: seals.seal(secret.toString('base64'), placeOf(id)) } });
    return dataKey(secret);
  },

  /** Those that are there and can be unwrapped. */
  async many(ids: readonly string[]): Promise<Map<string, DataKey>> {
    if (ids.length === 0) return new Map();
    const rows = await db.dataKey.findMany({ where: { id: { in: [...ids] } } });
    return new Map(
      rows.flatMap(({ id, wrapped }) => {
        const key = unwrapped(seals, id, wrapped);
        return key ? [[id, key] as const] : [];
      }),
    );
  },

  async get(id: string): Promise<DataKey | null> {
    return (await this.many([id])).get(id) ?? null;
  },

  /** The one of that name; made where there is none yet. */
  async one(id: string): Promise<DataKey> {
    const known = await this.get(id);
    if (known) return known;
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('data key ' || ${id}, 0))`;
    return (await this.get(id)) ?? this.make(id);
  },

  /** From here on nobody opens what was sealed with it. */
  async destroy(id: string): Promise<void> {
    await db.dataKey.deleteMany({ where: { id } });
  },
});

function unwrapped(seals: Seals, id: string, wrapped: string): DataKey | null {
  try {
    return dataKey(Buffer.from(seals.open(wrapped, placeOf(id)), 'base64'));
  } catch (error) {
    if (error instanceof BrokenSeal) return null;
    throw error;
  }
}

function dataKey(secret: Buffer): DataKey {
  const current = { id: 'case', secret: createSecretKey(secret) };
  const ring: KeyRing = { current, all: new Map([[current.id, current]]) };
  return {
    seal: (text, place) => seal(ring, text, place),
    open: (envelope, place) => open(ring, envelope, place),
    tag: (text) => createHmac('sha256', secret).update(text).digest('hex'),
  };
}
