import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { openReception, type Reception } from './reception.js';

let database: TestDatabase;
let at: Reception;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  at = await openReception(database);
  await at.office.transact(async ({ staff }) => {
    await staff.appoint('shop.tills', 'keeper', ['UBO', 'UANA']);
    await staff.appoint('shop.tills', 'lead', ['UBEA', 'UBO']);
  });
});

const runJobs = (instant: string) => {
  at.moveTo(instant);
  return at.office.transact(async (tx) => {
    for (const job of at.door.jobs ?? []) await job.run(tx, { dueAt: tx.now, now: tx.now });
  });
};
const deactivate = (id: string, deactivatedAt: Date | null = new Date(0)) =>
  database.prisma.person.update({ where: { id }, data: { deactivatedAt } });
const told = async () => (await at.letters()).map(({ to }) => to).sort();

describe('a departure that no event told of', () => {
  it('takes the person off their desks, and admins and leads are told once', async () => {
    await deactivate('UBO');
    await runJobs('2026-07-30T09:15:00Z');
    expect(await told()).toEqual(['UADA', 'UBEA', 'URADU']);
    await runJobs('2026-07-30T09:30:00Z');
    await at.happen({ type: 'user_change', user: { id: 'UBO', deleted: true } }, null);

    expect(await database.prisma.staffMember.count({ where: { personId: 'UBO' } })).toBe(0);
    expect(await told()).toEqual(['UADA', 'UBEA', 'URADU']);
    expect((await at.letters()).find(({ to }) => to === 'UBEA')?.text).toBe(
      'Bo Keeper no longer has a Slack account here and was taken off the desk Till desk (Keepers and Leads).',
    );
    expect(at.seen.changedBy).toEqual(['system']);
  });

  it('is told of again for somebody who came back in between', async () => {
    await deactivate('UANA');
    await runJobs('2026-07-30T09:15:00Z');
    await deactivate('UANA', null);
    await at.office.transact(({ staff }) => staff.appoint('shop.tills', 'keeper', ['UANA']));
    await deactivate('UANA');
    await runJobs('2026-07-30T09:30:00Z');
    expect((await told()).filter((id) => id === 'UADA')).toHaveLength(2);
  });

  it('leaves those alone who work here', async () => {
    await runJobs('2026-07-30T09:15:00Z');
    expect(await told()).toEqual([]);
    expect(await database.prisma.staffMember.count()).toBe(4);
  });
});
