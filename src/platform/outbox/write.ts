import { Prisma } from '../../generated/prisma/client.js';
import { insertion } from '../database/insertion.js';
import { asJson } from '../json.js';
import { type Temporal, toDate } from '../time.js';
import { traceparent } from '../trace/trace.js';
import { erase } from './erase.js';
import { holdBack, release } from './hold.js';
import type { DocumentLetter, Enclosure, Letter, Outbox, SentLetter, Whisper } from './outbox.js';

/** Heard by the workers of all replicas once the transaction has committed. */
export const LETTERS = 'letters';

type Db = Prisma.TransactionClient;

/** An outbox that keeps what is new until `write`, which comes last before the commit; `along` is inserted with it. */
export type OutboxOfTransaction = Outbox & { write(along?: Prisma.Sql): Promise<void> };

/** The outbox of one transaction: all that is new is one statement, and none waits for another transaction's edits. */
export function outboxIn(db: Db, now: Temporal.Instant): OutboxOfTransaction {
  let rows: TracedRow[] = [];
  let homes = new Map<string, string | null>();
  const keep = async (row: NewRow) => void rows.push({ ...row, trace: traceparent() });
  const write = async (along?: Prisma.Sql) => {
    const isNew = rows.length > 0 || homes.size > 0;
    if (!isNew && along) await db.$executeRaw(along);
    if (!isNew) return;
    const [letters, pages] = [rows, homes];
    [rows, homes] = [[], new Map()];
    await insert(db, now, letters, pages, along);
  };
  /** What alters or looks for letters must find those that were just posted. */
  const afterWriting = async <T>(step: () => Promise<T>): Promise<T> => {
    await write();
    return step();
  };
  return {
    write,
    flush: () => write(),
    post: (letter) => keep(rowOfLetter(letter)),
    whisper: (whisper) => keep(rowOfWhisper(whisper)),
    enclose: (enclosure) => keep(rowOfEnclosure(enclosure)),
    document: (letter) => keep(rowOfDocument(letter)),
    holdBack: (about) => afterWriting(() => holdBack(db, about)),
    release: (about, notBefore) => afterWriting(() => release(db, about, notBefore)),
    refreshHome: async (personId) => void homes.set(personId, traceparent()),
    change: (once, content) => afterWriting(() => change(db, once, asJson(content), now)),
    erase: (about, content) => afterWriting(() => erase(db, about, asJson(content), now)),
    withdraw: (once) => afterWriting(() => withdraw(db, once, now)),
    find: (channel, ts) => afterWriting(() => sentLetter(db, { channel, ts })),
    where: (once) => afterWriting(() => sentLetter(db, { once })),
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

/** With what led to it: one transaction may be about several requests. */
type TracedRow = NewRow & { trace: string | null };

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

const rowOfDocument = ({ to, text, file, once, about, notBefore }: DocumentLetter): NewRow => ({
  ...{ once, kind: 'document', lane: to, about, notBefore },
  payload: { text, ...file },
});

function hangingOn(thread: Letter['thread'], payload: object): Pick<NewRow, 'target' | 'payload'> {
  if (thread === undefined) return { payload };
  return 'once' in thread ? { target: thread.once, payload } : { payload: { ...payload, threadTs: thread.ts } };
}

/** New letters in the order in which they were posted, and pages to be drawn. */
async function insert(
  db: Db,
  now: Temporal.Instant,
  rows: readonly TracedRow[],
  homes: ReadonlyMap<string, string | null>,
  along: Prisma.Sql | undefined,
): Promise<void> {
  const at = toDate(now);
  const letters = rows.map((row) => ({ ...row, notBefore: row.notBefore?.toString(), createdAt: at }));
  const parts = [
    ...(letters.length > 0
      ? [Prisma.sql`"posted" AS (${insertion('Letter', letters)} ON CONFLICT ("once") DO NOTHING)`]
      : []),
    ...(homes.size > 0 ? [pagesFor(homes, at)] : []),
    ...(along ? [Prisma.sql`"along" AS (${along})`] : []),
  ];
  await db.$executeRaw`WITH ${Prisma.join(parts)} SELECT pg_notify(${LETTERS}, '')::text`;
}

/**
 * A page to draw for each of those people who ever looked at it. A request for a page that waits is locked, so that no worker
 * draws it before what this transaction changes is committed.
 */
function pagesFor(homes: ReadonlyMap<string, string | null>, at: Date): Prisma.Sql {
  const pages = [...homes].map(([id, trace]) => ({ id, trace }));
  return Prisma.sql`
    "looking" AS (
      SELECT "id", "trace" FROM jsonb_to_recordset(${asJson(pages)}::jsonb) AS "new" ("id" text, "trace" text)
    ), "waiting" AS (
      SELECT "lane" FROM "Letter"
      WHERE "lane" IN (SELECT 'home:' || "id" FROM "looking") AND "state" = 'pending' AND "retryAt" IS NULL
      FOR UPDATE SKIP LOCKED
    ), "pages" AS (
      INSERT INTO "Letter" ("once", "kind", "lane", "payload", "createdAt", "trace")
      SELECT 'home/' || "id" || '/' || gen_random_uuid(), 'home', 'home:' || "id",
        jsonb_build_object('person', "id"), ${at}::timestamptz, "trace"
      FROM "Person" JOIN "looking" USING ("id")
      WHERE "homeOpenedAt" IS NOT NULL AND "deactivatedAt" IS NULL
        AND 'home:' || "id" NOT IN (SELECT "lane" FROM "waiting")
    )`;
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
    INSERT INTO "Letter" ("once", "kind", "lane", "about", "target", "payload", "createdAt", "trace")
    SELECT "once" || '/change/' || gen_random_uuid(), 'change', "lane", "about", "once", ${content}::jsonb,
      ${toDate(now)}::timestamptz, ${traceparent()}::text
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
    INSERT INTO "Letter" ("once", "kind", "lane", "about", "target", "payload", "createdAt", "trace")
    SELECT "once" || '/withdraw', 'withdraw', "lane", "about", "once", '{}'::jsonb, ${toDate(now)}::timestamptz,
      ${traceparent()}::text
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

async function sentLetter(
  db: Db,
  where: { once: string } | { channel: string; ts: string },
): Promise<SentLetter | null> {
  const row = await db.letter.findFirst({ where: { ...where, state: 'sent' } });
  if (!row?.channel || !row.ts) return null;
  return { once: row.once, about: row.about, channel: row.channel, ts: row.ts };
}
