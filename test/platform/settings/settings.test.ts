import { z } from 'zod';
import { OFFICE, officeSettings } from '../../../src/platform/settings/office-settings.js';
import { settingsIn } from '../../../src/platform/settings/store.js';
import { Temporal } from '../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../support/database.js';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const rooms = z.object({ rooms: z.array(z.string()).default([]), size: z.number().default(4) });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());
afterEach(() => database.empty());

const settings = () => settingsIn(database.prisma, now);

it('has defaults where nobody set anything', async () => {
  expect(await settings().get(OFFICE, officeSettings)).toMatchObject({ timeZone: 'UTC', language: 'en' });
});

it('gives back what was set last, with defaults for the rest, and knows who set it', async () => {
  await settings().set('it.rooms', { rooms: ['attic'], size: 2 }, 'U1');
  await settings().set('it.rooms', { rooms: ['cellar'], size: undefined }, 'U2');
  expect(await settings().get('it.rooms', rooms)).toEqual({ rooms: ['cellar'], size: 4 });
  expect(await database.prisma.setting.findMany()).toMatchObject([{ key: 'it.rooms', updatedBy: 'U2' }]);
});

it('refuses what does not fit the schema of whoever reads it', async () => {
  await settings().set('it.rooms', { rooms: 'attic' }, 'U1');
  await expect(settings().get('it.rooms', rooms)).rejects.toThrow('expected array');
});
