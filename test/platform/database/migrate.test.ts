import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DatabaseTarget, openDatabase } from '../../../src/platform/database/database.js';
import { migrationsFolder } from '../../../src/platform/database/migrate.js';
import { emptyDatabase } from '../../support/server-database.js';

const places: { name: string; make: () => Promise<{ target: DatabaseTarget; drop: () => Promise<void> }> }[] = [
  {
    name: 'PGlite',
    make: async () => {
      const folder = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-migrate-')), 'pglite');
      const drop = async () => rmSync(path.dirname(folder), { recursive: true });
      return { target: { kind: 'pglite', folder }, drop };
    },
  },
];
const server = process.env.TEST_DATABASE_URL;
if (server) {
  places.push({
    name: 'PostgreSQL',
    make: async () => {
      const { url, drop } = await emptyDatabase(server);
      return { target: { kind: 'postgres', url }, drop };
    },
  });
}

let migrations: string;
beforeEach(() => {
  migrations = mkdtempSync(path.join(tmpdir(), 'switchboard-migrations-'));
  cpSync(migrationsFolder, migrations, { recursive: true });
});
afterEach(() => rmSync(migrations, { recursive: true }));

function write(name: string, sql: string): void {
  mkdirSync(path.join(migrations, name), { recursive: true });
  writeFileSync(path.join(migrations, name, 'migration.sql'), sql);
}

describe.each(places)('on $name, the database', ({ make }) => {
  let target: DatabaseTarget;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ target, drop } = await make());
  });
  afterEach(() => drop());

  const open = async () => {
    const database = await openDatabase(target, { migrations });
    const applied = database.applied;
    await database.close();
    return applied;
  };

  it('gets every migration at the first start and, from then on, those that are new', async () => {
    expect((await open())[0]).toBe('20261121000000_platform');
    expect(await open()).toEqual([]);
    write(
      '29990101000000_rooms',
      'CREATE TABLE "Room" ("id" TEXT PRIMARY KEY); INSERT INTO "Room" VALUES (\'attic\');',
    );
    write('29990102000000_more_rooms', 'INSERT INTO "Room" VALUES (\'cellar\');');
    expect(await open()).toEqual(['29990101000000_rooms', '29990102000000_more_rooms']);
    expect(await open()).toEqual([]);
  }, 60_000);

  it('refuses to start with a migration that was changed after it was applied', async () => {
    await open();
    write('20261121000000_platform', 'SELECT 1;');
    await expect(open()).rejects.toThrow('"20261121000000_platform" was changed after this database applied it');
  }, 60_000);

  it('keeps nothing of a migration that fails, says why, and does not try it again by itself', async () => {
    await open();
    write('29990101000000_rooms', 'CREATE TABLE "Room" ("id" TEXT PRIMARY KEY); SELECT * FROM "Nowhere";');
    await expect(open()).rejects.toThrow('"29990101000000_rooms" failed: relation "Nowhere" does not exist.');
    await expect(open()).rejects.toThrow(
      '"29990101000000_rooms" failed before: relation "Nowhere" does not exist. Mend the database, then delete its row',
    );
    rmSync(path.join(migrations, '29990101000000_rooms'), { recursive: true });
    await expect(open()).rejects.toThrow('failed before');
  }, 60_000);
});

(server ? it : it.skip)('is migrated once when two replicas start together', async () => {
  const { url, drop } = await emptyDatabase(server ?? '');
  const replicas = await Promise.all([1, 2].map(() => openDatabase({ kind: 'postgres', url })));
  const applied = replicas.map((replica) => replica.applied.length).sort();
  await Promise.all(replicas.map((replica) => replica.close()));
  await drop();
  expect(applied[0]).toBe(0);
  expect(applied[1]).toBeGreaterThan(0);
});
