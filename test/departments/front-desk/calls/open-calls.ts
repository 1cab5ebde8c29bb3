import { DESK } from '../../../../src/departments/front-desk/calls/call.js';
import { type Calls, openDesk, type Reading, readingDesk } from '../../../../src/departments/front-desk/calls/desk.js';
import { calls } from '../../../../src/departments/front-desk/calls/index.js';
import { handOver, type NewCaller } from '../../../../src/departments/front-desk/calls/service/hand-over.js';
import { type Doing, handle } from '../../../../src/departments/front-desk/calls/service/handle.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { createTimekeeper } from '../../../../src/platform/timers/timekeeper.js';
import type { Presence } from '../../../../src/platform/workspace.js';
import { testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { refusal } from '../../../support/visits.js';

/** At the front desk. */
export const CORINA = 'U0CORINA';
/** Head of the front desk. */
export const JAY = 'U0JAY';
/** In accounting, with Rowan as their manager. */
export const TOMA = 'U0TOMA';
export const OLIVE = 'U0OLIVE';
export const ROWAN = 'U0ROWAN';
export const ADMIN = 'U0ADMIN';
export const STRANGER = 'U0STRANGER';

const people = [
  { id: CORINA, name: 'Corina', locale: 'ro-RO' },
  { id: JAY, name: 'Jay' },
  { id: TOMA, name: 'Toma', locale: 'ro-RO', managerId: ROWAN },
  { id: OLIVE, name: 'Olive', managerId: ROWAN },
  { id: ROWAN, name: 'Rowan' },
  { id: ADMIN, name: 'Ada', isAdmin: true },
  { id: STRANGER, name: 'Sorrel' },
];

export { refusal };

export type OpenCalls = Awaited<ReturnType<typeof openCalls>>;

/** A desk over a real database, on a Thursday at ten in Bucharest, with a clock that tests move. */
export async function openCalls() {
  const database = await testDatabase();
  const { prisma } = database;
  const start = Temporal.Instant.from('2026-11-26T08:00:00Z');
  let now = start;
  const presence = new Map<string, Presence>();
  const workspace = {
    ...{ permalink: async () => null, thread: async () => [], channel: async () => null, botUserId: () => 'U0BOT' },
    ...{ file: async () => null, discardFile: async () => false },
    presence: async (ids: readonly string[]) => new Map([...presence].filter(([id]) => ids.includes(id))),
  };
  const clock = { now: () => now, onMove: () => () => undefined };
  const telephone = {
    token: '12345678901234567890123456789012',
    url: 'https://office.example.com/hooks/front-desk/calls/twilio',
  };
  const openOffice = () =>
    createOffice({
      ...{ database, clock, workspace, outbox: outboxIn, keys: testKeys, telephone },
      afterCommit: () => undefined,
    });
  let office = openOffice();
  let desk = calls(office);
  const warnings: unknown[] = [];

  const work = <Done>(task: (at: Calls) => Promise<Done>) => office.transact(async (tx) => task(await openDesk(tx)));

  return {
    ...{ database, prisma, telephone, warnings },
    get office() {
      return office;
    },
    get desk() {
      return desk;
    },
    now: () => now,
    at(moment: string) {
      now = Temporal.Instant.from(moment);
    },
    pass(seconds: number) {
      now = now.add({ seconds });
    },
    /** Everything that the process knew is gone; what is due lies in the database. */
    restart() {
      office = openOffice();
      desk = calls(office);
    },
    sees(id: string, is: Partial<Presence>) {
      presence.set(id, { isActive: true, quietUntil: null, ...is });
    },
    work,
    look: <Seen>(task: (at: Reading) => Promise<Seen>) => office.read(async (tx) => task(await readingDesk(tx))),

    /** What the clock does once it is that late. */
    async tick() {
      const log = { warn: (...told: unknown[]) => void warnings.push(told) };
      await createTimekeeper({ office, timers: desk.timers ?? [], clock, log }).runDue();
      if (warnings.length > 0) throw new Error(String(JSON.stringify(warnings)));
    },
    async runJob(name: string) {
      const job = desk.jobs?.find((one) => one.name === `${DESK}.${name}`);
      if (!job) throw new Error(`there is no job ${name}`);
      await office.transact((tx) => job.run(tx, { dueAt: now, now }));
    },

    async begin(settings: Record<string, unknown> = {}) {
      await database.empty();
      now = start;
      presence.clear();
      warnings.length = 0;
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((person) => ({ timeZone: 'Europe/Bucharest', ...person, syncedAt })),
      });
      await office.transact(async (tx) => {
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, ADMIN);
        await tx.settings.set(DESK, settings, ADMIN);
        await tx.staff.appoint(DESK, 'front', [CORINA]);
        await tx.staff.appoint(DESK, 'head', [JAY]);
      });
    },

    /** Accounting: Toma, then Olive; Rowan is asked at last. */
    rotation: (more: Partial<Parameters<Calls['rotations']['add']>[0]> = {}) =>
      work((at) =>
        at.rotations.add({
          ...{ name: 'Accounting', members: [TOMA, OLIVE], managerId: ROWAN, channel: null, ringSeconds: 60 },
          ...more,
        }),
      ),

    async handOver(by = CORINA, caller: Partial<NewCaller> = {}) {
      const seen = await workspace.presence([...presence.keys()]);
      const call = await work((at) =>
        handOver(
          at,
          {
            ...{ target: { kind: 'person', value: TOMA }, callerName: 'Ana Client', callerNumber: '+40213141234' },
            ...{ company: 'Firma SRL', reason: 'asks about invoice 4411, angry', notes: null, urgency: 'high' },
            ...{ language: 'ro', promisedAt: null },
            ...caller,
          },
          by,
          seen,
        ),
      );
      if (!call) throw new Error('it was handed over before');
      return call.number;
    },
    does: (by: string, number: number, doing: Doing) => work((at) => handle(at, by, number, doing, presence)),
    async call(number: number) {
      const call = await work((at) => at.calls.get(number));
      if (!call) throw new Error(`there is no call ${number}`);
      return call;
    },
    /** Who is asked now; null: nobody. */
    async rung(number: number): Promise<string | null> {
      const row = await prisma.callRing.findFirst({ where: { callNumber: number, state: 'ringing' } });
      return row?.personId ?? null;
    },
    async events(number: number): Promise<string[]> {
      const rows = await prisma.callEvent.findMany({ where: { callNumber: number }, orderBy: { id: 'asc' } });
      return rows.map(({ kind }) => kind);
    },

    /** Everything that was said to somebody, in order. */
    async saidTo(id: string): Promise<string[]> {
      const rows = await prisma.letter.findMany({ where: { lane: id, kind: 'post' }, orderBy: { id: 'asc' } });
      return rows.map(({ payload }) => (payload as { text?: string }).text ?? '');
    },
    /** The card as it would stand in Slack: nothing is sent here, so it is rewritten where it waits. */
    async cardOf(number: number, id: string): Promise<string> {
      const once = `${DESK}/${number}/card/${id}`;
      const row = await prisma.letter.findFirst({ where: { once } });
      return JSON.stringify(row?.payload ?? null);
    },
  };
}
