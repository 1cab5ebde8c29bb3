import { Temporal, toDate, toInstant } from '../time.js';

/** The same fields with moments as the database keeps them. */
export type Stored<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends Temporal.Instant | undefined
    ? Date
    : Fields[Name] extends Temporal.Instant | null | undefined
      ? Date | null
      : Fields[Name];
};

export function toRow<Fields extends object>(fields: Fields): Stored<Fields> {
  const stored = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Temporal.Instant ? toDate(value) : value,
  ]);
  return Object.fromEntries(stored) as Stored<Fields>;
}

/** The same fields with moments as the program knows them. */
export type Read<Row> = {
  [Name in keyof Row]: Row[Name] extends Date
    ? Temporal.Instant
    : Row[Name] extends Date | null
      ? Temporal.Instant | null
      : Row[Name];
};

export function fromRow<Row extends object>(row: Row): Read<Row> {
  const read = Object.entries(row).map(([name, value]) => [name, value instanceof Date ? toInstant(value) : value]);
  return Object.fromEntries(read) as Read<Row>;
}
