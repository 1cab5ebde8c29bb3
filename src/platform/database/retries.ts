import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf } from '../errors/caught.js';

const ATTEMPTS = 5;

/** Two transactions that block each other are no fault of either: the database stops one, and that one begins anew. */
export async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (failures + 1 >= ATTEMPTS || !isConflict(error)) throw error;
      await pause(Math.random() * 20 * 2 ** failures);
    }
  }
}

const conflictInSql = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ kind: z.literal('TransactionWriteConflict') }) }),
  }),
});

/** A deadlock or a serialization failure; under statements written in SQL, Prisma says so further down. */
const isConflict = (error: unknown): boolean => codeOf(error) === 'P2034' || conflictInSql.safeParse(error).success;
