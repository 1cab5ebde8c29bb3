import { forgetOldIncoming } from '../../../src/platform/incoming/forget.js';
import { Temporal, toDate } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { testOffice } from '../../support/office.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());

it('forgets requests of more than a day ago, and keeps those that Slack may still repeat', async () => {
  const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
  const ago = (minutes: number) => ({ key: `${minutes}`, at: toDate(now.subtract({ minutes })) });
  await database.prisma.incoming.createMany({ data: [1, 24 * 60, 24 * 60 + 1, 9_999].map(ago) });
  await testOffice(database, now).transact((tx) => forgetOldIncoming.run(tx, { dueAt: now, now }));
  const kept = await database.prisma.incoming.findMany({ orderBy: { at: 'desc' } });
  expect(kept.map(({ key }) => key)).toEqual(['1', '1440']);
});
