import type { Prisma } from '../../../../generated/prisma/client.js';
import { isRowId } from '../../../../platform/claims.js';
import { type Temporal, toDate, toInstant } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Project } from '../sheet.js';

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
