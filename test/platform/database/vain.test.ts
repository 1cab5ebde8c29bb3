import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../../../src/generated/prisma/client.js';
import { isVain, sparing } from '../../../src/platform/database/vain.js';
import { testTarget } from '../../support/database.js';

/** A database that says what it was asked. */
async function openListening() {
  const { target, drop } = await testTarget();
  const lite =
    target.kind === 'pglite' ? await PGlite.create({ ...(target.load && { loadDataDir: target.load }) }) : null;
  const factory: SqlDriverAdapterFactory =
    target.kind === 'pglite' ? new PrismaPGlite(lite as PGlite) : new PrismaPg(target.url);
  const asked: string[] = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      asked.push(query.sql);
      return ask(query);
    };
    return adapter;
  };
  const prisma = new PrismaClient({ adapter: sparing(factory) });
  const close = async () => {
    await prisma.$disconnect();
    await lite?.close();
    await drop();
  };
  return { prisma, asked, close };
}

let open: Awaited<ReturnType<typeof openListening>>;
beforeAll(async () => {
  open = await openListening();
}, 60_000);
afterAll(() => open.close());
beforeEach(async () => {
  await open.prisma.ticket.deleteMany();
  open.asked.length = 0;
});

const withTargets = { include: { targets: { orderBy: { dueAt: 'asc' as const } } } };

describe('the database isn’t asked', () => {
  it('for what belongs to rows, where there are none', async () => {
    expect(await open.prisma.ticket.findMany(withTargets)).toEqual([]);
    expect(open.asked).toEqual([expect.stringContaining('FROM "public"."Ticket"')]);
  });

  it('for what is in an empty list', async () => {
    expect(await open.prisma.ticket.findMany({ where: { number: { in: [] } }, take: 5 })).toEqual([]);
    expect(open.asked).toEqual([]);
  });

  it('within a transaction either', async () => {
    const find = () => open.prisma.$transaction((tx) => tx.callRing.findMany({ where: { personId: { in: [] } } }));
    expect(await find()).toEqual([]);
    expect(open.asked).toEqual([]);
  });
});

it('what belongs to rows is asked for where there are some', async () => {
  const at = new Date('2026-03-02T08:00:00Z');
  await open.prisma.ticket.create({
    data: {
      ...{ text: 'Till 3 is frozen', category: 'till', priority: 'normal', state: 'new' },
      ...{ requesterId: 'U1', createdAt: at, updatedAt: at, owedSince: at },
      targets: { create: { kind: 'respond', dueAt: at } },
    },
  });
  expect(await open.prisma.ticket.findMany(withTargets)).toMatchObject([
    { text: 'Till 3 is frozen', targets: [{ kind: 'respond' }] },
  ]);
});

describe('what may be asked in vain is told from what looks like it', () => {
  const start = 'SELECT "public"."Story"."id" FROM "public"."Story" WHERE ';
  it.each([
    ...['1=0', '1=0 OFFSET $1', '1=0 LIMIT $1 OFFSET $2', '"public"."Story"."id" IN (NULL) OFFSET $1'],
    '"public"."Story"."id" IN (NULL) ORDER BY "public"."Story"."seenAt" DESC, "public"."Story"."id" ASC OFFSET $1',
  ])('%s', (end) => {
    expect(isVain(start + end)).toBe(true);
  });

  it.each([
    ...['1=1', '"public"."Story"."id" IN ($1)', '("public"."Story"."id" IN (NULL) OR 1=1)', '1=0 OR 1=1'],
    ...['"public"."Story"."id" IN (NULL) OR "public"."Story"."id" = $1', '"public"."Story"."id" IN (NULL); SELECT 1'],
    'EXISTS (SELECT 1 FROM "public"."Feed" WHERE 1=0)',
  ])('not %s', (end) => {
    expect(isVain(start + end)).toBe(false);
  });

  it('not what counts: none is an answer of its own', () => {
    expect(
      isVain('SELECT COUNT(*) AS "_count" FROM (SELECT "id" FROM "public"."Story" WHERE 1=0 OFFSET $1) AS "sub"'),
    ).toBe(false);
  });
});
