import type { Prisma, LedgerFile as Row } from '../../../../generated/prisma/client.js';
import { isRowId } from '../../../../platform/claims.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { type FileState, fileStates, type LedgerFile } from '../ledger.js';
import type { KeyedEntry } from '../rules/rows.js';

type Db = Prisma.TransactionClient;

export type NewFile = Pick<LedgerFile, 'name' | 'kind' | 'amounts' | 'takenBy'> & {
  /** Null: it was written in a form. */
  hash: string | null;
  replaces: Pick<LedgerFile, 'id' | 'version'> | null;
};

export const FILES_A_PAGE = 8;
const PART = 2_000;

/** Files by which entries came in, the newest first. */
export const filesIn = (db: Db, now: Temporal.Instant) => ({
  /** Hex of SHA-256 of its bytes; null: it was written in a form. */
  async hashOf(id: string): Promise<string | null> {
    return (await db.ledgerFile.findUniqueOrThrow({ where: { id }, select: { hash: true } })).hash;
  },

  async page(page: number): Promise<{ files: LedgerFile[]; total: number; page: number }> {
    const total = await db.ledgerFile.count();
    const shown = Math.min(page, Math.max(0, Math.ceil(total / FILES_A_PAGE) - 1));
    const orderBy = [{ takenAt: 'desc' as const }, { id: 'desc' as const }];
    const rows = await db.ledgerFile.findMany({ orderBy, skip: shown * FILES_A_PAGE, take: FILES_A_PAGE });
    return { files: rows.map(fileOf), total, page: shown };
  },

  async get(id: string): Promise<LedgerFile | null> {
    const row = isRowId(id) ? await db.ledgerFile.findUnique({ where: { id } }) : null;
    return row && fileOf(row);
  },

  /** One piece of work at a time takes rows in or out: two that bring the same rows would stumble over each other. */
  async alone(): Promise<void> {
    await db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('accounting.reports.ledgers'))) AS "held"`;
  },

  /** The file with these bytes that counts, or was refused. */
  async withHash(hash: string): Promise<LedgerFile | null> {
    const row = await db.ledgerFile.findUnique({ where: { countedAs: hash } });
    return row && fileOf(row);
  },

  async add({ hash, replaces, ...file }: NewFile, entries: readonly KeyedEntry[]): Promise<LedgerFile> {
    const days = entries.map(({ day }) => day).sort(Temporal.PlainDate.compare);
    const [first = null, last = null] = [days[0], days.at(-1)];
    const row = await db.ledgerFile.create({
      data: {
        ...file,
        ...{ hash, countedAs: hash, state: 'counted', takenAt: toDate(now), rows: entries.length },
        ...{ version: (replaces?.version ?? 0) + 1, replacesId: replaces?.id ?? null },
        firstDay: first && fromDay(first),
        lastDay: last && fromDay(last),
      },
    });
    for (let from = 0; from < entries.length; from += PART) {
      const part = entries.slice(from, from + PART);
      await db.ledgerEntry.createMany({
        data: part.map(({ key, day, ...entry }) => ({
          ...entry,
          ...{ fileId: row.id, kind: file.kind, day: fromDay(day), minor: BigInt(entry.minor), countedAs: key },
        })),
      });
    }
    return fileOf(row);
  },

  /** Of the watched folder: nothing of it was taken in, and it isn't tried again while it stays as it is. */
  async refuse(file: Pick<LedgerFile, 'name' | 'trouble'>, hash: string): Promise<LedgerFile> {
    const data = {
      ...file,
      kind: 'actual' as const,
      hash,
      countedAs: hash,
      state: 'refused',
      amounts: 'signed',
      rows: 0,
    };
    return fileOf(await db.ledgerFile.create({ data: { ...data, takenAt: toDate(now) } }));
  },

  /** A refused file isn't in the way of the same file that is taken in by hand. */
  async forgetRefused(hash: string): Promise<void> {
    await db.ledgerFile.deleteMany({ where: { countedAs: hash, state: 'refused' } });
  },

  /** Its entries don't count any more, and stay. */
  async uncount(id: string, state: FileState, by: string): Promise<void> {
    await db.ledgerEntry.updateMany({ where: { fileId: id }, data: { countedAs: null } });
    await db.ledgerFile.update({
      where: { id },
      data: { state, countedAs: null, changedBy: by, changedAt: toDate(now) },
    });
  },

  /** They count again, each under the key given. */
  async recount(id: string, hash: string | null, keys: ReadonlyMap<string, string>, by: string): Promise<void> {
    const rows = JSON.stringify([...keys].map(([entry, key]) => ({ entry, key })));
    await db.$executeRaw`
      UPDATE "LedgerEntry" SET "countedAs" = "kept"."key"
      FROM jsonb_to_recordset(${rows}::jsonb) AS "kept"("entry" uuid, "key" text)
      WHERE "LedgerEntry"."id" = "kept"."entry"`;
    const data = { state: 'counted', countedAs: hash, changedBy: by, changedAt: toDate(now) };
    await db.ledgerFile.update({ where: { id }, data });
  },
});

const fileOf = ({ hash: _hash, countedAs: _counted, changedBy: _by, changedAt: _at, ...row }: Row): LedgerFile => ({
  ...row,
  state: fileStates.find((one) => one === row.state) ?? 'refused',
  amounts: row.amounts === 'plain' ? 'plain' : 'signed',
  takenAt: toInstant(row.takenAt),
  firstDay: row.firstDay && toDay(row.firstDay),
  lastDay: row.lastDay && toDay(row.lastDay),
});
