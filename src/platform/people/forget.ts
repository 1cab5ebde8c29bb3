import type { Prisma } from '../../generated/prisma/client.js';
import { eraseLane } from '../outbox/erase.js';
import { type Temporal, toDate } from '../time.js';
import type { Person } from './person.js';
import { personOf } from './person-row.js';

/** What stands in the place of a name that was erased. */
const NO_NAME = '—';

/** Erases who somebody was: what Slack told of them, when they were away, and what was written to them. */
export async function forgetPerson(
  db: Prisma.TransactionClient,
  id: string,
  now: Temporal.Instant,
): Promise<{ absences: number; letters: number }> {
  const { count: absences } = await db.absence.deleteMany({ where: { personId: id } });
  await db.staffMember.deleteMany({ where: { personId: id } });
  await db.person.update({ where: { id }, data: { ...nothing, forgottenAt: toDate(now) } });
  return { absences, letters: await eraseLane(db, id, now) };
}

const nothing = {
  name: NO_NAME,
  email: null,
  language: null,
  managerId: null,
  title: null,
  department: null,
  statusText: null,
  statusEmoji: null,
  statusUntil: null,
  homeOpenedAt: null,
  isAdmin: false,
} satisfies Prisma.PersonUpdateInput;

/** Who has left, can still be told apart by name, and has that in their name or address: the last to leave come first. */
export async function peopleWhoLeft(
  db: Prisma.TransactionClient,
  query: string,
  limit: number,
): Promise<{ id: string; name: string; deactivatedAt: Date | null }[]> {
  const like = { contains: query.trim(), mode: 'insensitive' as const };
  return db.person.findMany({
    where: {
      ...{ deactivatedAt: { not: null }, forgottenAt: null, isBot: false },
      ...(query.trim() && { OR: [{ name: like }, { email: like }] }),
    },
    select: { id: true, name: true, deactivatedAt: true },
    orderBy: [{ deactivatedAt: 'desc' }, { id: 'asc' }],
    take: limit,
  });
}

/** Who was forgotten and hasn't come back; those who were looked at longest ago come first. */
export async function forgottenPeople(db: Prisma.TransactionClient, limit: number): Promise<Person[]> {
  const where = { forgottenAt: { not: null }, deactivatedAt: { not: null } };
  const rows = await db.person.findMany({ where, orderBy: [{ forgottenAt: 'asc' }, { id: 'asc' }], take: limit });
  return rows.map(personOf);
}
