import type { Prisma } from '../../generated/prisma/client.js';
import type { Temporal } from '../time.js';
import { dayIn, fromDay, toDay } from './days.js';
import type { Absence, People, Person } from './person.js';
import { personOf } from './person-row.js';
import { saysAway, saysBusy } from './slack-status.js';

type Db = Prisma.TransactionClient;

/** A query takes so many values at most. */
const EMAILS_AT_ONCE = 5_000;

/** People as the database last heard of them from Slack; one piece of work often asks for the same one again. */
export const peopleIn = (db: Db, known = new Map<string, Promise<Person | null>>()): People => ({
  get(id) {
    const person = known.get(id) ?? findPerson(db, id);
    known.set(id, person);
    return person;
  },
  async many(ids) {
    const asked = [...new Set(ids)];
    const unknown = asked.filter((id) => !known.has(id));
    const rows = unknown.length > 0 ? await db.person.findMany({ where: { id: { in: unknown } } }) : [];
    for (const row of rows) known.set(row.id, Promise.resolve(personOf(row)));
    const people = await Promise.all(asked.map((id) => known.get(id) ?? null));
    return people.filter((person) => person !== null);
  },
  async withEmails(emails) {
    const found = new Map<string, Person>();
    for (let start = 0; start < emails.length; start += EMAILS_AT_ONCE) {
      const some = emails.slice(start, start + EMAILS_AT_ONCE);
      const rows = await db.person.findMany({ where: { email: { in: some }, isBot: false, deactivatedAt: null } });
      for (const row of rows) if (row.email) found.set(row.email, personOf(row));
    }
    return found;
  },
  async admins() {
    const rows = await db.person.findMany({ where: { isAdmin: true, isBot: false, deactivatedAt: null } });
    return rows.map(personOf);
  },
  awayAmong: (ids, at) => awayAmong(db, ids, at),
  async busyAmong(ids, at) {
    const rows = await db.person.findMany({ where: { id: { in: [...ids] } } });
    return new Set(rows.filter((row) => saysBusy(row, at)).map(({ id }) => id));
  },
  async absencesOf(ids, since) {
    const rows = await db.absence.findMany({
      where: { personId: { in: [...ids] }, lastDay: { gte: fromDay(since) } },
      orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
    });
    return rows.map(absenceOf);
  },
  async addAbsence({ personId, from, until, note }) {
    const data = { personId, firstDay: fromDay(from), lastDay: fromDay(until), note };
    return absenceOf(await db.absence.create({ data }));
  },
  async removeAbsence(id, personId) {
    return (await db.absence.deleteMany({ where: { id, personId } })).count > 0;
  },
  async chooseLanguage(id, language) {
    known.delete(id);
    await db.person.updateMany({ where: { id }, data: { language } });
  },
});

async function findPerson(db: Db, id: string): Promise<Person | null> {
  const row = await db.person.findUnique({ where: { id } });
  return row && personOf(row);
}

/** Who left counts as away too: nothing should be handed to them. */
async function awayAmong(db: Db, ids: readonly string[], at: Temporal.Instant): Promise<Set<string>> {
  const rows = await db.person.findMany({ where: { id: { in: [...ids] } }, include: { absences: true } });
  const away = rows.filter((row) => {
    const today = fromDay(dayIn(row.timeZone, at));
    const isAbsent = row.absences.some(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay);
    return row.deactivatedAt !== null || isAbsent || saysAway(row, at);
  });
  return new Set(away.map(({ id }) => id));
}

const absenceOf = (row: {
  id: string;
  personId: string;
  firstDay: Date;
  lastDay: Date;
  note: string | null;
}): Absence => ({
  id: row.id,
  personId: row.personId,
  from: toDay(row.firstDay),
  until: toDay(row.lastDay),
  note: row.note,
});
