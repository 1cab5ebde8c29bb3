import { runApproval } from '../../../../src/departments/accounting/payroll/approval.js';
import {
  openDesk,
  type Payroll,
  type Reading,
  readingDesk,
} from '../../../../src/departments/accounting/payroll/desk.js';
import type { Adjustment, Employee, Terms } from '../../../../src/departments/accounting/payroll/employee.js';
import { payroll } from '../../../../src/departments/accounting/payroll/index.js';
import {
  beginRun,
  recomputeRun,
  tryAgain,
  tryRun,
} from '../../../../src/departments/accounting/payroll/service/prepare.js';
import { submitRun } from '../../../../src/departments/accounting/payroll/service/submit.js';
import { DESK } from '../../../../src/departments/accounting/payroll/settings.js';
import { employeesIn } from '../../../../src/departments/accounting/payroll/store/employees.js';
import { decideApproval } from '../../../../src/platform/approvals/decide.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import type { HoursSource, UnfinishedSheet, WorkedSheet } from '../../../../src/platform/hours.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { fromDay } from '../../../../src/platform/people/days.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { refusal } from '../../../support/visits.js';
import { day } from './run/samples.js';

export const OFFICER = 'U0OFFICER';
export const SECOND_OFFICER = 'U0SECOND';
export const APPROVER = 'U0APPROVER';
export const OVERSEER = 'U0OVERSEER';
export const NOBODY = 'U0NOBODY';
export const ADMIN = 'U0ADMIN';

const people = [
  { id: OFFICER, name: 'Olga' },
  { id: SECOND_OFFICER, name: 'Sorin', locale: 'ro-RO' },
  { id: APPROVER, name: 'Ana' },
  { id: OVERSEER, name: 'Vlad' },
  { id: NOBODY, name: 'Nora' },
  { id: ADMIN, name: 'Ada', isAdmin: true },
];

/** Hours as a test says they are: whoever keeps them isn't this desk's business. */
function hoursOf(sheets: () => readonly WorkedSheet[], unfinished: () => readonly UnfinishedSheet[]): HoursSource {
  const after = Temporal.PlainDate.compare;
  return {
    locked: async (_, { from, until }) =>
      sheets().filter(({ first, last }) => after(first, until) <= 0 && after(last, from) >= 0),
    lockedAfter: async (_, moment) => sheets().filter(({ lockedAt }) => Temporal.Instant.compare(lockedAt, moment) > 0),
    unfinished: async (_, __, personIds) => unfinished().filter(({ personId }) => personIds.includes(personId)),
  };
}

export type OpenPayroll = Awaited<ReturnType<typeof openPayroll>>;

export { refusal };

/** A payroll over a real database, on the first of December at ten, with hours that the test keeps. */
export async function openPayroll() {
  const database: TestDatabase = await testDatabase();
  const { prisma } = database;
  let now = Temporal.Instant.from('2026-12-01T08:00:00Z');
  let sheets: readonly WorkedSheet[] = [];
  let unfinished: readonly UnfinishedSheet[] = [];
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
    database,
    clock,
    workspace,
    outbox: outboxIn,
    keys: testKeys,
    afterCommit: () => undefined,
  });
  const hours = hoursOf(
    () => sheets,
    () => unfinished,
  );
  const work = <Done>(task: (desk: Payroll) => Promise<Done>) =>
    office.transact(async (tx) => task(await openDesk(tx, hours)));
  const look = <Seen>(task: (desk: Reading) => Promise<Seen>) =>
    office.read(async (tx) => task(await readingDesk(tx, hours)));

  return {
    ...{ database, prisma, office, hours, work, look },
    desk: payroll(office, hours),
    now: () => now,
    later: (minutes: number) => {
      now = now.add({ minutes });
    },
    hoursAre: (those: readonly WorkedSheet[]) => {
      sheets = those;
    },
    unfinishedAre: (those: readonly UnfinishedSheet[]) => {
      unfinished = those;
    },

    async begin(settings: Record<string, unknown> = {}) {
      await database.empty();
      now = Temporal.Instant.from('2026-12-01T08:00:00Z');
      [sheets, unfinished] = [[], []];
      const syncedAt = new Date(now.epochMilliseconds);
      await prisma.person.createMany({
        data: people.map((one) => ({ timeZone: 'Europe/Bucharest', ...one, syncedAt })),
      });
      await office.transact(async (tx) => {
        await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, ADMIN);
        await tx.settings.set(DESK, settings, ADMIN);
        await tx.staff.appoint(DESK, 'officer', [OFFICER, SECOND_OFFICER]);
        await tx.staff.appoint(DESK, 'approver', [APPROVER]);
        await tx.staff.appoint(DESK, 'overseer', [OVERSEER]);
      });
    },

    /** Puts people on the payroll. */
    async hire(employees: readonly Employee[], terms: readonly Terms[], adjustments: readonly Adjustment[] = []) {
      await employeesIn(prisma).put(employees);
      await employeesIn(prisma).putTerms(terms);
      for (const { size, from, until, ...rest } of adjustments) {
        const kept = 'amount' in size ? { amountMinor: size.amount.minor, currency: size.amount.currency } : size;
        const days = { from: fromDay(from), until: until && fromDay(until) };
        await prisma.payAdjustment.create({ data: { ...rest, ...kept, ...days } });
      }
    },

    /** Prepares a run as the officer, unless somebody else does. */
    async prepare(from: string, until: string, payday: string, by = OFFICER) {
      const wish = { period: { from: day(from), until: day(until) }, payday: day(payday) };
      const computed = await look((desk) => tryRun(desk, by, wish));
      return work((desk) => beginRun(desk, by, computed));
    },

    async recompute(id: string, by = OFFICER) {
      const computed = await look((desk) => tryAgain(desk, by, id));
      return work((desk) => recomputeRun(desk, by, computed));
    },

    submit: (id: string, by = OFFICER) => work((desk) => submitRun(desk, by, id)),

    /** Decides as a button of the approvals' desk would, and tells how the run stands then. */
    async decide(id: string, state: 'approved' | 'returned', by = APPROVER, reason = 'Look again') {
      const outcome = state === 'approved' ? { outcome: state } : { outcome: state, reason };
      const asked = await prisma.approval.findFirstOrThrow({ where: { subject: id }, orderBy: { id: 'desc' } });
      await office.transact((tx) => decideApproval(tx, [runApproval(hours)], asked.id, by, outcome));
      return prisma.payRun.findUniqueOrThrow({ where: { id } });
    },

    /** From draft to approved. */
    async settle(id: string) {
      await this.submit(id);
      now = now.add({ minutes: 1 });
      return this.decide(id, 'approved');
    },
  };
}
