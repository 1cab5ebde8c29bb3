import { z } from 'zod';
import { Prisma } from '../../../../generated/prisma/client.js';
import { type HoursSlice, hourKinds, premiums, type WorkedSheet } from '../../../../platform/hours.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { Temporal, toDate, toInstant } from '../../../../platform/time.js';
import type { Period } from '../rules/periods.js';
import type { Entry, Sheet } from '../sheet.js';

type Db = Prisma.TransactionClient;

/** A company's hours share a few days, so these are read once and shared. */
const knownDays = new Map<string, Temporal.PlainDate>();
const DAYS_KEPT = 5_000;

function dayCalled(text: string): Temporal.PlainDate {
  const known = knownDays.get(text);
  if (known) return known;
  const day = Temporal.PlainDate.from(text);
  if (knownDays.size >= DAYS_KEPT) knownDays.clear();
  knownDays.set(text, day);
  return day;
}

const day = z.iso.date().transform(dayCalled);
const entriesShape = z.array(
  z.object({
    day,
    kind: z.enum(hourKinds),
    projectId: z.string().nullable(),
    minutes: z.int().positive(),
    nightMinutes: z.int().nonnegative(),
    note: z.string().nullable(),
  }),
);
const slicesShape = z.array(
  z.object({
    day,
    kind: z.enum(hourKinds),
    minutes: z.int().positive(),
    percent: z.number().nonnegative(),
    premiums: z.array(z.enum(premiums)),
  }),
);

export interface NewVersion {
  sheet: Sheet;
  slices: readonly HoursSlice[];
  byId: string | null;
}

/** Sheets as they were locked: what payroll counts on, and what a correction can go back to. */
export const versionsIn = (db: Db, now: Temporal.Instant) => ({
  async add({ sheet, slices, byId }: NewVersion): Promise<void> {
    const { id: sheetId, version, reason, lockedVersion, entries } = sheet;
    await db.sheetVersion.create({
      data: {
        ...{ sheetId, version, byId, lockedAt: toDate(now) },
        reason: lockedVersion === null ? null : reason,
        entries: entries.map((entry) => ({ ...entry, day: entry.day.toString() })),
        slices: slices.map((slice) => ({ ...slice, day: slice.day.toString(), premiums: [...slice.premiums] })),
      },
    });
  },

  async entriesOf(sheetId: string, version: number): Promise<Entry[]> {
    const row = await db.sheetVersion.findUniqueOrThrow({ where: { sheetId_version: { sheetId, version } } });
    return entriesShape.parse(row.entries);
  },

  /** The newest locked version of every sheet with at least one of those days. */
  lockedAmong: ({ first, last }: Period): Promise<WorkedSheet[]> =>
    newest(db, Prisma.sql`"sheet"."firstDay" <= ${fromDay(last)} AND "sheet"."lastDay" >= ${fromDay(first)}`),

  /** Of every sheet whose newest version was locked after that. */
  lockedAfter: (moment: Temporal.Instant): Promise<WorkedSheet[]> =>
    newest(db, Prisma.sql`"version"."lockedAt" > ${toDate(moment)}`),
});

interface Row {
  sheetId: string;
  personId: string;
  firstDay: Date;
  lastDay: Date;
  version: number;
  lockedAt: Date;
  slices: unknown;
}

/** One statement, however many there are: by relations, a statement would have a parameter for each sheet. */
async function newest(db: Db, where: Prisma.Sql): Promise<WorkedSheet[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT "sheet"."id" AS "sheetId", "sheet"."personId", "sheet"."firstDay", "sheet"."lastDay", "version"."version",
      "version"."lockedAt", "version"."slices"
    FROM "Sheet" AS "sheet"
    JOIN "SheetVersion" AS "version" ON "version"."sheetId" = "sheet"."id" AND "version"."version" = "sheet"."lockedVersion"
    WHERE ${where} ORDER BY "sheet"."personId", "sheet"."firstDay"`;
  return rows.map(({ firstDay, lastDay, lockedAt, slices, ...row }) => ({
    ...row,
    ...{ first: toDay(firstDay), last: toDay(lastDay), lockedAt: toInstant(lockedAt) },
    slices: slicesShape.parse(slices),
  }));
}
