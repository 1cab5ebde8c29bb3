import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../src/platform/database/database.js';
import { Temporal } from '../../../src/platform/time.js';
import { testOffice } from '../../support/office.js';

const root = path.resolve(import.meta.dirname, '../../..');
const typescript = path.join(root, 'scripts/typescript.mjs');
const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'switchboard-audit-'));
});
afterEach(() => rmSync(place, { recursive: true }));

/** What `npm run audit:verify` prints, and its exit code. */
const verify = (...args: string[]) =>
  new Promise<{ said: string; code: number }>((resolve) => {
    const program = path.join(root, 'src/audit-verify.ts');
    const env = { PATH: process.env.PATH, DATA_FOLDER: place };
    execFile(
      process.execPath,
      ['--import', typescript, program, ...args],
      { env, cwd: place },
      (error, out, complaints) => resolve({ said: out + complaints, code: Number(error?.code ?? 0) }),
    );
  });

async function inDatabase(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>) {
  const database = await openDatabase({ kind: 'pglite', folder: path.join(place, 'pglite') });
  await work(database);
  await database.close();
}

it('proves the record, prints its head, and later holds the record against that head', async () => {
  await inDatabase(async (database) => {
    const office = testOffice(database, now);
    for (const number of [1, 2, 3]) {
      await office.transact(({ audit }) => audit.record({ actor: 'U1', action: 'take', object: `it/${number}` }));
    }
  });
  const first = await verify();
  expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/^The audit is intact\..* 3:[0-9a-f]{64}\n$/) });
  const head = /3:[0-9a-f]+/.exec(first.said)?.[0] ?? '';

  await inDatabase(async ({ prisma }) => {
    await prisma.$executeRawUnsafe('ALTER TABLE "AuditEntry" DISABLE TRIGGER USER');
    await prisma.$executeRawUnsafe('DELETE FROM "AuditEntry" WHERE seq = 3');
  });
  expect(await verify(head)).toMatchObject({ code: 1, said: expect.stringContaining('its end was cut off') });
}, 120_000);

it('says what it lacks: a database, or a head that can be read', async () => {
  expect(await verify()).toMatchObject({ code: 1, said: expect.stringContaining('There is no database in') });
  expect(await verify('3')).toMatchObject({ code: 1, said: expect.stringContaining('a colon and its hash') });
}, 60_000);
