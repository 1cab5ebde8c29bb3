import { compose } from '../../../../src/departments/accounting/reports/service/compose.js';
import { sourcesOf } from '../../../../src/departments/accounting/reports/service/sources.js';
import { reportBlocks } from '../../../../src/departments/accounting/reports/views/report.js';
import { words } from '../../../../src/departments/accounting/reports/words.js';
import { desks } from '../../../../src/departments/index.js';
import { createOffice } from '../../../../src/platform/create-office.js';
import { outboxIn } from '../../../../src/platform/outbox/write.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../../support/database.js';
import { testKeys } from '../../../support/keys.js';
import { textOf } from '../../../support/visits.js';
import { HEAD, type OpenComplaints, openComplaints, JAY as REPORTER } from '../../hr/complaints/open-complaints.js';

const [LEAD, JAY] = ['U0LEAD', 'U0JAY'];
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = (text: string) => new Date(text);
const november = { from: Temporal.PlainDate.from('2026-11-01'), until: Temporal.PlainDate.from('2026-11-30') };

describe('what the desks tell of a month', () => {
  let database: TestDatabase;
  let told: ReturnType<typeof openSources>;

  function openSources() {
    const now = Temporal.Instant.from('2026-12-03T08:00:00Z');
    const workspace = {
      ...{ permalink: async () => null, thread: async () => [], channel: async () => null, botUserId: () => 'U0BOT' },
      ...{ file: async () => null, discardFile: async () => false, presence: async () => new Map() },
    };
    const office = createOffice({
      ...{ database, workspace, clock: { now: () => now, onMove: () => () => undefined } },
      ...{ outbox: outboxIn, keys: testKeys, afterCommit: () => undefined },
    });
    return { office, sources: sourcesOf(desks(office)) };
  }

  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    await database.empty();
    told = openSources();
    const syncedAt = at('2026-11-01T00:00:00Z');
    await database.prisma.person.createMany({
      data: [LEAD, JAY].map((id) => ({ id, name: id, timeZone: 'Europe/Bucharest', syncedAt })),
    });
    await told.office.transact(async (tx) => {
      await tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', holidays: [] }, LEAD);
      await tx.staff.appoint('it.help-desk', 'lead', [LEAD]);
      await tx.staff.appoint('front-desk.calls', 'head', [LEAD]);
      await tx.staff.appoint('accounting.timesheets', 'accountant', [LEAD]);
      await tx.staff.appoint('accounting.payroll', 'overseer', [LEAD]);
      await tx.staff.appoint('accounting.reports', 'reader', [LEAD]);
      await tx.staff.appoint('hr.complaints', 'management', [LEAD]);
    });
  });
  afterAll(() => database.close());

  const offeredBy = (name: string) => {
    const offered = told.sources.get(name);
    if (!offered) throw new Error(`nobody tells ${name}`);
    return offered;
  };
  const tally = (name: string) =>
    told.office.read((look) => offeredBy(name).source.tally(look, { days: november, language: 'en', readerId: LEAD }));
  const figures = async (name: string) => {
    const { measures, rows, notes } = await tally(name);
    return {
      measures: measures.map(({ label, value }) => `${label}: ${value}`),
      rows: rows.map(({ label, value }) => `${label}: ${value}`),
      notes,
    };
  };

  it('is offered by each of them, to those who lead it and to nobody else', async () => {
    expect([...told.sources.keys()].sort()).toEqual([
      ...['accounting.payroll.cost', 'accounting.reports.revenue', 'accounting.timesheets.projects'],
      ...['front-desk.calls.calls', 'hr.complaints.complaints', 'it.help-desk.tickets'],
    ]);
    for (const { source } of told.sources.values()) {
      expect([source.name, await told.office.read((look) => source.mayRead(look, LEAD))]).toEqual([source.name, true]);
      expect([source.name, await told.office.read((look) => source.mayRead(look, JAY))]).toEqual([source.name, false]);
      expect([source.name, await told.office.read((look) => source.mayRead(look, 'U0NOBODY'))]).toEqual([
        source.name,
        false,
      ]);
    }
  });

  it.each(['en', 'ro'] as const)('is nothing where nothing happened, and says so: %s', async (language) => {
    for (const offered of told.sources.values()) {
      if (offered.source.isYearly) continue;
      const report = await told.office.read((look) =>
        compose(look, { offered, period: 'month', days: november, language, readerId: null }),
      );
      expect([offered.source.name, report.isEmpty]).toEqual([offered.source.name, true]);
      expect(textOf(reportBlocks(words.in(language), report))).toMatch(/nothing to tell|nimic de spus/);
    }
  });

  it('of the help desk: raised and solved in those days of the office, by queue', async () => {
    const ticket = {
      category: 'other',
      priority: 'normal',
      text: 'x',
      requesterId: JAY,
      updatedAt: at('2026-11-02T00:00:00Z'),
    } as const;
    const raised = (when: string, more: object = {}) => ({
      ...ticket,
      createdAt: at(when),
      owedSince: at(when),
      ...more,
    });
    const queue = await database.prisma.ticketQueue.create({
      data: {
        name: 'Tills',
        channel: 'C1',
        categories: [],
        peopleIds: [],
        updatedBy: LEAD,
        updatedAt: new Date(0),
      } as never,
    });
    await database.prisma.ticket.createMany({
      data: [
        // In Bucharest the month begins two hours earlier than in UTC, and ends so.
        raised('2026-10-31T22:30:00Z'),
        raised('2026-11-10T08:00:00Z', {
          queueId: queue.id,
          state: 'resolved',
          resolvedAt: at('2026-11-11T08:00:00Z'),
          spentMinutes: 90,
        }),
        raised('2026-10-20T08:00:00Z', {
          state: 'closed',
          resolvedAt: at('2026-11-12T08:00:00Z'),
          spentMinutes: 30,
          rating: 4,
          ratedAt: at('2026-11-12T09:00:00Z'),
        }),
        raised('2026-11-30T22:30:00Z'),
      ],
    });
    expect(await figures('it.help-desk.tickets')).toEqual({
      measures: ['Raised: 2', 'Solved: 2', 'Working time until solved (median): 60', 'Rating: 800'],
      rows: expect.arrayContaining(['General queue: 1', 'Tills: 1']),
      notes: [],
    });
  });

  it('of the hours: what was approved, by project, and how much isn’t yet', async () => {
    const project = await database.prisma.project.create({
      data: { name: 'Website', folded: 'website', updatedBy: LEAD, updatedAt: new Date(0) },
    });
    const sheet = (personId: string, state: 'approved' | 'locked' | 'submitted', entries: object[]) =>
      database.prisma.sheet.create({
        data: {
          ...{ personId, state, firstDay: day('2026-11-02'), lastDay: day('2026-11-08'), updatedAt: new Date(0) },
          entries: { create: entries as never },
        },
      });
    const work = (minutes: number, more: object = {}) => ({ day: day('2026-11-02'), kind: 'work', minutes, ...more });
    await sheet(JAY, 'locked', [work(480, { projectId: project.id }), work(60), { ...work(480), kind: 'leave' }]);
    await sheet(LEAD, 'approved', [work(120, { projectId: project.id }), work(999, { day: day('2026-12-01') })]);
    await sheet('U0THIRD', 'submitted', [work(90)]);
    expect(await figures('accounting.timesheets.projects')).toEqual({
      measures: ['Approved hours: 660', 'People: 2'],
      rows: ['Website: 600', 'No project: 60'],
      notes: ['1:30 hours of these days aren’t approved yet and don’t count.'],
    });
  });

  it('of the payroll: what approved runs cost, by their payday', async () => {
    const line = (kind: string, minor: number, currency = 'RON') => ({
      kind,
      amount: { minor, currency },
      why: { from: 'amount', name: 'x' },
    });
    const run = async (id: string, state: 'approved' | 'draft', payday: string, from: string, slips: object[]) => {
      await database.prisma.payRun.create({
        data: {
          ...{ id, from: day(from), until: day(from), payday: day(payday), preparedBy: LEAD, preparers: [LEAD] },
          ...{ computedAt: new Date(0), fingerprint: 'x', payslips: { create: slips as never } },
        },
      });
      await database.prisma.payRun.update({ where: { id }, data: { state } });
    };
    const slip = (employeeNumber: string, lines: object[], currency = 'RON') => ({
      employeeNumber,
      currency,
      name: 'N',
      lines,
      gross: 0n,
      deducted: 0n,
      net: 0n,
    });
    await run('00000000-0000-4000-8000-000000000001', 'approved', '2026-11-10', '2026-10-01', [
      slip('1', [line('hours', 500000), line('allowance', 20000), line('deduction', -90000)]),
      slip('2', [line('hours', 300000)]),
      slip('2', [line('hours', 700, 'EUR')], 'EUR'),
    ]);
    await run('00000000-0000-4000-8000-000000000002', 'draft', '2026-11-11', '2026-10-02', [
      slip('3', [line('hours', 1)]),
    ]);
    await run('00000000-0000-4000-8000-000000000003', 'approved', '2026-12-01', '2026-10-03', [
      slip('3', [line('hours', 1)]),
    ]);
    expect(await figures('accounting.payroll.cost')).toEqual({
      measures: ['Gross pay: 700', 'Gross pay: 820000', 'People paid: 2'],
      rows: ['Hours: 700', 'Allowances: 20000', 'Deductions (not part of gross): -90000', 'Hours: 800000'],
      notes: [],
    });
    expect(offeredBy('accounting.payroll.cost').source.isPrivate).toBe(true);
  });

  it('of the calls: how many, and what became of them', async () => {
    const call = {
      callerName: 'A',
      reason: 'r',
      ownerId: JAY,
      takenById: JAY,
      target: 'person:U',
      queue: [],
      managers: [],
      ringSeconds: 60,
      helpers: [],
    };
    const opened = at('2026-11-10T08:00:00Z');
    await database.prisma.call.createMany({
      data: [
        { ...call, state: 'done', openedAt: opened, acceptedAt: at('2026-11-10T08:02:00Z') },
        { ...call, state: 'lost', openedAt: opened, unhappyAt: opened },
        { ...call, state: 'done', openedAt: at('2026-12-01T08:00:00Z') },
      ] as never,
    });
    expect(await figures('front-desk.calls.calls')).toEqual({
      measures: ['Calls: 2', 'Answered: 1', 'Lost: 1', 'Unhappy clients: 1', 'Time to answer (median): 2'],
      rows: ['To a person: 2'],
      notes: [],
    });
  });

  it('of a ledger is a week in which January and December meet, counted once', async () => {
    const file = await database.prisma.ledgerFile.create({
      data: { name: 'x', kind: 'actual', state: 'counted', amounts: 'signed', takenAt: new Date(0), rows: 2 },
    });
    const entry = {
      fileId: file.id,
      kind: 'actual',
      account: 'Sales',
      text: '',
      document: '',
      currency: 'RON',
      line: 1,
    } as const;
    await database.prisma.ledgerEntry.createMany({
      data: [
        { ...entry, day: day('2026-12-31'), minor: 100n, countedAs: 'a' },
        { ...entry, day: day('2027-01-01'), minor: 10n, countedAs: 'b' },
        { ...entry, day: day('2027-01-04'), minor: 1n, countedAs: 'c' },
        { ...entry, day: day('2026-12-30'), minor: 5000n, countedAs: null },
      ],
    });
    const days = { from: Temporal.PlainDate.from('2026-12-28'), until: Temporal.PlainDate.from('2027-01-03') };
    const { source } = offeredBy('accounting.reports.revenue');
    const { measures } = await told.office.read((look) => source.tally(look, { days, language: 'en', readerId: null }));
    expect(measures[0]?.value).toBe(110);
  });
});

describe('what HR tells of a year', () => {
  let open: OpenComplaints;

  beforeAll(async () => {
    open = await openComplaints();
    await open.begin();
  });
  afterAll(() => open.database.close());

  it('hides small numbers, and tells nobody of what they are kept out of', async () => {
    const [source] = open.desk.reports ?? [];
    const year = { from: Temporal.PlainDate.from('2026-01-01'), until: Temporal.PlainDate.from('2026-12-31') };
    const tell = (readerId: string | null) =>
      open.office.read((look) => source?.tally(look, { days: year, language: 'en', readerId }) ?? Promise.reject());
    for (let count = 0; count < 4; count += 1) await open.complain(REPORTER, { kind: 'safety' });
    const few = await tell(HEAD);
    expect(few.measures[0]?.value).toBeNull();
    expect(few.rows.every(({ value }) => value === null)).toBe(true);
    await open.complain(REPORTER, { kind: 'safety' });
    expect((await tell(HEAD)).measures[0]?.value).toBe(5);
    await open.complain(REPORTER, { kind: 'safety', accused: [HEAD] });
    expect((await tell(HEAD)).measures[0]?.value).toBe(5);
    expect((await tell(null)).measures).toEqual([]);
  });
});
