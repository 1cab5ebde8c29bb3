import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromDay, toDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import type { Period } from '../rules/periods.js';
import type { Entry, EventKind, Sheet, SheetEvent, State } from '../sheet.js';

type Db = Prisma.TransactionClient;

const include = { entries: { orderBy: [{ day: 'asc' }, { id: 'asc' }] } } satisfies Prisma.SheetInclude;

export type SheetChanges = Partial<
  Pick<
    Sheet,
    'state' | 'version' | 'lockedVersion' | 'submittedAt' | 'submittedBy' | 'decidedAt' | 'decidedBy' | 'reason'
  >
>;

export type SheetStatus = Pick<Sheet, 'personId' | 'first' | 'last' | 'state' | 'lockedVersion'>;

/** With their hours, sheets are read in parts: a statement has only so many parameters. */
const AT_ONCE = 5_000;

/** Everybody's sheets, with the hours in them. */
export const sheetsIn = (db: Db, now: Temporal.Instant) => ({
  async of(personId: string, first: Temporal.PlainDate): Promise<Sheet | null> {
    const row = await db.sheet.findUnique({
      where: { personId_firstDay: { personId, firstDay: fromDay(first) } },
      include,
    });
    return row && sheetOf(row);
  },

  async get(id: string): Promise<Sheet | null> {
    const row = await db.sheet.findUnique({ where: { id }, include });
    return row && sheetOf(row);
  },

  /** Like `get`, and whoever else wants to change it waits until this piece of work is done. */
  async hold(id: string): Promise<Sheet | null> {
    await db.$queryRaw`SELECT 1 FROM "Sheet" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return this.get(id);
  },

  /** Holds the sheet of that period; where there is none, begins it. */
  async begin(personId: string, { first, last }: Period): Promise<Sheet> {
    const data = { personId, firstDay: fromDay(first), lastDay: fromDay(last), updatedAt: toDate(now) };
    await db.sheet.createMany({ data: [data], skipDuplicates: true });
    const { id } = await db.sheet.findUniqueOrThrow({
      where: { personId_firstDay: { personId, firstDay: fromDay(first) } },
      select: { id: true },
    });
    const sheet = await this.hold(id);
    if (!sheet) throw new Error('a sheet that was just begun is gone');
    return sheet;
  },

  /** Every change makes a new edition. */
  async change(id: string, { submittedAt, decidedAt, ...rest }: SheetChanges): Promise<Sheet> {
    const data: Prisma.SheetUncheckedUpdateInput = {
      ...rest,
      ...(submittedAt !== undefined && { submittedAt: submittedAt && toDate(submittedAt) }),
      ...(decidedAt !== undefined && { decidedAt: decidedAt && toDate(decidedAt) }),
      edition: { increment: 1 },
      updatedAt: toDate(now),
    };
    return sheetOf(await db.sheet.update({ where: { id }, data, include }));
  },

  /** Puts these in place of all that stood there. */
  async rewrite(id: string, entries: readonly Entry[]): Promise<void> {
    await db.sheetEntry.deleteMany({ where: { sheetId: id } });
    await db.sheetEntry.createMany({
      data: entries.map((entry) => ({ ...entry, day: fromDay(entry.day), sheetId: id })),
    });
  },

  /** Sheets with at least one of those days; of everybody, or of those people. By first day, then person. */
  async among({ first, last }: Period, personIds?: readonly string[]): Promise<Sheet[]> {
    const where = { firstDay: { lte: fromDay(last) }, lastDay: { gte: fromDay(first) } };
    const sheets: Sheet[] = [];
    for (let after: string | null = null; ; ) {
      const rows: SheetRow[] = await db.sheet.findMany({
        where: { ...where, ...(personIds && { personId: { in: [...personIds] } }) },
        include,
        orderBy: [{ firstDay: 'asc' }, { personId: 'asc' }],
        take: AT_ONCE,
        ...(after && { cursor: { id: after }, skip: 1 }),
      });
      sheets.push(...rows.map(sheetOf));
      if (rows.length < AT_ONCE) return sheets;
      after = rows.at(-1)?.id ?? null;
    }
  },

  /** Like `among`, without the hours: how far each of those people has come. */
  async statesAmong({ first, last }: Period, personIds: readonly string[]): Promise<SheetStatus[]> {
    const rows = await db.$queryRaw<(Omit<SheetStatus, 'first' | 'last'> & { firstDay: Date; lastDay: Date })[]>`
      SELECT "personId", "firstDay", "lastDay", "state"::text AS "state", "lockedVersion" FROM "Sheet"
      WHERE "firstDay" <= ${fromDay(last)} AND "lastDay" >= ${fromDay(first)} AND "personId" = ANY(${[...personIds]})
      ORDER BY "firstDay", "personId"`;
    return rows.map(({ firstDay, lastDay, ...row }) => ({ ...row, first: toDay(firstDay), last: toDay(lastDay) }));
  },

  /** Ids of approved sheets whose last day is that or earlier: the cut-off looks for these. */
  async approvedUntil(last: Temporal.PlainDate): Promise<string[]> {
    const rows = await db.sheet.findMany({
      where: { state: 'approved', lastDay: { lte: fromDay(last) } },
      select: { id: true },
      orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ id }) => id);
  },

  async note(
    sheet: Pick<Sheet, 'id' | 'version'>,
    kind: EventKind,
    actorId: string | null,
    text: string | null = null,
  ) {
    await db.sheetEvent.create({
      data: { sheetId: sheet.id, version: sheet.version, kind, actorId, text, at: toDate(now) },
    });
  },

  /** The last of what happened, oldest first. */
  async history(id: string, limit: number): Promise<SheetEvent[]> {
    const rows = await db.sheetEvent.findMany({ where: { sheetId: id }, orderBy: { id: 'desc' }, take: limit });
    return rows.reverse().map(eventOf);
  },
});

type SheetRow = Prisma.SheetGetPayload<{ include: { entries: true } }>;

function sheetOf({ firstDay, lastDay, submittedAt, decidedAt, updatedAt: _, entries, ...row }: SheetRow): Sheet {
  return {
    ...row,
    first: toDay(firstDay),
    last: toDay(lastDay),
    state: row.state satisfies State,
    submittedAt: submittedAt && toInstant(submittedAt),
    decidedAt: decidedAt && toInstant(decidedAt),
    entries: entries.map(({ id: _id, sheetId: _sheetId, day, ...entry }) => ({ ...entry, day: toDay(day) })),
  };
}

const eventOf = ({
  kind,
  version,
  actorId,
  text,
  at,
}: {
  kind: string;
  version: number;
  actorId: string | null;
  text: string | null;
  at: Date;
}): SheetEvent => ({ kind: kind as EventKind, version, actorId, text, at: toInstant(at) });
