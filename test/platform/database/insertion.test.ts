import { Prisma } from '../../../src/generated/prisma/client.js';
import { insertion, returning } from '../../../src/platform/database/insertion.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());

const at = new Date('2026-11-23T09:00:00.123Z');

it('rows are inserted in their order, with what the table gives where a column is named by none', async () => {
  const names = Array.from({ length: 50 }, (_, index) => `note ${index}`);
  const rows = names.map((object) => ({ at, actor: 'U1', action: 'test.note', object, detail: '{}' }));
  await database.prisma.$executeRaw(insertion('AuditNote', rows));
  const entries = await database.prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } });
  expect(entries.map(({ object }) => object)).toEqual(names);
  expect(entries[0]?.at).toEqual(at);
});

it('whatever people paste is kept as it is, but for what PostgreSQL cannot keep', async () => {
  const once = `"; DROP TABLE "Letter"; -- ' \\ \\u0000 👩‍💻`;
  const payload = { text: `nul\0 half \uD83D emoji 👩‍💻 \\u0000 \\ud800`, blocks: [{ deep: ['\0'] }] };
  const rows = [
    { once, kind: 'post', lane: 'C1', payload, createdAt: at },
    { once: 'plain', kind: 'post', lane: 'C2', about: 'it/1', payload: {}, createdAt: at, notBefore: at },
  ];
  const added = await database.prisma.$queryRaw<Record<string, unknown>[]>`
    ${insertion('Letter', rows)} ${returning(Prisma.LetterScalarFieldEnum)}`;
  expect(added).toMatchObject([
    {
      ...{ once, lane: 'C1', about: null, state: 'pending', attempts: 0, createdAt: at, notBefore: null },
      payload: { text: `nul half \uFFFD emoji 👩‍💻 \\u0000 \\ud800`, blocks: [{ deep: [''] }] },
    },
    { once: 'plain', lane: 'C2', about: 'it/1', payload: {}, notBefore: at },
  ]);
  expect(await database.prisma.letter.findMany({ orderBy: { id: 'asc' } })).toEqual(added);
});
