import type { Prisma } from '../../generated/prisma/client.js';
import type { Transaction } from '../office.js';
import { toDate } from '../time.js';
import type { OutgoingKind } from './outbox.js';
import { LETTERS } from './write.js';

/** A letter that waits for a person: refused for good (`dead`), or perhaps delivered (`ambiguous`). Never its text. */
export interface StuckLetter {
  id: string;
  once: string;
  kind: OutgoingKind;
  /** The channel or person it should have gone to. */
  to: string;
  about: string | null;
  state: 'dead' | 'ambiguous';
  error: string;
}

/** The newest first. */
export async function listStuck(db: Prisma.TransactionClient, limit = 50, offset = 0): Promise<StuckLetter[]> {
  return db.$queryRaw<StuckLetter[]>`
    SELECT "id"::text, "once", "kind", "lane" AS "to", "about", "state"::text, coalesce("lastError", '') AS "error"
    FROM "Letter" WHERE "state" IN ('dead', 'ambiguous') ORDER BY "Letter"."id" DESC
    LIMIT ${limit} OFFSET ${offset}`;
}

type Desk = Pick<Transaction, 'db' | 'audit' | 'now'>;

/**
 * Says it again, as if for the first time, and as if told now: whoever asks for that has seen that it isn't there. False: it
 * isn't stuck.
 */
export async function replay(tx: Desk, id: string, by: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<Settled[]>`
    UPDATE "Letter" SET "state" = 'pending', "attempts" = 0, "notBefore" = ${toDate(tx.now)}, "retryAt" = NULL,
      "mayHaveArrived" = false, "settledAt" = NULL
    WHERE "id" = ${BigInt(id)} AND "state" IN ('dead', 'ambiguous')
    RETURNING "kind", "about", coalesce("lastError", '') AS "error", pg_notify(${LETTERS}, '')::text`;
  return record(tx, 'platform.outbox.replay', id, by, rows[0]);
}

/** Gives it up: it was told another way, or did arrive. False: it isn't stuck. */
export async function discard(tx: Desk, id: string, by: string): Promise<boolean> {
  const rows = await tx.db.$queryRaw<Settled[]>`
    UPDATE "Letter" SET "state" = 'dropped' WHERE "id" = ${BigInt(id)} AND "state" IN ('dead', 'ambiguous')
    RETURNING "kind", "about", coalesce("lastError", '') AS "error"`;
  return record(tx, 'platform.outbox.discard', id, by, rows[0]);
}

interface Settled {
  kind: string;
  about: string | null;
  error: string;
}

async function record({ audit }: Desk, action: string, id: string, by: string, letter?: Settled): Promise<boolean> {
  if (!letter) return false;
  const { kind, about, error } = letter;
  await audit.record({ actor: by, action, object: `platform.letter/${id}`, detail: { kind, about, error } });
  return true;
}
