import { z } from 'zod';
import type { Prisma } from '../../../../generated/prisma/client.js';
import { type HoursSlice, hourKinds, premiums, type WorkedSheet } from '../../../../platform/hours.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { Temporal, toDate, toInstant } from '../../../../platform/time.js';
import type { Period } from '../rules/periods.js';
import type { Entry, Sheet } from '../sheet.js';

type Db = Prisma.TransactionClient;

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
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
    newest(db, { firstDay: { lte: fromDay(last) }, lastDay: { gte: fromDay(first) } }),

  /** Of every sheet whose newest version was locked after that. */
  async lockedAfter(moment: Temporal.Instant): Promise<WorkedSheet[]> {
    const sheets = await newest(db, { versions: { some: { lockedAt: { gt: toDate(moment) } } } });
    return sheets.filter(({ lockedAt }) => Temporal.Instant.compare(lockedAt, moment) > 0);
  },
});

async function newest(db: Db, where: Prisma.SheetWhereInput): Promise<WorkedSheet[]> {
  const rows = await db.sheet.findMany({
    where: { ...where, lockedVersion: { not: null } },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
    orderBy: [{ personId: 'asc' }, { firstDay: 'asc' }],
  });
  return rows.flatMap(({ id, personId, firstDay, lastDay, versions: [version] }) =>
    version
      ? [
          {
            ...{ sheetId: id, personId, version: version.version },
            ...{ first: toDay(firstDay), last: toDay(lastDay), lockedAt: toInstant(version.lockedAt) },
            slices: slicesShape.parse(version.slices),
          },
        ]
      : [],
  );
}
