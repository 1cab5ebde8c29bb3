import { approversOf } from '../../../src/platform/approvals/deciders.js';
import { delegationsIn } from '../../../src/platform/approvals/delegations.js';
import type { Office } from '../../../src/platform/office.js';
import { Temporal } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { testOffice } from '../../support/office.js';

// Ioana answers to Mihai, Mihai to Sanda; Radu and Alina are asked where no manager is.
const [IOANA, MIHAI, SANDA, RADU, ALINA] = ['U0IOANA', 'U0MIHAI', 'U0SANDA', 'U0RADU', 'U0ALINA'] as const;
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const today = new Date('2026-03-02');

let database: TestDatabase;
let office: Office;
beforeAll(async () => {
  database = await testDatabase();
  office = testOffice(database, now);
});
beforeEach(async () => {
  await database.empty();
  const lines = { [IOANA]: MIHAI, [MIHAI]: SANDA, [SANDA]: null, [RADU]: null, [ALINA]: null };
  const data = Object.entries(lines).map(([id, managerId]) => ({ id, name: id, managerId, syncedAt: today }));
  await database.prisma.person.createMany({ data });
});
afterAll(() => database.close());

const deciders = (fallback: string[] = [RADU, ALINA]) => office.read((look) => approversOf(look, IOANA, fallback));
const change = (id: string, data: { managerId?: string; deactivatedAt?: Date }) =>
  database.prisma.person.update({ where: { id }, data });
const isAway = (personId: string) =>
  database.prisma.absence.create({ data: { personId, firstDay: today, lastDay: today } });
const lends = (personId: string, delegateId: string) => {
  const day = Temporal.PlainDate.from('2026-03-02');
  return delegationsIn(database.prisma).add({ personId, delegateId, from: day, until: day, note: null });
};

describe('whoever decides on what somebody asks', () => {
  it('is their manager', async () => expect(await deciders()).toEqual([MIHAI]));

  it('is joined by the next manager while away with nobody standing in', async () => {
    await isAway(MIHAI);
    expect(await deciders()).toEqual([MIHAI, SANDA]);
    await lends(MIHAI, RADU);
    expect(await deciders()).toEqual([MIHAI]);
  });

  it('counts as alone where whoever stands in is away too, or is who asks', async () => {
    await isAway(MIHAI);
    await lends(MIHAI, IOANA);
    expect(await deciders()).toEqual([MIHAI, SANDA]);
    await lends(MIHAI, RADU);
    await isAway(RADU);
    expect(await deciders()).toEqual([MIHAI, SANDA]);
  });

  it('is joined by the others where every manager is away', async () => {
    await Promise.all([isAway(MIHAI), isAway(SANDA)]);
    expect(await deciders()).toEqual([MIHAI, SANDA, RADU, ALINA]);
  });

  it('is the next one up where the manager has left', async () => {
    await change(MIHAI, { deactivatedAt: today });
    expect(await deciders()).toEqual([SANDA]);
  });

  it('is never the person, whoever is named and however the lines run', async () => {
    await change(IOANA, { managerId: IOANA });
    expect(await deciders([IOANA, ALINA])).toEqual([ALINA]);
    await change(IOANA, { managerId: MIHAI });
    await change(MIHAI, { managerId: IOANA, deactivatedAt: today });
    await change(RADU, { deactivatedAt: today });
    expect(await deciders()).toEqual([ALINA]);
  });
});
