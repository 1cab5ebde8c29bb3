import {
  openDesk,
  type Payroll,
  type Reading,
  readingDesk,
} from '../../../../src/departments/accounting/payroll/desk.js';
import { payroll } from '../../../../src/departments/accounting/payroll/index.js';
import { DESK } from '../../../../src/departments/accounting/payroll/settings.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import type { HoursSource } from '../../../../src/platform/hours.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import type { Workspace } from '../../../../src/platform/workspace.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { refusal } from '../../../support/visits.js';

export const OFFICER = 'U0OFFICER';
export const APPROVER = 'U0APPROVER';
export const OVERSEER = 'U0OVERSEER';
export const ADMIN = 'U0ADMIN';
export const ANA = 'U0ANA';
export const TOMA = 'U0TOMA';

const people = [
  { id: OFFICER, name: 'Rowan', email: 'rowan@harbour.example' },
  { id: APPROVER, name: 'Hazel', email: 'hazel@harbour.example' },
  { id: OVERSEER, name: 'Wren', email: 'wren@harbour.example' },
  { id: ADMIN, name: 'Ada', isAdmin: true },
  { id: ANA, name: 'Ana', email: 'ana@harbour.example', locale: 'ro-RO' },
  { id: TOMA, name: 'Toma', email: 'toma@harbour.example' },
];

/** Valid by their check digits, and nobody's. */
export const IBAN = 'RO49AAAA1B31007593840000';
export const OTHER_IBAN = 'GB29NWBK60161331926819';

const noHours: HoursSource = { locked: async () => [], lockedAfter: async () => [], unfinished: async () => [] };

export { refusal };

export type OpenPeople = Awaited<ReturnType<typeof openPeople>>;

/** A payroll over a real database, on a Monday at ten in Bucharest, with files that tests put into Slack. */
export async function openPeople() {
  const database: TestDatabase = await testDatabase();
  const files = new Map<string, Uint8Array | 'tooLarge'>();
  const discarded: string[] = [];
  const mayDiscard = { is: true };
  const workspace: Workspace = {
    permalink: async () => null,
    thread: async () => [],
    channel: async () => null,
    file: async (id) => files.get(id) ?? null,
    presence: async () => new Map(),
    discardFile: async (id) => {
      if (mayDiscard.is) discarded.push(id);
      return mayDiscard.is;
    },
    botUserId: () => 'U0BOT',
  };
  let now = Temporal.Instant.from('2026-11-23T08:00:00Z');
  const clock = { now: () => now, onMove: () => () => undefined };
  const parts = { database, clock, workspace, outbox: outboxIn, keys: testKeys };
  const office = createOffice({ ...parts, afterCommit: () => undefined });
  const { prisma } = database;
  return {
    database,
    office,
    files,
    discarded,
    mayDiscard,
    desk: payroll(office, noHours),
    work: <Done>(task: (desk: Payroll) => Promise<Done>) =>
      office.transact(async (tx) => task(await openDesk(tx, noHours))),
    look: <Seen>(task: (desk: Reading) => Promise<Seen>) =>
      office.read(async (tx) => task(await readingDesk(tx, noHours))),
    now: () => now,
    later: (minutes: number) => {
      now = now.add({ minutes });
    },

    /** Empties the payroll and staffs it anew. */
    async begin() {
      await prisma.employee.deleteMany();
      await prisma.payAdjustment.deleteMany();
      await prisma.payrollDraft.deleteMany();
      await prisma.incoming.deleteMany();
      await prisma.setting.deleteMany();
      await prisma.letter.deleteMany();
      await prisma.person.deleteMany();
      files.clear();
      discarded.length = 0;
      mayDiscard.is = true;
      now = Temporal.Instant.from('2026-11-23T08:00:00Z');
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact(async (tx) => {
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, ADMIN);
        await tx.staff.appoint(DESK, 'officer', [OFFICER]);
        await tx.staff.appoint(DESK, 'approver', [APPROVER]);
        await tx.staff.appoint(DESK, 'overseer', [OVERSEER]);
      });
    },

    /** What the record says was done, the newest last. */
    async recorded(): Promise<{ actor: string; action: string; detail: string }[]> {
      const entries = await prisma.auditEntry.findMany({ orderBy: { seq: 'asc' } });
      return entries.map(({ actor, action, detail }) => ({ actor, action, detail }));
    },
  };
}
