import { Prisma } from '../../generated/prisma/client.js';
import { type Temporal, toDate } from '../time.js';
import type { Enclosure, Letter, Outbox, SentLetter, Whisper } from './outbox.js';
import { asJson } from './stored.js';

/** Heard by the workers of all replicas once the transaction has committed. */
export const LETTERS = 'letters';

type Db = Prisma.TransactionClient;

/** The outbox of one transaction: each call is one statement, and none of them waits for another transaction's edits. */
export function outboxIn(db: Db, now: Temporal.Instant): Outbox {
  const write = (row: NewRow) => insert(db, row, now);
  return {
    post: (letter) => write(rowOfLetter(letter)),
    change: (once, content) => change(db, once, asJson(content), now),
    withdraw: (once) => withdraw(db, once, now),
    whisper: (whisper) => write(rowOfWhisper(whisper)),
    enclose: (enclosure) => write(rowOfEnclosure(enclosure)),
    refreshHome: (personId) => refreshHome(db, personId, now),
    find: async (channel, ts) => sentLetter(await db.letter.findFirst({ where: { channel, ts, state: 'sent' } })),
    where: async (once) => sentLetter(await db.letter.findFirst({ where: { once, state: 'sent' } })),
  };
}

interface NewRow {
  once: string;
  kind: string;
  lane: string;
  about?: string | undefined;
  target?: string | undefined;
  payload: object;
  notBefore?: Temporal.Instant | undefined;
}

const rowOfLetter = ({ to, text, blocks, thread, broadcast, once, about, notBefore }: Letter): NewRow => ({
  ...{ once, kind: 'post', lane: to, about, notBefore },
  ...hangingOn(thread, { text, blocks, broadcast }),
});

const rowOfWhisper = ({ channel, person, text, blocks, thread, once, about }: Whisper): NewRow => ({
  ...{ once, kind: 'whisper', lane: channel, about },
  ...hangingOn(thread, { person, text, blocks }),
});

const rowOfEnclosure = ({ fileId, to, thread, comment, once, about }: Enclosure): NewRow => ({
  ...{ once, kind: 'file', lane: to, about },
  ...hangingOn(thread, { fileId, text: comment }),
});

function hangingOn(thread: Letter['thread'], payload: object): Pick<NewRow, 'target' | 'payload'> {
  if (thread === undefined) return { payload };
  return 'once' in thread ? { target: thread.once, payload } : { payload: { ...payload, threadTs: thread.ts } };
}

async function insert(db: Db, row: NewRow, now: Temporal.Instant): Promise<void> {
  const { once, kind, lane, about = null, target = null, payload, notBefore } = row;
  await db.$executeRaw`
    INSERT INTO "Letter" ("once", "kind", "lane", "about", "target", "payload", "notBefore", "createdAt")
    VALUES (${once}, ${kind}, ${lane}, ${about}, ${target}, ${asJson(payload)}::jsonb,
      ${notBefore ? toDate(notBefore) : null}::timestamptz, ${toDate(now)}::timestamptz)
    ON CONFLICT ("once") DO NOTHING
    RETURNING pg_notify(${LETTERS}, '')::text`;
}

/** Certainly not in Slack, so that it may be altered or taken back where it lies. */
const unsaid = Prisma.sql`(
  "state" IN ('dead', 'ambiguous') OR ("state" = 'pending' AND NOT "mayHaveArrived")
)`;

/**
 * A letter that wasn't said yet is rewritten; behind one that was, an edit is put in the lane, and edits that still wait
 * there are dropped. Rows that another transaction holds are passed over, never waited for: the worker sorts that out.
 */
async function change(db: Db, once: string, content: string, now: Temporal.Instant): Promise<void> {
  await db.$executeRaw`
    WITH "original" AS (
      SELECT "id" FROM "Letter" WHERE "once" = ${once} AND "kind" = 'post' AND ${unsaid} FOR UPDATE SKIP LOCKED
    ), "rewritten" AS (
      UPDATE "Letter" SET "payload" = ("payload" - 'text' - 'blocks') || ${content}::jsonb
      WHERE "id" IN (SELECT "id" FROM "original") RETURNING "id"
    ), ${dropWaitingEdits(once, now)}
    INSERT INTO "Letter" ("once", "kind", "lane", "about", "target", "payload", "createdAt")
    SELECT "once" || '/change/' || gen_random_uuid(), 'change', "lane", "about", "once", ${content}::jsonb,
      ${toDate(now)}::timestamptz
    FROM "Letter"
    WHERE "once" = ${once} AND "kind" = 'post' AND "state" <> 'dropped' AND NOT EXISTS (SELECT 1 FROM "rewritten")
    RETURNING pg_notify(${LETTERS}, '')::text`;
}

async function withdraw(db: Db, once: string, now: Temporal.Instant): Promise<void> {
  await db.$executeRaw`
    WITH "original" AS (
      SELECT "id" FROM "Letter" WHERE "once" = ${once} AND "state" <> 'ambiguous' AND ${unsaid} FOR UPDATE SKIP LOCKED
    ), "taken" AS (
      UPDATE "Letter" SET "state" = 'dropped', "settledAt" = ${toDate(now)}::timestamptz, "lastError" = 'taken back'
      WHERE "id" IN (SELECT "id" FROM "original") RETURNING "id"
    ), ${dropWaitingEdits(once, now)}
    INSERT INTO "Letter" ("once", "kind", "lane", "about", "target", "payload", "createdAt")
    SELECT "once" || '/withdraw', 'withdraw', "lane", "about", "once", '{}'::jsonb, ${toDate(now)}::timestamptz
    FROM "Letter"
    WHERE "once" = ${once} AND "kind" = 'post' AND "state" <> 'dropped' AND NOT EXISTS (SELECT 1 FROM "taken")
    ON CONFLICT ("once") DO NOTHING
    RETURNING pg_notify(${LETTERS}, '')::text`;
}

const dropWaitingEdits = (once: string, now: Temporal.Instant) => Prisma.sql`
  "waiting" AS (
    SELECT "id" FROM "Letter" WHERE "target" = ${once} AND "kind" = 'change' AND "state" = 'pending'
    FOR UPDATE SKIP LOCKED
  ), "overtaken" AS (
    UPDATE "Letter"
    SET "state" = 'dropped', "settledAt" = ${toDate(now)}::timestamptz, "lastError" = 'overtaken by a later edit'
    WHERE "id" IN (SELECT "id" FROM "waiting")
  )`;

/** The request that waits is locked, so that no worker draws the page before what this transaction changes is committed. */
async function refreshHome(db: Db, personId: string, now: Temporal.Instant): Promise<void> {
  await db.$executeRaw`
    WITH "waiting" AS (
      SELECT "id" FROM "Letter" WHERE "lane" = ${`home:${personId}`} AND "state" = 'pending' AND "retryAt" IS NULL
      FOR UPDATE SKIP LOCKED
    )
    INSERT INTO "Letter" ("once", "kind", "lane", "payload", "createdAt")
    SELECT 'home/' || "id" || '/' || gen_random_uuid(), 'home', 'home:' || "id",
      jsonb_build_object('person', "id"), ${toDate(now)}::timestamptz
    FROM "Person"
    WHERE "id" = ${personId} AND "homeOpenedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "waiting")
    RETURNING pg_notify(${LETTERS}, '')::text`;
}

function sentLetter(row: (Pick<SentLetter, 'once' | 'about'> & { channel: string | null; ts: string | null }) | null) {
  if (!row?.channel || !row.ts) return null;
  return { once: row.once, about: row.about, channel: row.channel, ts: row.ts };
}
