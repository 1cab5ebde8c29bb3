import fc from 'fast-check';
import type { Head } from '../../../src/platform/audit/head.js';
import { auditAt } from '../../../src/platform/audit/record.js';
import { verifyAudit } from '../../../src/platform/audit/verify.js';
import { outboxIn } from '../../../src/platform/outbox/write.js';
import { Temporal } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';

const now = Temporal.Instant.from('2026-11-23T09:00:00.123Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());
afterEach(() => database.empty());

const record = (object: string, actor = 'U1', detail = {}) =>
  database.prisma.$transaction(async (db) => {
    const audit = auditAt(now);
    await audit.record({ actor, action: 'it.help-desk.take', object, detail });
    await outboxIn(db, now).write(audit.takeNotes());
  });

async function recordSeveral(count: number): Promise<Head> {
  for (let number = 1; number <= count; number++) await record(`it.help-desk/${number}`);
  return (await verifyAudit(database.prisma)).head;
}

/** As somebody could who has the database's password. */
const tamper = (...statements: string[]) =>
  database.prisma.$transaction(async (db) => {
    await db.$executeRawUnsafe('ALTER TABLE "AuditEntry" DISABLE TRIGGER USER');
    for (const statement of statements) await db.$executeRawUnsafe(statement);
    await db.$executeRawUnsafe('ALTER TABLE "AuditEntry" ENABLE TRIGGER USER');
  });

it('is intact as it was written, in any language, with entries that look alike', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((value) => value.replaceAll('\0', ''));
  await fc.assert(
    fc.asyncProperty(text, text, text, async (object, actor, note) => {
      await record(object, actor, { note });
      expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true });
    }),
    { numRuns: 40 },
  );
});

it('is intact, and empty, where nothing was done yet', async () => {
  expect(await verifyAudit(database.prisma)).toEqual({ intact: true, head: { seq: 0n, hash: '0'.repeat(64) } });
});

it('keeps one chain however many write at once', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, number) => record(`case/${number}`)));
  expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true, head: { seq: 40n } });
});

it('is read page by page', async () => {
  await database.prisma.auditEntry.createMany({
    data: Array.from({ length: 2_100 }, (_, number) => ({
      at: new Date(0),
      actor: 'system',
      action: 'count',
      object: `n/${number}`,
      detail: '{}',
    })),
  });
  expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true, head: { seq: 2_100n } });
});

it('ignores numbers and hashes that the writer brings along', async () => {
  await database.prisma.auditEntry.create({
    data: { seq: 99n, at: new Date(0), actor: 'U1', action: 'a', object: 'o', detail: '{}', prevHash: 'x', hash: 'y' },
  });
  expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true, head: { seq: 1n } });
});

describe.each([
  ['a change', 'UPDATE "AuditEntry" SET actor = \'U2\''],
  ['a deletion', 'DELETE FROM "AuditEntry"'],
  ['being emptied', 'TRUNCATE "AuditEntry"'],
])('%s', (_, statement) => {
  it('is refused', async () => {
    await record('case/1');
    await expect(database.prisma.$executeRawUnsafe(statement)).rejects.toThrow('append-only');
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true, head: { seq: 1n } });
  });
});

describe('someone who gets round the refusal', () => {
  it.each([
    ['at', "at + interval '1 millisecond'"],
    ['actor', "'U2'"],
    ['action', "action || ' '"],
    ['object', "'it.help-desk/30'"],
    ['detail', "'{ }'"],
  ])('is found out by a changed %s', async (field, value) => {
    await recordSeveral(5);
    await tamper(`UPDATE "AuditEntry" SET ${field} = ${value} WHERE seq = 3`);
    expect(await verifyAudit(database.prisma)).toMatchObject({
      intact: false,
      seq: 3n,
      fault: 'entry 3 was changed after it was written',
    });
  });

  it('is found out by text that was moved from one field to the next', async () => {
    await record('case/1');
    await tamper(`UPDATE "AuditEntry" SET action = action || left(object, 1), object = substr(object, 2)`);
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: false, seq: 1n });
  });

  it('is found out by a changed hash', async () => {
    await recordSeveral(3);
    await tamper(`UPDATE "AuditEntry" SET hash = repeat('a', 64) WHERE seq = 2`);
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: false, seq: 2n });
  });

  it('is found out by an entry that is gone, also the first', async () => {
    await recordSeveral(4);
    await tamper('DELETE FROM "AuditEntry" WHERE seq = 3');
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: false, fault: 'entry 3 is missing' });
    await tamper('DELETE FROM "AuditEntry" WHERE seq = 1');
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: false, fault: 'entry 1 is missing' });
  });

  it('is found out by entries that changed places', async () => {
    await recordSeveral(4);
    await tamper(
      'UPDATE "AuditEntry" SET seq = 99 WHERE seq = 2',
      'UPDATE "AuditEntry" SET seq = 2 WHERE seq = 3',
      'UPDATE "AuditEntry" SET seq = 3 WHERE seq = 99',
    );
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: false, seq: 2n });
  });

  it('is found out by a cut tail, for whoever kept the head', async () => {
    const head = await recordSeveral(4);
    await tamper('DELETE FROM "AuditEntry" WHERE seq = 4');
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true });
    expect(await verifyAudit(database.prisma, head)).toMatchObject({
      intact: false,
      fault: 'the record ends at entry 3, but entry 4 was there before: its end was cut off',
    });
  });

  it('is found out by a chain that was written anew from the start, for whoever kept the head', async () => {
    const head = await recordSeveral(4);
    await tamper('DELETE FROM "AuditEntry"');
    for (let number = 1; number <= 5; number++) await record(`it.help-desk/${number}`, 'U2');
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true });
    expect(await verifyAudit(database.prisma, head)).toMatchObject({ intact: false, seq: 4n });
  });
});
