import type { PrismaClient } from '../../generated/prisma/client.js';
import { type Clock, type Temporal, toDate, toInstant } from '../time.js';
import { together } from '../together.js';
import type { Person } from './person.js';
import { personOf } from './person-row.js';
import { type PersonHeardOf, rememberPerson } from './remember.js';

/** Where what Slack tells of people is kept; each call stands for itself, outside any piece of work. */
export interface PeopleMemory {
  find(id: string): Promise<{ person: Person; syncedAt: Temporal.Instant } | null>;
  remember(person: PersonHeardOf): Promise<Person>;
  /** They looked at App Home, and from now on it is kept up to date. */
  openedHome(id: string): Promise<void>;
}

/** A query more takes longer than a few people more in one. */
const COMPANY = { most: 100, atOnce: 1, patienceMs: 100, ofOneTurn: true };

export const peopleMemory = ({ prisma }: { prisma: PrismaClient }, clock: Clock): PeopleMemory => ({
  find: together((ids) => findAll(prisma, ids), COMPANY),
  remember: (person) => rememberPerson(prisma, clock.now(), person),
  async openedHome(id) {
    await prisma.person.updateMany({ where: { id }, data: { homeOpenedAt: toDate(clock.now()) } });
  },
});

/** Whoever asks for anything is looked up first, so that many of them are at the same moment. */
async function findAll(prisma: PrismaClient, ids: readonly string[]) {
  const rows = await prisma.person.findMany({ where: { id: { in: [...new Set(ids)] } } });
  const known = new Map(rows.map((row) => [row.id, { person: personOf(row), syncedAt: toInstant(row.syncedAt) }]));
  return ids.map((id) => known.get(id) ?? null);
}
