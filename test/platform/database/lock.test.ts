import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../src/platform/database/database.js';
import { lockFolder } from '../../../src/platform/database/lock.js';
import { startProcess } from '../../support/process.js';

let place: string;
let folder: string;
let lock: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'switchboard-lock-'));
  folder = path.join(place, 'pglite');
  lock = `${folder}.lock`;
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** As if somebody else had left a lock there. */
function leave(change: Record<string, unknown>): void {
  lockFolder(folder);
  writeFileSync(lock, JSON.stringify({ ...JSON.parse(readFileSync(lock, 'utf8')), id: 'another', ...change }));
}

it('is taken once, and can be taken again when it was given back', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`is in use by process ${process.pid}. Stop that one first`);
  unlock();
  expect(existsSync(lock)).toBe(false);
  lockFolder(folder)();
  expect(readdirSync(place)).toEqual(['pglite']);
});

it('is not believed when its process is gone', () => {
  leave({ pid: 2 ** 22 + 1 });
  expect(() => lockFolder(folder)).not.toThrow();
});

it('is not believed when another program got the number of its process since', () => {
  leave({ pid: process.ppid, started: '1' });
  expect(() => lockFolder(folder)).not.toThrow();
});

it('is not believed when the machine was restarted since', () => {
  leave({ pid: process.pid, boot: 'another run of the machine' });
  expect(() => lockFolder(folder)).not.toThrow();
});

it('is believed from another container as long as that one touches it', () => {
  leave({ host: 'another-container' });
  expect(() => lockFolder(folder)).toThrow('on another-container');
  const aMinuteAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, aMinuteAgo, aMinuteAgo);
  expect(() => lockFolder(folder)).not.toThrow();
});

it('is taken where a broken file lies in its place', () => {
  writeFileSync(lock, 'half a li');
  expect(() => lockFolder(folder)).not.toThrow();
});

it('is left alone by a process that lost it to another', () => {
  const unlock = lockFolder(folder);
  leaveOver();
  unlock();
  expect(existsSync(lock)).toBe(true);

  function leaveOver() {
    writeFileSync(lock, JSON.stringify({ ...JSON.parse(readFileSync(lock, 'utf8')), id: 'another' }));
  }
});

it('refuses a second process, and loses nothing that the first had stored when that one is killed', async () => {
  const first = startProcess('keep-database', [folder, 'first']);
  expect(await first.line()).toBe('open');
  const second = startProcess('keep-database', [folder, 'second']);
  expect(await second.line()).toMatch(`is in use by process ${first.child.pid}`);
  expect(await second.ended).toBe(1);

  const stored: string[] = [];
  while (stored.length < 20) stored.push((await first.line()) ?? 'ended');
  await first.kill();
  const database = await openDatabase({ kind: 'pglite', folder });
  const keys = (await database.prisma.setting.findMany()).map(({ key }) => key);
  await database.close();
  expect(keys).toEqual(expect.arrayContaining(stored));
}, 60_000);

it('goes to one of several processes that find the same stale lock', async () => {
  leave({ pid: process.ppid, started: '1' });
  const rivals = Array.from({ length: 4 }, () => startProcess('take-lock', [folder]));
  const said = await Promise.all(rivals.map((rival) => rival.line()));
  await Promise.all(rivals.map((rival) => rival.kill()));
  expect(said.filter((line) => line === 'taken')).toHaveLength(1);
  expect(said.filter((line) => line?.includes('is in use by'))).toHaveLength(3);
}, 60_000);
