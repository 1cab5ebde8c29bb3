import { runApproval } from '../../../../src/departments/accounting/payroll/approval.js';
import { checks } from '../../../../src/departments/accounting/payroll/checks/finding.js';
import { openDesk as openPayroll, readingDesk } from '../../../../src/departments/accounting/payroll/desk.js';
import { importAtOnce } from '../../../../src/departments/accounting/payroll/service/import/import-people.js';
import { letPass } from '../../../../src/departments/accounting/payroll/service/override.js';
import { beginRun, tryRun } from '../../../../src/departments/accounting/payroll/service/prepare.js';
import { submitRun } from '../../../../src/departments/accounting/payroll/service/submit.js';
import { DESK as PAYROLL } from '../../../../src/departments/accounting/payroll/settings.js';
import { sheetApproval } from '../../../../src/departments/accounting/timesheets/approval.js';
import { openDesk, type Timesheets } from '../../../../src/departments/accounting/timesheets/desk.js';
import { timesheetHours } from '../../../../src/departments/accounting/timesheets/hours.js';
import { readLines } from '../../../../src/departments/accounting/timesheets/rules/lines.js';
import { correctSheet, submitSheet } from '../../../../src/departments/accounting/timesheets/service/hand-in.js';
import { lockApproved } from '../../../../src/departments/accounting/timesheets/service/lock.js';
import { writeLines } from '../../../../src/departments/accounting/timesheets/service/write.js';
import { DESK as TIMESHEETS } from '../../../../src/departments/accounting/timesheets/sheet.js';
import { decideApproval, type Outcome } from '../../../../src/platform/approvals/decide.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { type Locked, lockKey } from './by-hand.js';
import { FIRST_MONDAY, type Ledger, peopleLists, type Week } from './generate.js';

const OFFICER = 'U0OFFICER';
const APPROVER = 'U0APPROVER';
const ACCOUNTANT = 'U0ACCOUNTANT';
const ZONE = 'Europe/Bucharest';

/** The company's rules; the calculation by hand has the same figures in its own words. */
const rules = {
  dailyOvertime: { afterMinutes: 480, percent: 150 },
  weeklyOvertime: { afterMinutes: 2400, percent: 125 },
  caps: { dayMinutes: 1440, weekMinutes: 10_080, over: 'warn' },
};

/** Both desks over one database, and a company that works through its weeks by the clock. */
export async function openLedger(ledger: Ledger) {
  const database = await testDatabase();
  const { prisma } = database;
  let now = Temporal.Instant.from('2026-01-20T08:00:00Z');
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
  const atSheets = <Done>(task: (desk: Timesheets) => Promise<Done>) =>
    office.transact(async (tx) => task(await openDesk(tx)));
  const locked: Locked = new Map();
  const at = (day: Temporal.PlainDate, time: string) => {
    now = day.toPlainDateTime(time).toZonedDateTime(ZONE).toInstant();
  };

  async function begin() {
    const syncedAt = new Date(now.epochMilliseconds);
    const byNumber = new Map(ledger.people.map((person) => [person.number, person.id]));
    const staff = [OFFICER, APPROVER, ACCOUNTANT].map((id) => ({ id, name: id, timeZone: ZONE, syncedAt }));
    await prisma.person.createMany({
      data: [
        ...staff,
        ...ledger.people.map(({ id, name, email, timeZone, manager }) => ({
          ...{ id, name, email, timeZone, syncedAt },
          managerId: manager === null ? null : (byNumber.get(manager) ?? null),
        })),
      ],
    });
    const allowance = { kind: 'allowance' as const, name: 'Meals', amountMinor: 3000, currency: 'RON' };
    const tax = { kind: 'deduction' as const, name: 'Tenth', basisPoints: 1000 };
    await prisma.payAdjustment.createMany({
      data: [allowance, tax].map((one) => ({ ...one, from: new Date('2020-01-01') })),
    });
    await office.transact(async (tx) => {
      const holidays = ledger.holidays.map((date) => ({ date, name: 'Holiday' }));
      await tx.settings.set(OFFICE, { timeZone: ZONE, holidays }, OFFICER);
      await tx.settings.set(TIMESHEETS, { rules }, OFFICER);
      await tx.staff.appoint(TIMESHEETS, 'accountant', [ACCOUNTANT]);
      await tx.staff.appoint(PAYROLL, 'officer', [OFFICER]);
      await tx.staff.appoint(PAYROLL, 'approver', [APPROVER]);
      for (const list of peopleLists(ledger)) {
        const { plan } = await importAtOnce(await openPayroll(tx, timesheetHours), list, () => true);
        if (plan.bad.length > 0) throw new Error(`the list has bad lines: ${JSON.stringify(plan.bad.slice(0, 3))}`);
      }
    });
  }

  const deciderOf = ({ person }: Week) =>
    ledger.people.find(({ number }) => number === person.manager)?.id ?? ACCOUNTANT;

  async function handIn(week: Week, lines: string): Promise<string> {
    const place = { ownerId: week.person.id, day: week.monday };
    const period = { first: week.monday, last: week.monday.add({ days: 6 }) };
    const { entries, wrong } = readLines(lines, { period, today: period.last, projects: [] });
    if (wrong.length > 0) throw new Error(`“${lines}” can’t be read: ${JSON.stringify(wrong)}`);
    return atSheets(async (desk) => {
      await writeLines(desk, week.person.id, place, entries);
      return (await submitSheet(desk, week.person.id, place)).id;
    });
  }

  const decide = (week: Week, subject: string, outcome: Outcome) =>
    office.transact(async (tx) => {
      const asked = await tx.db.approval.findFirstOrThrow({ where: { subject, state: 'open' } });
      await decideApproval(tx, [sheetApproval], asked.id, deciderOf(week), outcome);
    });

  async function approve(week: Week, lines: string) {
    const subject = await handIn(week, lines);
    if (week.returned) {
      await decide(week, subject, { outcome: 'returned', reason: 'Look again' });
      await decide(week, await handIn(week, lines), { outcome: 'approved' });
    } else await decide(week, subject, { outcome: 'approved' });
  }

  async function correct(week: Week, lines: string) {
    const place = { ownerId: week.person.id, day: week.monday };
    await atSheets((desk) => correctSheet(desk, week.person.id, place, 'It was wrong'));
    await approve({ ...week, returned: false }, lines);
  }

  /** A few at once: the database has several connections, where it is a server. */
  async function forEach(weeks: readonly Week[], task: (week: Week) => Promise<void>) {
    const left = [...weeks];
    const worker = async () => {
      for (let next = left.pop(); next; next = left.pop()) await task(next);
    };
    await Promise.all(Array.from({ length: database.url === null ? 1 : 6 }, worker));
  }

  /** Monday after a week: on Sunday people hand in and managers decide; at one in the afternoon everything is locked. */
  async function workThrough(count: number) {
    const sunday = FIRST_MONDAY.add({ days: 7 * count + 6 });
    const isIn = (monday: Temporal.PlainDate, after: number) => monday.add({ days: 7 * after + 6 }).equals(sunday);
    at(sunday, '18:00');
    const now1 = ledger.weeks.filter(({ monday, late }) => isIn(monday, late));
    const corrections = ledger.weeks.filter(({ monday, corrected }) => corrected && isIn(monday, corrected.after));
    await forEach(now1, (week) => approve(week, week.lines));
    await forEach(corrections, (week) => correct(week, week.corrected?.lines ?? ''));
    at(sunday.add({ days: 1 }), '13:00');
    await atSheets(lockApproved);
    const moment = new Date(now.epochMilliseconds);
    for (const week of now1) locked.set(lockKey(week, 1), moment);
    for (const week of corrections) locked.set(lockKey(week, 2), moment);
  }

  /** Computed by the officer, approved by somebody else. */
  async function pay(from: Temporal.PlainDate, until: Temporal.PlainDate) {
    const wish = { period: { from, until }, payday: until.add({ days: 10 }) };
    const computed = await office.read(async (tx) => tryRun(await readingDesk(tx, timesheetHours), OFFICER, wish));
    await office.transact(async (tx) => {
      const desk = await openPayroll(tx, timesheetHours);
      await submitRun(desk, OFFICER, (await beginRun(desk, OFFICER, computed)).id);
    });
    // A correction may come to more than somebody is still owed: whoever approves says why that may pass.
    for (const { check, whom } of computed.findings.filter((one) => checks[one.check].blocks)) {
      const pass = { runId: computed.wish.id, check, whom, reason: 'Looked at with them' };
      await office.transact(async (tx) => letPass(await openPayroll(tx, timesheetHours), APPROVER, pass));
    }
    await office.transact(async (tx) => {
      const asked = await tx.db.approval.findFirstOrThrow({ where: { state: 'open', subject: computed.wish.id } });
      await decideApproval(tx, [runApproval(timesheetHours)], asked.id, APPROVER, { outcome: 'approved' });
    });
  }

  /** Every month is paid on the first Monday on which all its weeks are locked; the last one as far as it goes. */
  async function live(weeks: number) {
    await begin();
    let from = Temporal.PlainDate.from('2026-01-01');
    for (let count = 0; count < weeks; count++) {
      await workThrough(count);
      const sunday = FIRST_MONDAY.add({ days: 7 * count + 6 });
      const month = from.with({ day: from.daysInMonth });
      const isOver = Temporal.PlainDate.compare(month, sunday) <= 0;
      const until = isOver ? month : count === weeks - 1 ? sunday : null;
      if (!until) continue;
      await pay(from, until);
      from = until.add({ days: 1 });
    }
  }

  return { database, prisma, locked, live };
}
