import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp, restore } from '../../../src/platform/database/backup.js';
import { type DatabaseTarget, openDatabase } from '../../../src/platform/database/database.js';
import { testTarget } from '../../support/database.js';

const hasTools = spawnSync('pg_dump', ['--version']).status === 0;
const server = process.env.TEST_DATABASE_URL;

describe('a backup', () => {
  let folder: string;
  let target: DatabaseTarget;
  let drop: () => Promise<void> = async () => undefined;
  const now = new Date('2026-11-26T10:00:00Z');

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
    if (server) ({ target, drop } = await testTarget());
    else target = { kind: 'pglite', folder: path.join(folder, 'pglite') };
  });
  afterEach(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function names(add?: string): Promise<string[]> {
    const database = await openDatabase(target);
    const syncedAt = new Date();
    if (add) await database.prisma.person.create({ data: { id: add, name: add, timeZone: 'UTC', syncedAt } });
    const people = await database.prisma.person.findMany({ orderBy: { id: 'asc' } });
    await database.close();
    return people.map(({ id }) => id);
  }

  const possible = server && !hasTools ? it.skip : it;
  possible(
    'brings back what was there, and lays aside what was there since',
    async () => {
      const file = path.join(folder, 'switchboard.backup');
      await names('U1');
      await backUp(target, file);
      expect(statSync(file).mode & 0o077 & (server ? 0 : 0o077)).toBe(0);
      expect(await names('U2')).toEqual(['U1', 'U2']);
      const aside = await restore(target, file, now);
      expect(await names()).toEqual(['U1']);
      if (server) expect(aside).toBeNull();
      else expect(existsSync(path.join(aside ?? '', 'PG_VERSION'))).toBe(true);
    },
    90_000,
  );

  possible('is never written over another, and is missed where it isn’t', async () => {
    const file = path.join(folder, 'there.backup');
    writeFileSync(file, 'something else');
    await expect(backUp(target, file)).rejects.toThrow('is there already');
    await expect(restore(target, path.join(folder, 'gone'), now)).rejects.toThrow("isn't there");
  });

  (server ? it.skip : it)(
    'that is none leaves what was there where it can be found',
    async () => {
      await names('U1');
      const file = path.join(folder, 'none.backup');
      writeFileSync(file, 'something else');
      await expect(restore(target, file, now)).rejects.toThrow(/is no backup.*lies in/);
      expect(readdirSync(folder).some((name) => name.startsWith('pglite.before-'))).toBe(true);
    },
    60_000,
  );
});
