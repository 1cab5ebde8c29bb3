import type { Prisma } from '../../generated/prisma/client.js';
import { toDate, toInstant } from '../time.js';
import type { Staff, StaffMember } from './person.js';

/** Who staffs which desk, as admins appointed them. Those who left the company staff nothing. */
export function staffIn(db: Prisma.TransactionClient): Staff {
  // One piece of work asks several times who staffs a desk, and App Home asks it of every desk.
  let known: Promise<ReadonlyMap<string, StaffMember[]>> | undefined;
  const held = new Set<string>();
  const of = async (desk: string) => {
    known ??= allStaff(db);
    return (await known).get(desk) ?? [];
  };
  return {
    of,
    async rolesOf(desk, personId) {
      const own = (await of(desk)).filter((member) => member.personId === personId);
      return own.map(({ role }) => role).sort();
    },
    appoint(desk, role, personIds) {
      known = undefined;
      return appoint(db, desk, role, personIds);
    },
    async hold(desk) {
      if (!held.has(desk)) {
        await db.$queryRaw`SELECT 1 FROM "StaffMember" WHERE "desk" = ${desk} ORDER BY "personId", "role" FOR UPDATE`;
        known = undefined;
        held.add(desk);
      }
      return of(desk);
    },
    async tookTurn(desk, personId, at) {
      known = undefined;
      await db.$executeRaw`
        UPDATE "StaffMember" SET "lastTurnAt" = greatest(${toDate(at)}::timestamptz,
          (SELECT max("lastTurnAt") + interval '1 millisecond' FROM "StaffMember" WHERE "desk" = ${desk}))
        WHERE "desk" = ${desk} AND "personId" = ${personId}`;
    },
  };
}

/** By desk. They are a few dozen in all. */
async function allStaff(db: Prisma.TransactionClient): Promise<ReadonlyMap<string, StaffMember[]>> {
  const rows = await db.staffMember.findMany({
    where: { person: { deactivatedAt: null } },
    orderBy: [{ lastTurnAt: { sort: 'asc', nulls: 'first' } }, { personId: 'asc' }, { role: 'asc' }],
  });
  const staff = new Map<string, StaffMember[]>();
  for (const { desk, personId, role, lastTurnAt } of rows) {
    const colleagues = staff.get(desk) ?? [];
    colleagues.push({ personId, role, lastTurnAt: lastTurnAt && toInstant(lastTurnAt) });
    staff.set(desk, colleagues);
  }
  return staff;
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
