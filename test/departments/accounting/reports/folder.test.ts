import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
});
