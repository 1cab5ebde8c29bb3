import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesOfFolder, takeFromFolder } from '../../../../src/departments/accounting/reports/service/folder.js';
import { hashOf, LARGEST_BYTES } from '../../../../src/departments/accounting/reports/service/ledgers.js';
import { KIT, type OpenReports, openReports } from './open-reports.js';

const titles = 'Date,Account,Description,Document,Amount';

describe('the folder that is watched', () => {
  let folder: string;
  let open: OpenReports;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ledgers-'));
    open = await openReports({ ledgerFolder: folder });
  });
  beforeEach(async () => {
    await open.begin();
    await rm(folder, { recursive: true, force: true });
    await open.makeFolder(folder);
  });
  afterAll(async () => {
    await open.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A file that the accounting program finished a minute ago. */
  async function lays(name: string, text: string, secondsAgo = 60) {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const then = new Date(Date.now() - secondsAgo * 1000);
    await utimes(file, then, then);
  }
  const looks = async () => {
    open.pass(10);
    await open.ticks(2);
  };
  const told = async () => (await open.letters(KIT)).map(({ text }) => text);
  const counted = () => open.prisma.ledgerEntry.count({ where: { countedAs: { not: null } } });

  it('is taken in by itself once somebody has explained its columns, and the bookkeepers hear of it', async () => {
    await lays('october.csv', `${titles}\n2026-10-02,704,Sale,1,5\n2026-10-02,612,Rent,2,-3`);
    await looks();
    expect(await told()).toEqual([expect.stringContaining('has columns that nobody explained yet')]);
    await looks();
    expect(await told()).toHaveLength(1);

    await open.takes(`${titles}\n2026-10-02,704,Sale,1,5\n2026-10-02,612,Rent,2,-3`);
    await lays('november.csv', `${titles}\n2026-11-02,704,Sale,7,5`);
    await looks();
    expect((await told()).at(-1)).toContain('“november.csv” from the watched folder is taken in: 1 row.');
    expect(await counted()).toBe(3);
    await lays('november again.csv', `${titles}\n2026-11-02,704,Sale,7,5`);
    await looks();
    expect(await counted()).toBe(3);
  });

  it.each([
    [
      'a row that can’t be read',
      `${titles}\n2026-11-02,704,Sale,7,5\nsoon,704,Sale,8,5`,
      'has rows that can’t be read',
    ],
    ['nothing new', `${titles}\n2026-10-02,704,Sale,1,5\n`, 'has nothing that doesn’t count already'],
    ['no table', 'hello', 'is no table with rows'],
  ])('takes nothing in of a file with %s, and says so once', async (_what, text, sentence) => {
    await open.takes(`${titles}\n2026-10-02,704,Sale,1,5`);
    await lays('x.csv', text);
    await looks();
    await looks();
    expect(await told()).toEqual([expect.stringContaining(sentence)]);
    expect(await counted()).toBe(1);
  });

  it('leaves alone what is still written, what is no table by its name, and a folder that is gone', async () => {
    await open.takes(`${titles}\n2026-10-02,704,Sale,1,5`);
    await lays('growing.csv', `${titles}\n2026-11-02,704,Sale,7,5`, 0);
    await lays('notes.pdf', `${titles}\n2026-11-02,704,Sale,7,5`);
    await looks();
    expect(await counted()).toBe(1);
    await rm(folder, { recursive: true });
    await looks();
    expect(await told()).toEqual([]);
  });

  it('whose file was refused takes it in by hand all the same', async () => {
    const text = `${titles}\n2026-10-02,704,Sale,1,5`;
    await lays('october.csv', text);
    await looks();
    await open.takes(text);
    expect(await counted()).toBe(1);
    expect(await open.prisma.ledgerFile.findMany()).toMatchObject([{ state: 'counted' }]);
  });

  it('has its tables read by name, ten at a time, and those that are known not again', async () => {
    for (let at = 11; at >= 0; at--)
      await lays(`${String(at).padStart(2, '0')}.csv`, `${titles}\n2026-11-02,704,x,${at},5`);
    const names = async (isKnown = async (_hash: string) => false) =>
      (await filesOfFolder(folder, isKnown)).map(({ name }) => name);
    expect(await names()).toEqual(Array.from({ length: 10 }, (_, at) => `${String(at).padStart(2, '0')}.csv`));
    const known = hashOf(new TextEncoder().encode(`${titles}\n2026-11-02,704,x,3,5`));
    expect(await names(async (hash) => hash === known)).toEqual(
      [0, 1, 2, 4, 5, 6, 7, 8, 9, 10].map((at) => `${String(at).padStart(2, '0')}.csv`),
    );
  });

  it('has tables by the end of their names, as large as can be read, and no folders', async () => {
    for (const name of ['a.CSV', 'b.tsv', 'c.txt', 'd.csv.bak', 'csv', 'e.xlsx']) await lays(name, 'x');
    await lays('full.csv', 'x'.repeat(LARGEST_BYTES));
    await lays('more.csv', 'x'.repeat(LARGEST_BYTES + 1));
    await open.makeFolder(path.join(folder, 'inner.csv'));
    const then = new Date(Date.now() - 60_000);
    await utimes(path.join(folder, 'inner.csv'), then, then);
    const found = await filesOfFolder(folder, async () => false);
    expect(found.map(({ name }) => name)).toEqual(['a.CSV', 'b.tsv', 'c.txt', 'full.csv']);
  });

  it('takes the very file that somebody took in by hand meanwhile for done', async () => {
    const text = `${titles}\n2026-10-02,704,Sale,1,5`;
    const bytes = new TextEncoder().encode(text);
    await open.takes(text);
    await open.work((desk) => takeFromFolder(desk, { name: 'x.csv', bytes, hash: hashOf(bytes) }));
    expect(await open.prisma.ledgerFile.count()).toBe(1);
    expect(await told()).toEqual([]);
  });
});
