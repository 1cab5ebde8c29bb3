import { type TestDatabase, testDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());

it('tells listeners of a notification once it is committed', async () => {
  const heard: string[] = [];
  const stop = await database.listen('Doorbell', (payload) => heard.push(payload));
  await database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_notify('Doorbell', 'first')`;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual([]);
  });
  await expect.poll?.(() => heard);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard).toEqual(['first']);
  stop();
});
it('audit', async () => {
  const at = new Date();
  const a = await database.prisma.auditEntry.create({data: {at, actor: 'a', action: 'b', object: 'c', detail: '{}'}});
  console.log(a);
  await database.prisma.auditEntry.createMany({data: [{at, actor: 'a', action: 'b', object: 'c', detail: '{}'},{at, actor: 'a', action: 'b', object: 'c', detail: '{}'}]});
  console.log(await database.prisma.auditEntry.findMany());
  await database.empty();
});
