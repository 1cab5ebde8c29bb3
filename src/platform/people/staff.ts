import type { Prisma } from '../../generated/prisma/client.js';
import { toDate, toInstant } from '../time.js';
import type { Staff, StaffMember } from './person.js';

/** Who staffs which desk, as admins appointed them. Those who left the company staff nothing. */
export function staffIn(db: Prisma.TransactionClient): Staff {
  // One piece of work asks several times who staffs its desk.
  const known = new Map<string, Promise<StaffMember[]>>();
  const held = new Set<string>();
  const of = (desk: string) => {
    const staff = known.get(desk) ?? staffOf(db, desk);
    known.set(desk, staff);
    return staff;
  };
  return {
    of,
    async rolesOf(desk, personId) {
      const own = (await of(desk)).filter((member) => member.personId === personId);
      return own.map(({ role }) => role).sort();
    },
    appoint(desk, role, personIds) {
      known.delete(desk);
      return appoint(db, desk, role, personIds);
    },
    async hold(desk) {
      if (!held.has(desk)) {
        await db.$queryRaw`SELECT 1 FROM "StaffMember" WHERE "desk" = ${desk} ORDER BY "personId", "role" FOR UPDATE`;
        known.delete(desk);
        held.add(desk);
      }
      return of(desk);
    },
    async tookTurn(desk, personId, at) {
      known.delete(desk);
      await db.$executeRaw`
        UPDATE "StaffMember" SET "lastTurnAt" = greatest(${toDate(at)}::timestamptz,
          (SELECT max("lastTurnAt") + interval '1 millisecond' FROM "StaffMember" WHERE "desk" = ${desk}))
        WHERE "desk" = ${desk} AND "personId" = ${personId}`;
    },
  };
}

async function staffOf(db: Prisma.TransactionClient, desk: string): Promise<StaffMember[]> {
  const rows = await db.staffMember.findMany({
    where: { desk, person: { deactivatedAt: null } },
    orderBy: [{ lastTurnAt: { sort: 'asc', nulls: 'first' } }, { personId: 'asc' }, { role: 'asc' }],
  });
  return rows.map(({ personId, role, lastTurnAt }) => ({
    personId,
    role,
    lastTurnAt: lastTurnAt && toInstant(lastTurnAt),
  }));
}

async function appoint(db: Prisma.TransactionClient, desk: string, role: string, personIds: readonly string[]) {
  const before = (await db.staffMember.findMany({ where: { desk, role } })).map(({ personId }) => personId);
  const wanted = [...new Set(personIds)];
  const added = wanted.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !wanted.includes(id));
  await db.staffMember.deleteMany({ where: { desk, role, personId: { in: removed } } });
  await db.staffMember.createMany({
    data: added.map((personId) => ({ desk, role, personId })),
    skipDuplicates: true,
  });
  return { added, removed };
}
