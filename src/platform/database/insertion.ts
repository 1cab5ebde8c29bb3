import { Prisma } from '../../generated/prisma/client.js';
import { asJson } from '../json.js';

/**
 * SQL that inserts rows in their order, in the columns that any of them names. Prisma compiles an insert of several rows anew
 * each time, which takes longer than the insert.
 */
export function insertion(table: Prisma.ModelName, rows: readonly object[]): Prisma.Sql {
  const columns = listed(new Set(rows.flatMap((row) => Object.keys(row))));
  const name = Prisma.raw(quoted(table));
  return Prisma.sql`
    INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${asJson(rows)}::jsonb) WITH ORDINALITY
    ORDER BY "ordinality"`;
}

/** What an insert gives back, such as `Prisma.TicketScalarFieldEnum`. */
export const returning = (fields: Readonly<Record<string, string>>): Prisma.Sql =>
  Prisma.sql`RETURNING ${listed(Object.values(fields))}`;

/** Names of columns stand in our own code; what people wrote is a value. */
const listed = (names: Iterable<string>): Prisma.Sql => Prisma.raw([...names].map(quoted).join(', '));
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
