import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/platform/database/database.js';

const root = path.resolve(import.meta.dirname, '..');
const typescript = path.join(root, 'scripts/typescript.mjs');
const samples = path.join(root, 'samples/people.csv');

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'switchboard-import-'));
});
afterEach(() => rmSync(place, { recursive: true }));

/** What `npm run import` prints, and its exit code. */
const run = (...args: string[]) =>
  new Promise<{ said: string; code: number }>((resolve) => {
    const program = path.join(root, 'src/import.ts');
    const env = { PATH: process.env.PATH, DATA_FOLDER: place };
    execFile(
      process.execPath,
      ['--import', typescript, program, ...args],
      { env, cwd: place },
      (error, out, complaints) => resolve({ said: out + complaints, code: Number(error?.code ?? 0) }),
    );
  });

async function countPeople(): Promise<number> {
  const database = await openDatabase({ kind: 'pglite', folder: path.join(place, 'pglite') });
  const count = await database.prisma.employee.count();
  await database.close();
  return count;
}

it('tells what the demo company’s list would do, then does it, and says nothing of anybody’s pay', async () => {
  const dry = await run(samples, '--dry-run');
  expect(dry).toMatchObject({ code: 0, said: expect.stringContaining('12 new, 0 changed, 0 unchanged') });
  expect(await countPeople()).toBe(0);
  const done = await run(samples);
  expect(done).toMatchObject({ code: 0, said: expect.stringMatching(/\nImported\.\n$/) });
  expect(done.said).not.toMatch(/165|RO\d\d|DEMO/);
  expect(await countPeople()).toBe(12);
}, 120_000);

it('imports nothing beside bad lines unless told to leave them out', async () => {
  const list = path.join(place, 'people.csv');
  writeFileSync(
    list,
    'number;name;job;rate;weekly hours;starts\n1;Ana;Cashier;x;40;2026-01-01\n2;Toma;Cashier;45;40;2026-01-01\n',
  );
  expect(await run(list)).toMatchObject({
    code: 1,
    said: expect.stringContaining('Line 2 (1 Ana): The rate is no amount'),
  });
  expect(await countPeople()).toBe(0);
  expect((await run(list, '--skip-bad')).code).toBe(0);
  expect(await countPeople()).toBe(1);
}, 120_000);

it('says what it lacks: a list, or one that is there', async () => {
  expect(await run()).toMatchObject({ code: 64, said: expect.stringContaining('Say which list') });
  expect(await run('none.csv')).toMatchObject({ code: 1, said: expect.stringContaining('There is no such file') });
}, 60_000);
