import { auditAt } from '../../../src/platform/audit/record.js';
import { verifyAudit } from '../../../src/platform/audit/verify.js';
import { copyDatabase } from '../../../src/platform/database/copy.js';
import { type OpenDatabase, openDatabase } from '../../../src/platform/database/database.js';
import { outboxIn } from '../../../src/platform/outbox/write.js';
import { Temporal } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase, testTarget } from '../../support/database.js';

// From the embedded database; to another, or with TEST_DATABASE_URL to a server.
describe('a database that is moved', () => {
  let from: OpenDatabase;
  let to: TestDatabase;
  const at = (text: string) => new Date(text);
  const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

  beforeAll(async () => {
    const { TEST_DATABASE_URL: server, ...rest } = process.env;
    process.env = rest;
    from = await openDatabase((await testTarget()).target);
    process.env = { ...rest, ...(server && { TEST_DATABASE_URL: server }) };
    to = await testDatabase();
    await fill();
  });
  beforeEach(() => to.empty());
  afterAll(async () => {
    await from.close();
    await to.close();
  });

  /** Something of every kind of column, and of every table with a trigger. */
  async function fill() {
    const { prisma } = from;
    await prisma.person.create({
      data: {
        id: 'U1',
        name: 'Ană „de” \\ "x" 🙂',
        timeZone: 'Europe/Bucharest',
        syncedAt: at('2026-11-26T10:00:00.123Z'),
      },
    });
    await prisma.ticket.createMany({
      data: Array.from({ length: 1_203 }, (_, number) => ({
        ...({
          category: 'other',
          priority: 'normal',
          text: `line one\nline two ${number}`,
          requesterId: 'U1',
        } as const),
        ...{ spentMinutes: number / 3, createdAt: at('2026-11-26T10:00:00Z'), updatedAt: at('2026-11-26T10:00:00Z') },
        owedSince: at('2026-11-26T10:00:00Z'),
      })),
    });
    await prisma.letter.create({
      data: {
        once: 'a',
        kind: 'post',
        lane: 'C1',
        payload: { text: '<@U1> & "x"', deep: [null, 1.5] },
        createdAt: at('2026-11-26T10:00:00Z'),
      },
    });
    await prisma.payRun.create({
      data: {
        ...{ id: id(1), from: at('2026-10-01'), until: at('2026-10-31'), payday: at('2026-11-10'), preparedBy: 'U1' },
        ...{ preparers: ['U1', 'U2, "x"'], computedAt: at('2026-11-01T00:00:00Z'), fingerprint: 'x' },
        payslips: {
          create: [
            {
              employeeNumber: '1',
              currency: 'RON',
              name: 'N',
              lines: [],
              gross: 9_007_199_254_740_993n,
              deducted: 0n,
              net: -1n,
            },
          ],
        },
      },
    });
    await prisma.payRun.update({ where: { id: id(1) }, data: { state: 'approved' } });
    await prisma.marketRate.create({
      data: { symbol: 'EUR/RON', day: at('2026-11-26'), value: '4.976543', source: 'x' },
    });
    await prisma.ledgerDraft.create({
      data: {
        ownerId: 'U1',
        name: 'x',
        kind: 'actual',
        bytes: new Uint8Array([0, 255, 10, 34, 92]),
        madeAt: at('2026-11-26T10:00:00Z'),
      },
    });
    for (let count = 0; count < 5; count++) {
      await prisma.$transaction(async (db) => {
        const audit = auditAt(Temporal.Instant.from('2026-11-26T10:00:00Z'));
        await audit.record({ actor: 'U1', action: 'x.y', object: `x/${count}`, detail: { text: 'é "' } });
        await outboxIn(db, Temporal.Now.instant()).write(audit.takeNotes());
      });
    }
  }

  it('has every row as it was, and goes on with the next numbers', async () => {
    const copied = await copyDatabase(from.prisma, to.prisma);
    expect(
      Object.fromEntries(copied.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows])),
    ).toMatchObject({
      ...{
        Ticket: 1_203,
        Person: 1,
        Letter: 1,
        PayRun: 1,
        PayslipRow: 1,
        MarketRate: 1,
        LedgerDraft: 1,
        AuditEntry: 5,
      },
    });
    for (const { table } of copied) {
      const all = `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) AS "print" FROM "${table}" AS t`;
      const [[one], [other]] = [
        await from.prisma.$queryRawUnsafe<[{ print: string }]>(all),
        await to.prisma.$queryRawUnsafe<[{ print: string }]>(all),
      ];
      expect([table, other]).toEqual([table, one]);
    }
    const next = await to.prisma.ticket.create({
      data: {
        ...({ category: 'other', priority: 'normal', text: 'x', requesterId: 'U1', owedSince: new Date() } as const),
        ...{ createdAt: new Date(), updatedAt: new Date() },
      },
    });
    expect(next.number).toBe(1_204);
  });

  it('keeps its record, which still verifies, and refuses to be written anew as before', async () => {
    await copyDatabase(from.prisma, to.prisma);
    expect(await verifyAudit(to.prisma)).toMatchObject({ intact: true });
    await expect(to.prisma.auditEntry.deleteMany()).rejects.toThrow();
    await expect(
      to.prisma.payRun.update({ where: { id: id(1) }, data: { payday: at('2026-12-01') } }),
    ).rejects.toThrow();
  });

  it('isn’t put over another that has something in it', async () => {
    await to.prisma.person.create({ data: { id: 'U9', name: 'x', timeZone: 'UTC', syncedAt: new Date() } });
    await expect(copyDatabase(from.prisma, to.prisma)).rejects.toThrow("isn't empty (Person)");
    expect(await to.prisma.ticket.count()).toBe(0);
  });
});
