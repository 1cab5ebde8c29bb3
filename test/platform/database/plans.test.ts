import { historyLooks } from '../../../bench/history-looks.js';
import { fillHistory, HISTORY } from '../../../bench/history-rows.js';
import type { Transaction } from '../../../src/platform/office.js';
import { Temporal } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';
import { testOffice } from '../../support/office.js';

const SIZE = 20_000;
/** What grows with the years. */
const HISTORIES = ['Ticket', 'TicketEvent', 'Sheet', 'SheetEntry', 'AuditEntry'];
/** Far less than a history, and more than any page, queue or team has. */
const MOST_ROWS = 5_000;

/** Times tell of the machine; how many rows are read tells of the plan. */
describe('with years of history', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await fillHistory(database.prisma, SIZE);
  }, 120_000);
  afterAll(() => database.close());

  async function readBy(work: (tx: Transaction) => Promise<unknown>) {
    const office = testOffice(database, Temporal.Instant.from(HISTORY.now));
    return office.transact(async (tx) => {
      const before = new Map((await readSoFar(tx)).map((row) => [row.name, row]));
      await work(tx);
      return (await readSoFar(tx)).map(({ name, scans, scanned, fetched }) => {
        const had = before.get(name);
        return {
          name,
          scans: scans - (had?.scans ?? 0),
          scanned: scanned - (had?.scanned ?? 0),
          fetched: fetched - (had?.fetched ?? 0),
        };
      });
    });
  }

  /** By this session, since it last told the server's statistics of it. */
  const readSoFar = ({ db }: Pick<Transaction, 'db'>) =>
    db.$queryRaw<{ name: string; scans: number; scanned: number; fetched: number }[]>`
      SELECT "relname" AS "name", "seq_scan"::int AS "scans", "seq_tup_read"::int AS "scanned",
        coalesce("idx_tup_fetch", 0)::int AS "fetched"
      FROM pg_stat_xact_user_tables WHERE "relname" = ANY (${HISTORIES}::text[])`;

  it.each(historyLooks)('$name: no history is read from end to end', async ({ look }) => {
    for (const turn of [0, 1, 60]) {
      const read = await readBy((tx) => look(tx, turn));
      expect(read.filter(({ scans }) => scans > 0)).toEqual([]);
      expect(read.filter(({ fetched }) => fetched > MOST_ROWS)).toEqual([]);
    }
  });

  it('a history that is read from end to end would be noticed', async () => {
    const read = await readBy(({ db }) => db.ticket.count({ where: { text: { contains: 'zeppelin' } } }));
    expect(read.find(({ name }) => name === 'Ticket')).toMatchObject({ scans: 1, scanned: SIZE });
  });
});
