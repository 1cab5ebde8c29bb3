import type { Prisma } from '../../../../generated/prisma/client.js';

/** Whose hours somebody looks after: their reports, or everybody's. Colleagues who still work here, by name. */
export async function teamOf(
  db: Prisma.TransactionClient,
  managerId: string | null,
  exempt: readonly string[],
): Promise<string[]> {
  const rows = await db.person.findMany({
    where: {
      isBot: false,
      deactivatedAt: null,
      id: { notIn: [...exempt] },
      ...(managerId !== null && { managerId }),
    },
    select: { id: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}

/** Everybody who has somebody reporting to them, and still works here. */
export async function managersIn(db: Prisma.TransactionClient): Promise<string[]> {
  const rows = await db.person.findMany({
    where: { managerId: { not: null }, isBot: false, deactivatedAt: null },
    select: { managerId: true },
    distinct: ['managerId'],
  });
  const ids = rows.flatMap(({ managerId }) => managerId ?? []);
  const working = await db.person.findMany({ where: { id: { in: ids }, deactivatedAt: null }, select: { id: true } });
  return working.map(({ id }) => id).sort();
}
