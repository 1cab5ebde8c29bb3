import type { Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { DatabaseProblem } from './problem.js';

type Db = Prisma.TransactionClient;

export interface CopiedTable {
  table: string;
  rows: number;
}

const PART = 500;
/** A large office's rows are copied in one piece of work, so that a move that breaks off leaves nothing behind. */
const LONGEST_MS = 60 * 60_000;

/**
 * Copies every row into another database of the same version, which must be empty. Rows travel as the database itself writes
 * and reads them, so nothing is lost on the way: times to the microsecond, large numbers, sealed bytes, and the audit's chain,
 * whose triggers rest meanwhile.
 */
export async function copyDatabase(from: PrismaClient, to: PrismaClient): Promise<CopiedTable[]> {
  const tables = await tablesInOrder(from);
  return to.$transaction(
    async (target) => {
      const before = await rowsIn(target, tables);
      const full = before.filter(({ rows }) => rows > 0);
      if (full.length > 0) {
        throw new DatabaseProblem(
          `The database that is moved to isn't empty (${full.map(({ table }) => table).join(', ')}): choose a new one.`,
        );
      }
      const copied: CopiedTable[] = [];
      for (const table of tables) copied.push({ table, rows: await copyTable(from, target, table) });
      await continueSequences(target);
      return copied;
    },
    { maxWait: 10_000, timeout: LONGEST_MS },
  );
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Those that others refer to come first. */
async function tablesInOrder(db: Db): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS "name" FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY tablename`;
  const references = await db.$queryRaw<{ table: string; refersTo: string }[]>`
    SELECT own.relname AS "table", other.relname AS "refersTo" FROM pg_constraint AS c
    JOIN pg_class AS own ON own.oid = c.conrelid JOIN pg_class AS other ON other.oid = c.confrelid
    WHERE c.contype = 'f' AND own.relname <> other.relname`;
  const left = new Set(tables.map(({ name }) => name));
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((name) =>
      references.every(({ table, refersTo }) => table !== name || !left.has(refersTo)),
    );
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    order.push(...free);
  }
  return order;
}

async function rowsIn(db: Db, tables: readonly string[]): Promise<CopiedTable[]> {
  const counts: CopiedTable[] = [];
  for (const table of tables) {
    const [row] = await db.$queryRawUnsafe<[{ count: number }]>(
      `SELECT count(*)::int AS "count" FROM ${quoted(table)}`,
    );
    counts.push({ table, rows: row.count });
  }
  return counts;
}

async function copyTable(from: Db, to: Db, table: string): Promise<number> {
  const name = quoted(table);
  const key = await keyOf(from, table);
  await to.$executeRawUnsafe(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  let copied = 0;
  for (;;) {
    const rows = await from.$queryRawUnsafe<{ row: string }[]>(
      `SELECT row_to_json(t)::text AS "row" FROM (SELECT * FROM ${name} ORDER BY ${key} OFFSET ${copied} LIMIT ${PART}) AS t`,
    );
    if (rows.length === 0) break;
    const part = `[${rows.map(({ row }) => row).join(',')}]`;
    await to.$executeRawUnsafe(
      `INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`,
      part,
    );
    copied += rows.length;
  }
  await to.$executeRawUnsafe(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  return copied;
}

/** What its rows are told apart by, so that parts neither overlap nor leave a gap. */
async function keyOf(db: Db, table: string): Promise<string> {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT a.attname AS "name" FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
    WHERE c.relname = ${table} AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)`;
  return columns.map(({ name }) => quoted(name)).join(', ') || 'ctid';
}

/** The next number is one more than the largest that came along. */
async function continueSequences(db: Db): Promise<void> {
  const columns = await db.$queryRaw<{ table: string; column: string; sequence: string }[]>`
    SELECT c.relname AS "table", a.attname AS "column",
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS "sequence"
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0
      AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`;
  for (const { table, column, sequence } of columns) {
    const largest = `(SELECT max(${quoted(column)}) FROM ${quoted(table)})`;
    await db.$queryRawUnsafe(`SELECT setval('${sequence}'::regclass, coalesce(${largest}, 1), ${largest} IS NOT NULL)`);
  }
}
