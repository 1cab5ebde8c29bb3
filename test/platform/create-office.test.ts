import { setTimeout as pause } from 'node:timers/promises';
import type { Ask } from '../../src/platform/database/ask.js';
import type { Office } from '../../src/platform/office.js';
import { officeSettings } from '../../src/platform/settings/office-settings.js';
import { Temporal } from '../../src/platform/time.js';
import { AlreadyHandled } from '../../src/platform/user-error.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { testOffice } from '../support/office.js';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

let database: TestDatabase;
let office: Office;
let wakeUps: number;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());
beforeEach(() => {
  wakeUps = 0;
  office = testOffice(database, now, () => {
    wakeUps++;
  });
});
afterEach(() => database.empty());

it('commits all of a piece of work, at one moment, and wakes the outbox', async () => {
  const seen = await office.transact(async (tx) => {
    await tx.settings.set('office', { language: 'ro' }, 'U1');
    await tx.audit.record({ actor: 'U1', action: 'office.set-up', object: 'office' });
    await tx.outbox.post({ to: 'U1', text: 'The office is set up.', once: 'office/set-up' });
    return tx.now;
  });
  expect(seen).toBe(now);
  expect(await database.prisma.auditEntry.findMany()).toMatchObject([{ seq: 1n, actor: 'U1', detail: '{}' }]);
  expect(await office.read((tx) => tx.db.setting.count())).toBe(1);
  expect(await database.prisma.letter.findMany()).toMatchObject([{ once: 'office/set-up', state: 'pending' }]);
  expect(wakeUps).toBe(1);
});

it('rehearses a piece of work: tells what would come of it, keeps nothing, and wakes nobody', async () => {
  const seen = await office.rehearse(async (tx) => {
    await tx.settings.set('office', { language: 'ro' }, 'U1');
    await tx.audit.record({ actor: 'U1', action: 'office.set-up', object: 'office' });
    await tx.outbox.post({ to: 'U1', text: 'The office is set up.', once: 'office/set-up' });
    await tx.outbox.flush();
    return tx.db.letter.count();
  });
  expect(seen).toBe(1);
  expect(await office.read((tx) => tx.db.setting.count())).toBe(0);
  expect(await database.prisma.letter.count()).toBe(0);
  expect(await database.prisma.auditEntry.count()).toBe(0);
  expect(wakeUps).toBe(0);
});

it('lets looks that begin in one breath share what they find out, and no later one', async () => {
  const language = (look: Promise<{ language: string }>) => look.then((settings) => settings.language);
  const asked = () => language(office.read((tx) => tx.settings.get('office', officeSettings)));
  const [first, second] = await Promise.all([
    office.read(async ({ people }) => people),
    office.read(async ({ people }) => people),
  ]);
  expect(second).toBe(first);
  expect(await office.read(async ({ people }) => people)).not.toBe(first);
  expect(await asked()).toBe('en');
  await office.transact((tx) => tx.settings.set('office', { language: 'ro' }, 'U1'));
  expect(await asked()).toBe('ro');
});

it('asks side by side in a look, and in turn in a transaction', async () => {
  const order = async (ask: Ask): Promise<string[]> => {
    const said: string[] = [];
    const question = (name: string) => async () => {
      said.push(`${name}?`);
      await pause(1);
      said.push(`${name}!`);
      return name;
    };
    expect(await ask(question('a'), question('b'))).toEqual(['a', 'b']);
    return said;
  };
  expect(await office.read(({ ask }) => order(ask))).toEqual(['a?', 'b?', 'a!', 'b!']);
  expect(await office.transact(({ ask }) => order(ask))).toEqual(['a?', 'a!', 'b?', 'b!']);
});

it('throws what a rehearsed piece of work throws', async () => {
  await expect(office.rehearse(() => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
});

it('keeps nothing of a piece of work that fails, not even that it was asked for', async () => {
  const failing = office.transact(
    async (tx) => {
      await tx.settings.set('office', {}, 'U1');
      await tx.audit.record({ actor: 'U1', action: 'office.set-up', object: 'office' });
      throw new Error('no');
    },
    { incoming: 'Ev1' },
  );
  await expect(failing).rejects.toThrow('no');
  const { setting, auditEntry, incoming } = database.prisma;
  expect(await Promise.all([setting.count(), auditEntry.count(), incoming.count()])).toEqual([0, 0, 0]);
  expect(wakeUps).toBe(0);
});

it('does a request once, however often Slack repeats it and however close together', async () => {
  let done = 0;
  const work = () =>
    office.transact(
      async () => {
        await pause(20);
        done++;
      },
      { incoming: 'Ev1' },
    );
  const first = await Promise.allSettled(Array.from({ length: 5 }, work));
  expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of first) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(AlreadyHandled);
  }
  await expect(work()).rejects.toBeInstanceOf(AlreadyHandled);
  expect(done).toBe(1);
});

it('begins work anew that the database stopped because it and another blocked each other', async () => {
  await office.transact(async (tx) => {
    await tx.settings.set('a', {}, 'U1');
    await tx.settings.set('b', {}, 'U1');
  });
  const inOrder = (first: string, second: string, by: string) =>
    office.transact(async (tx) => {
      await tx.settings.set(first, { by }, by);
      await pause(200);
      await tx.settings.set(second, { by }, by);
    });
  await Promise.all([inOrder('a', 'b', 'U1'), inOrder('b', 'a', 'U2')]);
  const rows = await database.prisma.setting.findMany();
  expect(new Set(rows.map(({ updatedBy }) => updatedBy)).size).toBe(1);
});

it('begins anew also where the stopped statement was written in SQL', async () => {
  await office.transact(async (tx) => {
    await tx.settings.set('a', {}, 'U1');
    await tx.settings.set('b', {}, 'U1');
  });
  const inOrder = (first: string, second: string) =>
    office.transact(async (tx) => {
      await tx.db.$queryRaw`SELECT key FROM "Setting" WHERE key = ${first} FOR UPDATE`;
      await pause(200);
      await tx.db.$queryRaw`SELECT key FROM "Setting" WHERE key = ${second} FOR UPDATE`;
    });
  await expect(Promise.all([inOrder('a', 'b'), inOrder('b', 'a')])).resolves.toHaveLength(2);
});

it('gives up work that fails by its own fault at the first try', async () => {
  let tries = 0;
  const twice = office.transact(async (tx) => {
    tries++;
    const data = { key: 'same', at: new Date() };
    await tx.db.incoming.create({ data });
    await tx.db.incoming.create({ data });
  });
  await expect(twice).rejects.toMatchObject({ code: 'P2002' });
  expect(tries).toBe(1);
});
