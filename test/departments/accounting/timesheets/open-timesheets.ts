import {
  openDesk,
  type Reading,
  readingDesk,
  type Timesheets,
} from '../../../../src/departments/accounting/timesheets/desk.js';
import { timesheets } from '../../../../src/departments/accounting/timesheets/index.js';
import type { TypedEntry } from '../../../../src/departments/accounting/timesheets/rules/lines.js';
import { DESK } from '../../../../src/departments/accounting/timesheets/sheet.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import type { Person } from '../../../../src/platform/people/person.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { refusal } from '../../../support/visits.js';

export const TOMA = 'U0TOMA';
export const ANA = 'U0ANA';
export const HAZEL = 'U0HAZEL';
export const OLIVE = 'U0OLIVE';
export const LINDEN = 'U0LINDEN';

/** Toma reports to Ana, who reports to Hazel; Linden to nobody. Olive keeps the books. */
const people = [
  { id: TOMA, name: 'Toma', locale: 'ro-RO', managerId: ANA },
  { id: ANA, name: 'Ana', managerId: HAZEL },
  { id: HAZEL, name: 'Hazel', isAdmin: true },
  { id: OLIVE, name: 'Olive', managerId: HAZEL },
  { id: LINDEN, name: 'Linden' },
];

export type OpenTimesheets = Awaited<ReturnType<typeof openTimesheets>>;

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** So many hours of work on that day. */
export const worked = (on: string, hours: number, more: Partial<TypedEntry> = {}): TypedEntry => ({
  day: day(on),
  kind: 'work',
  projectId: null,
  time: { minutes: Math.round(hours * 60) },
  note: null,
  clearsDay: false,
  ...more,
});

export { refusal };

/** A desk over a real database, on a Wednesday at ten in Bucharest, with a clock that tests move. */
export async function openTimesheets() {
  const database: TestDatabase = await testDatabase();
  const { prisma } = database;
  let now = Temporal.Instant.from('2026-11-18T08:00:00Z');
  const workspace = {
    ...{ permalink: async () => null, thread: async () => [], channel: async () => null },
    ...{
      file: async () => null,
      presence: async () => new Map(),
      discardFile: async () => false,
      botUserId: () => 'U0BOT',
    },
  };
  const clock = { now: () => now, onMove: () => () => undefined };
  const office = createOffice({
    ...{ database, clock, workspace, outbox: outboxIn, keys: testKeys },
    afterCommit: () => undefined,
  });

  return {
    database,
    prisma,
    office,
    desk: timesheets(office),
    now: () => now,
    at: (moment: string) => {
      now = Temporal.Instant.from(moment);
    },
    later: (minutes: number) => {
      now = now.add({ minutes });
    },
    look: <Seen>(task: (desk: Reading) => Promise<Seen>) => office.read(async (tx) => task(await readingDesk(tx))),
    work: <Done>(task: (desk: Timesheets) => Promise<Done>) => office.transact(async (tx) => task(await openDesk(tx))),

    async person(id: string): Promise<Person> {
      const found = await office.read(({ people: known }) => known.get(id));
      if (!found) throw new Error(`nobody is ${id}`);
      return found;
    },

    /** Empties the office and opens it again. */
    async begin(settings: Record<string, unknown> = {}) {
      await database.empty();
      now = Temporal.Instant.from('2026-11-18T08:00:00Z');
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact(async (tx) => {
        const holidays = [{ date: '2026-12-01', name: 'National day' }];
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays }, HAZEL);
        await tx.settings.set(DESK, settings, HAZEL);
        await tx.staff.appoint(DESK, 'accountant', [OLIVE]);
      });
    },

    /** Everything that was said to somebody, in order. */
    async saidTo(id: string): Promise<string[]> {
      const rows = await prisma.letter.findMany({ where: { lane: id, kind: 'post' }, orderBy: { id: 'asc' } });
      return rows.map(({ payload }) => (payload as { text?: string }).text ?? '');
    },
  };
}
