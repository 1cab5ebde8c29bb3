import type { Prisma } from '../../generated/prisma/client.js';
import { dayIn, fromDay, toDay } from '../people/days.js';
import type { Temporal } from '../time.js';

type Db = Prisma.TransactionClient;

/** Who stands in for somebody, on which days: both inclusive, in the zone of whoever is stood in for. */
export interface Delegation {
  id: string;
  personId: string;
  delegateId: string;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  /** Not escaped. */
  note: string | null;
}

export const delegationsIn = (db: Db) => ({
  /** Of somebody, those that aren't over on that day. */
  async of(personId: string, today: Temporal.PlainDate): Promise<Delegation[]> {
    const where = { personId, lastDay: { gte: fromDay(today) } };
    return (await db.delegation.findMany({ where, orderBy: [{ firstDay: 'asc' }, { id: 'asc' }] })).map(delegationOf);
  },

  /** Of two who write down somebody's delegations at the same time, the second waits and sees the first's. */
  async hold(personId: string): Promise<void> {
    await db.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId} FOR UPDATE`;
  },

  async add({ from, until, ...rest }: Omit<Delegation, 'id'>): Promise<Delegation> {
    const data = { ...rest, firstDay: fromDay(from), lastDay: fromDay(until) };
    return delegationOf(await db.delegation.create({ data }));
  },

  /** All of which they are part, on either side. */
  async forget(personId: string): Promise<number> {
    return (await db.delegation.deleteMany({ where: { OR: [{ personId }, { delegateId: personId }] } })).count;
  },

  async remove(id: string, personId: string): Promise<boolean> {
    return (await db.delegation.deleteMany({ where: { id, personId } })).count > 0;
  },

  /** Who stands in for these people at that moment: person → delegates. Both still work here. */
  async standInsOf(personIds: readonly string[], at: Temporal.Instant): Promise<Map<string, string[]>> {
    if (personIds.length === 0) return new Map();
    const rows = await db.delegation.findMany({ where: { personId: { in: [...personIds] }, ...around(at) } });
    const current = await inForce(db, rows, at);
    const standIns = new Map<string, string[]>();
    for (const { personId, delegateId } of current) {
      standIns.set(personId, [...(standIns.get(personId) ?? []), delegateId]);
    }
    return standIns;
  },

  /** For whom somebody stands in at that moment. */
  async stoodInForBy(delegateId: string, at: Temporal.Instant): Promise<string[]> {
    const rows = await db.delegation.findMany({ where: { delegateId, ...around(at) } });
    return (await inForce(db, rows, at)).map(({ personId }) => personId);
  },
});

/** Days that may be today somewhere: which they are is asked of each person's own zone. */
const around = (at: Temporal.Instant): Prisma.DelegationWhereInput => {
  const today = dayIn('UTC', at);
  return { firstDay: { lte: fromDay(today.add({ days: 1 })) }, lastDay: { gte: fromDay(today.subtract({ days: 1 })) } };
};

type Row = Prisma.DelegationGetPayload<object>;

async function inForce(db: Db, rows: readonly Row[], at: Temporal.Instant): Promise<readonly Row[]> {
  if (rows.length === 0) return rows;
  const ids = rows.flatMap(({ personId, delegateId }) => [personId, delegateId]);
  const people = new Map((await db.person.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]));
  return rows.filter(({ personId, delegateId, firstDay, lastDay }) => {
    const [person, delegate] = [people.get(personId), people.get(delegateId)];
    // Who has left can't lend what they no longer have.
    if (person?.deactivatedAt !== null || delegate?.deactivatedAt !== null) return false;
    const today = fromDay(dayIn(person.timeZone, at));
    return firstDay <= today && today <= lastDay;
  });
}

const delegationOf = ({ firstDay, lastDay, ...row }: Row): Delegation => ({
  ...row,
  from: toDay(firstDay),
  until: toDay(lastDay),
});
