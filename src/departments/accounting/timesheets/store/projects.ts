import type { Prisma } from '../../../../generated/prisma/client.js';
import { isRowId } from '../../../../platform/claims.js';
import type { Days } from '../../../../platform/hours.js';
import { fromDay } from '../../../../platform/people/days.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Project } from '../sheet.js';

export interface WorkedMinutes {
  /** Null: hours that name none. */
  projectId: string | null;
  name: string | null;
  minutes: number;
  isApproved: boolean;
}

type Db = Prisma.TransactionClient;

/** What hours are worked for. Never deleted, since old sheets name them: they may be put away. */
export const projectsIn = (db: Db, now: Temporal.Instant) => ({
  async open(): Promise<Project[]> {
    return (await db.project.findMany({ where: { archivedAt: null }, orderBy: { folded: 'asc' } })).map(projectOf);
  },

  async all(): Promise<Project[]> {
    const orderBy = [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { folded: 'asc' }] as const;
    return (await db.project.findMany({ orderBy: [...orderBy] })).map(projectOf);
  },

  /**
   * Minutes of work on those days, by project and by whether they are approved; of a sheet that is being corrected, what it
   * says now.
   */
  async worked({ from, until }: Days): Promise<WorkedMinutes[]> {
    return db.$queryRaw<WorkedMinutes[]>`
      SELECT "project"."id"::text AS "projectId", "project"."name", sum("entry"."minutes")::int AS "minutes",
        ("sheet"."state" IN ('approved', 'locked')) AS "isApproved"
      FROM "SheetEntry" AS "entry"
      JOIN "Sheet" AS "sheet" ON "sheet"."id" = "entry"."sheetId"
      LEFT JOIN "Project" AS "project" ON "project"."id" = "entry"."projectId"
      WHERE "entry"."kind" = 'work' AND "entry"."day" BETWEEN ${fromDay(from)}::date AND ${fromDay(until)}::date
      GROUP BY "project"."id", "project"."name", "isApproved" ORDER BY "minutes" DESC`;
  },

  /** How many have approved hours on those days. */
  async workers({ from, until }: Days): Promise<number> {
    const day = { gte: fromDay(from), lte: fromDay(until) };
    const where = {
      state: { in: ['approved' as const, 'locked' as const] },
      entries: { some: { kind: 'work' as const, day } },
    };
    return (await db.sheet.groupBy({ by: ['personId'], where })).length;
  },

  async many(ids: readonly string[]): Promise<Map<string, Project>> {
    const rows = await db.project.findMany({ where: { id: { in: [...new Set(ids)] } } });
    return new Map(rows.map((row) => [row.id, projectOf(row)]));
  },

  async get(id: string): Promise<Project | null> {
    const row = isRowId(id) ? await db.project.findUnique({ where: { id } }) : null;
    return row && projectOf(row);
  },

  async called(name: string): Promise<Project | null> {
    const row = await db.project.findUnique({ where: { folded: folded(name) } });
    return row && projectOf(row);
  },

  async add(name: string, by: string): Promise<Project> {
    const data = { name, folded: folded(name), updatedBy: by, updatedAt: toDate(now) };
    return projectOf(await db.project.create({ data }));
  },

  async change(id: string, changes: { name?: string; archived?: boolean }, by: string): Promise<Project> {
    const { name, archived } = changes;
    const data = {
      ...(name !== undefined && { name, folded: folded(name) }),
      ...(archived !== undefined && { archivedAt: archived ? toDate(now) : null }),
      updatedBy: by,
      updatedAt: toDate(now),
    };
    return projectOf(await db.project.update({ where: { id }, data }));
  },
});

const projectOf = ({ id, name, archivedAt }: { id: string; name: string; archivedAt: Date | null }): Project => ({
  id,
  name,
  archivedAt: archivedAt && toInstant(archivedAt),
});
