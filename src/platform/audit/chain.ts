import { createHash } from 'node:crypto';

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64);

export interface ChainEntry {
  seq: bigint;
  at: Date;
  actor: string;
  action: string;
  object: string;
  detail: string;
  prevHash: string;
  hash: string;
}

/** The hash that the database's trigger gives an entry, counted again. */
export function hashOf({ prevHash, seq, at, actor, action, object, detail }: ChainEntry): string {
  const fields = [prevHash, String(seq), String(at.getTime()), actor, action, object, detail];
  const joined = fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join('');
  return createHash('sha256').update(joined, 'utf8').digest('hex');
}
