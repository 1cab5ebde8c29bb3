import type { PrismaClient } from '../../generated/prisma/client.js';
import type { KeyRing } from './keys.js';
import { BrokenSeal, open, seal } from './seal.js';

/** A column that is sealed with the office's own keys, and how its place is named. */
interface SealedColumn {
  table: string;
  key: string;
  field: string;
}

/** All of them: cases have keys of their own, of which only the wrapping changes. */
const columns: readonly SealedColumn[] = [
  { table: 'DataKey', key: 'id', field: 'wrapped' },
  { table: 'BankAccount', key: 'employeeNumber', field: 'iban' },
  { table: 'PayrollDraft', key: 'id', field: 'content' },
];

const AT_ONCE = 200;

export interface Rotated {
  table: string;
  sealedAnew: number;
  /** They could not be opened with any of the keys, and stay as they are. */
  broken: number;
}

/**
 * Seals everything with the current key that isn't yet. While the bot runs, and again after it was broken off: what was done is
 * done. A row that somebody else changes meanwhile is left to them.
 */
export async function rotateKeys(prisma: PrismaClient, keys: KeyRing): Promise<Rotated[]> {
  const rotated: Rotated[] = [];
  for (const column of columns) rotated.push(await rotateColumn(prisma, keys, column));
  return rotated;
}

async function rotateColumn(prisma: PrismaClient, keys: KeyRing, column: SealedColumn): Promise<Rotated> {
  const { table, key, field } = column;
  const counts = { table, sealedAnew: 0, broken: 0 };
  for (let after = ''; ; ) {
    const rows = await prisma.$queryRawUnsafe<{ row: string; envelope: string }[]>(
      `SELECT "${key}"::text AS "row", "${field}" AS "envelope" FROM "${table}"
       WHERE "${key}"::text > $1 AND "${field}" NOT LIKE $2 ORDER BY "${key}"::text LIMIT ${AT_ONCE}`,
      after,
      `v1.${keys.current.id.replace(/[\\_%]/g, '\\$&')}.%`,
    );
    for (const { row, envelope } of rows) {
      const place = { table, row, field };
      const text = opened(keys, envelope, place);
      if (text === null) counts.broken += 1;
      else {
        counts.sealedAnew += await prisma.$executeRawUnsafe(
          `UPDATE "${table}" SET "${field}" = $1 WHERE "${key}"::text = $2 AND "${field}" = $3`,
          ...[seal(keys, text, place), row, envelope],
        );
      }
    }
    const last = rows.at(-1);
    if (!last) return counts;
    after = last.row;
  }
}

function opened(keys: KeyRing, envelope: string, place: Parameters<typeof open>[2]): string | null {
  try {
    return open(keys, envelope, place);
  } catch (error) {
    if (error instanceof BrokenSeal) return null;
    throw error;
  }
}
