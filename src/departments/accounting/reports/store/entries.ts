import type { Prisma } from '../../../../generated/prisma/client.js';
import type { Days } from '../../../../platform/hours.js';
import type { Currency } from '../../../../platform/money.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';
import type { Entry, LedgerKind } from '../ledger.js';

type Db = Prisma.TransactionClient;

/** What an account comes to: minor units, with the sign that its files gave it. */
export interface AccountSum {
  account: string;
  currency: Currency;
  amounts: 'signed' | 'plain';
  minor: number;
}

export const ENTRIES_A_PAGE = 15;

/** Rows of ledgers that count, and those of one file. */
export const entriesIn = (db: Db) => ({
  async sums(kind: LedgerKind, { from, until }: Days): Promise<AccountSum[]> {
    return db.$queryRaw<AccountSum[]>`
      SELECT "entry"."account", "entry"."currency", "file"."amounts", sum("entry"."minor")::float AS "minor"
      FROM "LedgerEntry" AS "entry" JOIN "LedgerFile" AS "file" ON "file"."id" = "entry"."fileId"
      WHERE "entry"."kind" = ${kind}::"LedgerKind" AND "entry"."countedAs" IS NOT NULL
        AND "entry"."day" BETWEEN ${fromDay(from)}::date AND ${fromDay(until)}::date
      GROUP BY "entry"."account", "entry"."currency", "file"."amounts" ORDER BY "entry"."account"`;
  },

  /** Each account that ever counted, with its currency. */
  async accounts(): Promise<{ account: string; entries: number }[]> {
    return db.$queryRaw`
      SELECT "account", count(*)::int AS "entries" FROM "LedgerEntry"
      WHERE "countedAs" IS NOT NULL GROUP BY "account" ORDER BY "account"`;
  },

  /** The newest day that anything is known of. */
  async lastDay(): Promise<Temporal.PlainDate | null> {
    const where = { kind: 'actual' as const, countedAs: { not: null } };
    const { _max } = await db.ledgerEntry.aggregate({ where, _max: { day: true } });
    return _max.day && toDay(_max.day);
  },

  /** Of those keys, which count already. */
  async counted(keys: readonly string[]): Promise<Set<string>> {
    const rows = await db.$queryRaw<{ key: string }[]>`
      SELECT "countedAs" AS "key" FROM "LedgerEntry"
      WHERE "countedAs" IN (SELECT jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`;
    return new Set(rows.map(({ key }) => key));
  },

  async ofFile(fileId: string, page: number): Promise<Entry[]> {
    const query = { where: { fileId }, orderBy: { line: 'asc' as const } };
    const rows = await db.ledgerEntry.findMany({ ...query, skip: page * ENTRIES_A_PAGE, take: ENTRIES_A_PAGE });
    return rows.map(entryOf);
  },

  async allOfFile(fileId: string): Promise<Entry[]> {
    return (await db.ledgerEntry.findMany({ where: { fileId }, orderBy: { line: 'asc' } })).map(entryOf);
  },

  /** What a file comes to, by currency. */
  async totals(fileId: string): Promise<{ currency: Currency; minor: number }[]> {
    const by = { by: ['currency' as const], where: { fileId }, orderBy: { currency: 'asc' as const } };
    const rows = await db.ledgerEntry.groupBy({ ...by, _sum: { minor: true } });
    return rows.map(({ currency, _sum }) => ({ currency, minor: Number(_sum.minor ?? 0n) }));
  },

  /** What was planned, by the first day of its month. */
  async budgets({ from, until }: Days): Promise<(AccountSum & { month: Temporal.PlainDate })[]> {
    const months = { first: fromDay(from.with({ day: 1 })), last: fromDay(until.with({ day: until.daysInMonth })) };
    const rows = await db.$queryRaw<(AccountSum & { month: string })[]>`
      SELECT to_char("entry"."day", 'YYYY-MM-01') AS "month", "entry"."account", "entry"."currency", "file"."amounts",
        sum("entry"."minor")::float AS "minor"
      FROM "LedgerEntry" AS "entry" JOIN "LedgerFile" AS "file" ON "file"."id" = "entry"."fileId"
      WHERE "entry"."kind" = 'budget' AND "entry"."countedAs" IS NOT NULL
        AND "entry"."day" BETWEEN ${months.first}::date AND ${months.last}::date
      GROUP BY "month", "entry"."account", "entry"."currency", "file"."amounts"`;
    return rows.map((row) => ({ ...row, month: Temporal.PlainDate.from(row.month) }));
  },
});

const entryOf = (row: Prisma.LedgerEntryGetPayload<object>): Entry => {
  const { fileId: _file, countedAs: _key, ...entry } = row;
  return { ...entry, day: toDay(row.day), minor: Number(row.minor) };
};
