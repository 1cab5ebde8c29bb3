import type { Prisma } from '../../generated/prisma/client.js';
import { toDate, toInstant } from '../time.js';
import type { Staff } from './person.js';

/** Who staffs which desk, as admins appointed them. Those who left the company staff nothing. */
export const staffIn = (db: Prisma.TransactionClient): Staff => ({
  async of(desk) {
    const rows = await db.staffMember.findMany({
      where: { desk, person: { deactivatedAt: null } },
      orderBy: [{ lastTurnAt: { sort: 'asc', nulls: 'first' } }, { personId: 'asc' }, { role: 'asc' }],
    });
    return rows.map(({ personId, role, lastTurnAt }) => ({
      personId,
      role,
      lastTurnAt: lastTurnAt && toInstant(lastTurnAt),
    }));
  },
  async rolesOf(desk, personId) {
    const rows = await db.staffMember.findMany({
      where: { desk, personId, person: { deactivatedAt: null } },
      orderBy: { role: 'asc' },
    });
    return rows.map(({ role }) => role);
  },
  async appoint(desk, role, personIds) {
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
  },
  async tookTurn(desk, personId, at) {
    await db.staffMember.updateMany({ where: { desk, personId }, data: { lastTurnAt: toDate(at) } });
  },
});
