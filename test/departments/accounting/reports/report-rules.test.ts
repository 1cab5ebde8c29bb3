import { DESK } from '../../../../src/departments/accounting/reports/ledger.js';
import { MOST_PLANS, type PlanWish, planCase } from '../../../../src/departments/accounting/reports/report.js';
import { compose } from '../../../../src/departments/accounting/reports/service/compose.js';
import {
  deliver,
  deliverDue,
  keyFor,
  nothing,
  prepare,
  prepareDue,
  reachable,
} from '../../../../src/departments/accounting/reports/service/deliver.js';
import { forget } from '../../../../src/departments/accounting/reports/service/forget.js';
import {
  addEntry,
  beginDraft,
  previewOf,
  putBackFile,
  takeDraft,
  withdrawFile,
} from '../../../../src/departments/accounting/reports/service/ledgers.js';
import {
  followOffice,
  keepPlan,
  pausePlan,
  planCalled,
  removePlan,
  seePlans,
} from '../../../../src/departments/accounting/reports/service/plans.js';
import { REVENUE } from '../../../../src/departments/accounting/reports/service/revenue.js';
import { openRun } from '../../../../src/departments/accounting/reports/service/runs.js';
import type { Prisma } from '../../../../src/generated/prisma/client.js';
import { timedRule } from '../../../../src/platform/calendar/month-rules.js';
import type { Days } from '../../../../src/platform/hours.js';
import type { Currency } from '../../../../src/platform/money.js';
import type { ReportSource, Tally, TallyRow } from '../../../../src/platform/reports/report-source.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { refusal, refusedAt } from '../../../support/visits.js';
import { JAY, KIT, MANAGERS, OLIVE, type OpenReports, openReports } from './open-reports.js';

const VISITS = 'test.desk.visits';
const day = (text: string) => Temporal.PlainDate.from(text);
const week: Days = { from: day('2026-11-16'), until: day('2026-11-22') };
const monday = timedRule.parse({
  on: { rule: 'everyNWeeks', weekday: 1, weeks: 1, from: '2024-01-01', whenClosed: 'same' },
  time: '08:00',
});
const wish: PlanWish = {
  ...{ name: 'Visits on Monday', source: VISITS, period: 'week', channel: MANAGERS, people: [], rule: monday },
  skipsEmpty: true,
};

let open: OpenReports;
beforeAll(async () => {
  open = await openReports();
});
beforeEach(async () => {
  await open.begin();
  Object.assign(open.other, { readers: [KIT, OLIVE], value: 7 });
});
afterAll(() => open.close());

const keep = (change: Partial<PlanWish> = {}, id: string | null = null, by = KIT) =>
  open.work((desk) => keepPlan(desk, by, id, { ...wish, ...change }));
const seen = (by = KIT) => open.look((desk) => seePlans(desk, by));
const recorded = async () => {
  const entries = await open.prisma.auditEntry.findMany({
    where: { action: { startsWith: DESK } },
    orderBy: { seq: 'asc' },
  });
  return entries.map(({ actor, action, object, detail }) => ({
    ...{ actor, action: action.slice(DESK.length + 1), object },
    detail: JSON.parse(detail) as unknown,
  }));
};
const lastRecorded = async (count: number) => (await recorded()).slice(-count);

describe('a report that somebody sets up', () => {
  it('is refused at the field that is wrong', async () => {
    expect(await refusedAt(keep({ people: [JAY, 'U0NOBODY'] }))).toBe('people');
    expect(await refusal(keep({ people: [KIT, JAY, 'U0NOBODY'] }))).toBe(
      'They may not see these figures: Jay, U0NOBODY.',
    );
    expect(await refusedAt(keep({ channel: null }))).toBe('people');
    expect(await refusedAt(keep({ source: 'test.desk.private' }))).toBe('channel');
    expect(await refusedAt(keep({ source: 'test.desk.yearly', channel: null, people: [KIT] }))).toBe('period');
    expect(await refusal(keep({ source: 'made.up' }))).toContain('may not see these figures');
    expect(await seen()).toEqual([]);
  });

  it('waits for a day on which the office is open, if there is one', async () => {
    await open.office.transact((tx) => tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', hours: {} }, KIT));
    const never = timedRule.parse({ on: { rule: 'lastWorkingDay', minus: 0 }, time: '08:00' });
    expect(await refusedAt(keep({ rule: never }))).toBe('rule');
    expect(await refusal(keep({ rule: never }))).toContain('never open on such a day');
    expect((await keep({ rule: null })).nextAt).toBeNull();
  });

  it('is one of sixty at most, each of which can still be changed', async () => {
    const { id } = await keep();
    const row = await open.prisma.reportPlan.findUniqueOrThrow({ where: { id } });
    const { id: _, rule, ...rest } = row;
    const data = Array.from({ length: MOST_PLANS - 1 }, () => ({ ...rest, rule: rule as Prisma.InputJsonObject }));
    await open.prisma.reportPlan.createMany({ data });
    expect(await refusal(keep())).toContain(`There are ${MOST_PLANS} reports`);
    expect((await keep({ name: 'Changed' }, id)).name).toBe('Changed');
  });

  it('has on record who did what to it, and of what it tells', async () => {
    const { id } = await keep();
    await keep({ name: 'Changed' }, id);
    await open.work((desk) => pausePlan(desk, KIT, id, true));
    await open.work((desk) => pausePlan(desk, KIT, id, false));
    await open.work((desk) => removePlan(desk, KIT, id));
    expect(await lastRecorded(5)).toEqual(
      ['add-report', 'change-report', 'pause-report', 'resume-report', 'remove-report'].map((action) => ({
        ...{ actor: KIT, action, object: planCase(id), detail: { source: VISITS } },
      })),
    );
    expect(await refusal(open.work((desk) => removePlan(desk, KIT, id)))).toContain('isn’t there any more');
  });

  it('is found by its whole name before those that only begin so', async () => {
    await keep({ name: 'Visits' });
    const whole = await keep({ name: 'Visits in all' });
    const called = (typed: string) => open.look((desk) => planCalled(desk, KIT, typed));
    expect((await called('VISITS')).name).toBe('Visits');
    expect((await called('visits in')).id).toBe(whole.id);
    await keep({ name: 'Visits in May' });
    const several = await refusal(called('visits in'));
    expect(several).toMatch(/: (Visits in all, Visits in May|Visits in May, Visits in all)\./);
    expect(await refusal(called('sales'))).toContain('“sales”');
  });

  it('stays with its owner once its source is closed to them, or gone, and is nobody else’s then', async () => {
    const { id } = await keep({}, null, OLIVE);
    const before = await seen(OLIVE);
    expect(before).toMatchObject([{ plan: { id }, offered: { source: { name: VISITS } }, last: null }]);
    open.other.readers = [];
    expect((await seen(OLIVE)).map(({ plan }) => plan.id)).toEqual([id]);
    expect(await seen(KIT)).toEqual([]);
    await open.prisma.reportPlan.update({ where: { id }, data: { source: 'desk.that.is.gone' } });
    expect(await seen(OLIVE)).toMatchObject([{ plan: { id }, offered: null }]);
    expect(await seen(KIT)).toEqual([]);
  });

  it('shows how it went last', async () => {
    const plan = await keep();
    await open.work(async (desk) => deliver(desk, await prepare(desk, plan, week), { dueKey: 'once', byId: KIT }));
    expect(await seen()).toMatchObject([{ last: { outcome: 'sent', byId: KIT, channel: MANAGERS } }]);
  });

  it('moves along with the office, but for what is due or comes by hand only', async () => {
    const [due, byHand, ahead] = [
      await keep(),
      await keep({ rule: null }),
      await keep({ rule: timedRule.parse({ on: { rule: 'nthWorkingDay', n: 3 }, time: '08:00' }) }),
    ];
    open.at('2026-11-30T06:00:00Z');
    await open.office.transact((tx) => tx.settings.set(OFFICE, { timeZone: 'Europe/London', holidays: [] }, KIT));
    await open.work(followOffice);
    const next = new Map((await seen()).map(({ plan }) => [plan.id, plan.nextAt && String(plan.nextAt)]));
    expect([next.get(due.id), next.get(byHand.id), next.get(ahead.id)]).toEqual([
      ...['2026-11-30T06:00:00Z', null, '2026-12-03T08:00:00Z'],
    ]);
  });
});

describe('sending a report', () => {
  const send = (ready: Parameters<typeof deliver>[1], options: Parameters<typeof deliver>[2]) =>
    open.work((desk) => deliver(desk, ready, options));
  const ready = async (change: Partial<PlanWish> = {}, only?: string) => {
    const plan = await keep(change);
    return open.look((desk) => prepare(desk, plan, week, only));
  };

  it('is on record with its readers’ number, and why where nothing was sent', async () => {
    const run = await send(await ready({ people: [KIT, OLIVE] }), { dueKey: 'a', byId: null });
    expect(await lastRecorded(1)).toEqual([
      {
        ...{ actor: 'system', action: 'sent', object: `${DESK}/run/${run?.id}` },
        detail: { source: VISITS, readers: 2 },
      },
    ]);
    expect(await send(await ready(), { dueKey: 'a', byId: null })).not.toBeNull();
    const plan = await keep();
    for (const [reason, outcome] of [
      ['fault', 'failed'],
      ['noSource', 'failed'],
      ['noChannel', 'failed'],
      ['empty', 'skipped'],
      ['late', 'skipped'],
      ['nobody', 'skipped'],
    ] as const) {
      const none = await send(nothing(plan, week, reason), { dueKey: reason, byId: KIT });
      expect(none).toMatchObject({ outcome, reason, readers: [], leftOut: [], byId: KIT });
      expect(await lastRecorded(1)).toMatchObject([{ actor: KIT, action: outcome, detail: { readers: 0, reason } }]);
    }
  });

  it('is done once for each time that it is due', async () => {
    const prepared = await ready();
    expect(await send(prepared, { dueKey: 'a', byId: null })).toMatchObject({ outcome: 'sent' });
    expect(await send(prepared, { dueKey: 'a', byId: null })).toBeNull();
    expect(await open.letters(MANAGERS)).toHaveLength(3);
  });

  it('says that its source is gone, whatever its readers', async () => {
    const plan = await keep({ people: [KIT] });
    const gone = { ...plan, source: 'desk.that.is.gone' };
    const prepared = await open.look((desk) => prepare(desk, gone, week));
    expect(prepared).toMatchObject({ reason: 'noSource', readers: [], leftOut: [] });
    expect(prepared.reports.size).toBe(0);
  });

  it('leaves out those who may not read it, and works it out once for each language', async () => {
    const plan = await keep({ people: [KIT, OLIVE] });
    open.other.asked.length = 0;
    const prepared = await open.look((desk) => prepare(desk, { ...plan, people: [JAY, KIT, 'U0NOBODY', OLIVE] }, week));
    expect(prepared.leftOut).toEqual([JAY, 'U0NOBODY']);
    expect(prepared.readers.map(({ id }) => id).sort()).toEqual([KIT, OLIVE].sort());
    expect([...prepared.reports.keys()].sort()).toEqual(['en', 'ro']);
    expect(new Set(open.other.asked)).toEqual(new Set([null]));
  });

  it('a preview is for one reader, in no channel, and isn’t skipped for having nothing to tell', async () => {
    open.other.value = 0;
    const plan = await keep({ people: [KIT, OLIVE] });
    expect(await open.look((desk) => prepare(desk, plan, week))).toMatchObject({ reason: 'empty' });
    const prepared = await open.look((desk) => prepare(desk, plan, week, OLIVE));
    expect(prepared).toMatchObject({ reason: null, readers: [{ id: OLIVE, language: 'ro' }] });
    const run = await send(prepared, { dueKey: 'p', byId: OLIVE, isPreview: true });
    expect(run).toMatchObject({ outcome: 'preview', channel: null });
    expect((await open.letters()).map(({ to }) => to)).toEqual([OLIVE]);
  });

  it('what is of each reader is kept under their name, all else under its language', () => {
    expect(keyFor({ isPrivate: true }, { id: KIT, language: 'ro' })).toBe(KIT);
    expect(keyFor({ isPrivate: true }, { id: null, language: 'ro' })).toBe('ro');
    expect(keyFor({ isPrivate: false }, { id: KIT, language: 'ro' })).toBe('ro');
  });

  it('asks for the channel only where it has something to say there', async () => {
    const asked: string[] = [];
    const workspace = {
      channel: async (id: string) => {
        asked.push(id);
        return null;
      },
    };
    const prepared = await ready();
    const toPeople = await ready({ channel: null, people: [KIT] });
    expect(await reachable(workspace, toPeople)).toBe(toPeople);
    const empty = { ...prepared, reason: 'empty' as const };
    expect(await reachable(workspace, empty)).toBe(empty);
    expect(asked).toEqual([]);
    expect(await reachable(workspace, prepared)).toMatchObject({ reason: 'noChannel' });
    expect(asked).toEqual([MANAGERS]);
  });

  it.each([
    ['2026-12-01T06:00:00Z', null],
    ['2026-12-01T06:01:00Z', 'late'],
  ])('at %s, a day after it was due: %s', async (moment, reason) => {
    const plan = await keep();
    open.at(moment);
    const prepared = await open.look((desk) => prepareDue(desk, plan));
    expect([prepared.reason, String(prepared.days.from)]).toEqual([reason, '2026-11-23']);
  });

  it('by the clock leaves alone what was paused, changed or removed since it was worked out', async () => {
    const plans = [await keep(), await keep(), await keep(), await keep()] as const;
    open.at('2026-11-30T06:00:00Z');
    const due = await open.look((desk) => Promise.all(plans.map((plan) => prepareDue(desk, plan))));
    const [paused, moved, removed, still] = plans;
    await open.prisma.reportPlan.update({ where: { id: paused.id }, data: { isPaused: true } });
    await open.prisma.reportPlan.update({
      where: { id: moved.id },
      data: { nextAt: new Date('2026-12-07T06:00:00Z') },
    });
    await open.prisma.reportPlan.delete({ where: { id: removed.id } });
    await open.work((desk) => deliverDue(desk, due));
    const runs = await open.prisma.reportRun.findMany();
    expect(runs.map(({ planId }) => planId)).toEqual([still.id]);
    const next = await open.prisma.reportPlan.findUniqueOrThrow({ where: { id: still.id } });
    expect(next.nextAt?.toISOString()).toBe('2026-12-07T06:00:00.000Z');
  });
});

describe('opening what was told', () => {
  const opened = async (by: string, id: string, place: string | null = null) => {
    const person = await open.office.read(({ people }) => people.get(by));
    if (!person) throw new Error('nobody');
    return open.look((desk) => openRun(desk, person, id, place));
  };
  const sent = async (change: Partial<PlanWish> = {}) => {
    const plan = await keep(change);
    const run = await open.work(async (desk) =>
      deliver(desk, await prepare(desk, plan, week), { dueKey: 'x', byId: KIT }),
    );
    return { plan, runId: run?.id ?? '' };
  };

  it('is in one’s own language where it was told in that, else in another', async () => {
    const { runId } = await sent({ people: [OLIVE] });
    const { runId: english } = await sent();
    expect((await opened(OLIVE, runId)).title).toBe('Visits');
    const run = await open.prisma.reportRun.findUniqueOrThrow({ where: { id: runId } });
    expect(Object.keys(run.reports as object).sort()).toEqual(['en', 'ro']);
    expect((await opened(OLIVE, english)).from).toBe('2026-11-16');
  });

  it('is one’s own alone where each has their own', async () => {
    const { runId } = await sent({ source: 'test.desk.private', channel: null, people: [OLIVE] });
    expect((await opened(OLIVE, runId)).isPrivate).toBe(true);
    expect(await refusal(opened(KIT, runId))).toContain('isn’t kept any more');
  });

  it('says so where it is gone, with its report or its source', async () => {
    const { plan, runId } = await sent();
    expect(await refusal(opened(KIT, crypto.randomUUID()))).toContain('isn’t kept any more');
    await open.prisma.reportPlan.update({ where: { id: plan.id }, data: { source: 'desk.that.is.gone' } });
    expect(await refusal(opened(KIT, runId))).toContain('isn’t kept any more');
  });
});

describe('forgetting somebody', () => {
  it('takes them off the readers, and says how many reports of theirs go on', async () => {
    await keep({ people: [KIT, OLIVE] });
    await keep({ people: [OLIVE], channel: null }, null, OLIVE);
    const forgotten = await open.office.transact((tx) => forget(tx, OLIVE));
    expect(forgotten).toEqual([
      { fate: 'erased', what: 'forgotten.read', count: 2 },
      { fate: 'kept', what: 'forgotten.plans', count: 1 },
    ]);
    const rows = await open.prisma.reportPlan.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ people }) => people)).toEqual([[KIT], []]);
    expect(await open.office.transact((tx) => forget(tx, JAY))).toEqual([
      { fate: 'erased', what: 'forgotten.read', count: 0 },
      { fate: 'kept', what: 'forgotten.plans', count: 0 },
    ]);
  });
});

describe('putting what a desk tells beside what it told', () => {
  const count = { is: 'count' } as const;
  const row = (key: string, value: number): TallyRow => ({
    key,
    label: key,
    group: 'g',
    unit: count,
    better: 'more',
    value,
  });
  const none: Tally = { isEmpty: true, measures: [], rows: [], notes: [] };
  const told = (rows: TallyRow[], more: Partial<Tally> = {}): Tally => ({ ...none, isEmpty: false, rows, ...more });

  async function composed(tallies: Record<string, Tally>) {
    const asked: string[] = [];
    const source: ReportSource = {
      ...{ name: VISITS, title: 'title', about: 'about', mayRead: async () => true },
      tally: async (_look, { days }) => {
        asked.push(String(days.from));
        return tallies[String(days.from)] ?? none;
      },
    };
    const offered = open.sources.get(VISITS);
    if (!offered) throw new Error('the test’s desk is missing');
    const report = await open.office.read((look) =>
      compose(look, { offered: { ...offered, source }, period: 'week', days: week, language: 'en', readerId: null }),
    );
    return { report, asked };
  }

  it('asks for each span once', async () => {
    const { asked } = await composed({ '2026-11-16': told([row('a', 1)]) });
    expect(asked.length).toBe(new Set(asked).size);
    expect(asked).toContain('2025-11-17');
  });

  it('asks for no past where there is nothing to tell', async () => {
    const { asked, report } = await composed({});
    expect(asked.sort()).toEqual(['2025-11-17', '2026-10-19', '2026-11-09', '2026-11-16']);
    expect(report).toMatchObject({ isEmpty: true, rows: [], past: { labels: [], series: [] } });
  });

  it('keeps what is gone since the week before, at nothing, and not what is gone longer', async () => {
    const { report } = await composed({
      '2026-11-16': told([row('a', 5)]),
      '2026-11-09': told([row('a', 4), row('gone', 3)]),
      '2026-10-19': told([row('older', 9)]),
    });
    expect(report.rows.map(({ key, value, before }) => [key, value, before])).toEqual([
      ['a', 5, [4, 0, null]],
      ['gone', 0, [3, 0, null]],
    ]);
  });

  it('draws what counts the same as the first that is drawn, from the first week of which anything is known', async () => {
    const measure = (key: string, unit: Tally['measures'][number]['unit'], value: number, isDrawn?: true) => ({
      ...{ key, label: key, unit, better: 'more' as const, value },
      ...(isDrawn && { isDrawn }),
    });
    const measures = (value: number) => [
      ...[measure('plain', count, value), measure('first', count, value, true)],
      ...[measure('minutes', { is: 'minutes' }, value, true), measure('second', count, value + 1, true)],
    ];
    const { report } = await composed({
      '2026-11-16': told([], { measures: measures(7) }),
      '2026-11-02': told([], { measures: measures(3) }),
    });
    expect(report.past.labels).toHaveLength(3);
    expect(report.past.series.map(({ name, values }) => [name, values])).toEqual([
      ['first', [3, null, 7]],
      ['second', [4, null, 8]],
    ]);
  });
});

describe('ledgers', () => {
  const titles = 'Date,Account,Description,Document,Amount';
  const bytes = (text: string) => new TextEncoder().encode(text);
  const begin = (text: string, replacesId: string | null = null) =>
    open.work((desk) => beginDraft(desk, KIT, { name: 'x.csv', kind: 'actual', bytes: bytes(text), replacesId }));
  const ledger = () => open.prisma.ledgerFile.findFirstOrThrow({ orderBy: { id: 'desc' } });

  it('have on record who took what in, corrected it, withdrew it and put it back', async () => {
    await open.takes(`${titles}\n2026-11-02,704,Sale,1,5`);
    const first = await ledger();
    const { draft } = await begin(`${titles}\n2026-11-02,704,Sale,1,6`, first.id);
    await open.work((desk) => takeDraft(desk, KIT, draft.id));
    const second = await ledger();
    await open.work((desk) => withdrawFile(desk, KIT, second.id));
    await open.work((desk) => putBackFile(desk, KIT, second.id));
    const detail = { kind: 'actual', rows: 1 };
    expect((await recorded()).filter(({ action }) => action.includes('ledger')).slice(-4)).toEqual(
      (
        [
          ['take-ledger', first.id, 1],
          ['replace-ledger', second.id, 2],
          ['withdraw-ledger', second.id, 2],
          ['put-back-ledger', second.id, 2],
        ] as const
      ).map(([action, id, version]) => ({
        ...{ actor: KIT, action, object: `${DESK}/file/${id}`, detail: { ...detail, version } },
      })),
    );
  });

  it('say which can’t be corrected, and why not', async () => {
    await open.takes(`${titles}\n2026-11-02,704,Sale,1,5`);
    const { id } = await ledger();
    await open.work((desk) => withdrawFile(desk, KIT, id));
    expect(await refusal(begin(`${titles}\n2026-11-02,704,Sale,1,6`, id))).toMatch(/“F?.*” doesn’t count/);
    expect(await refusal(begin(`${titles}\n2026-11-02,704,Sale,1,6`, crypto.randomUUID()))).toContain('isn’t there');
    expect(await open.prisma.ledgerDraft.count()).toBe(0);
  });

  it('name the very file that counts already, at the field, also where it is put back', async () => {
    const text = `${titles}\n2026-11-02,704,Sale,1,5`;
    await open.takes(text);
    const first = await ledger();
    expect(await refusedAt(begin(text))).toBe('file');
    await open.work((desk) => withdrawFile(desk, KIT, first.id));
    await open.takes(text);
    const again = open.work((desk) => putBackFile(desk, KIT, first.id));
    expect(await refusal(again)).toContain(`“${first.name}”`);
  });

  it('count the rows of each account that has no line, and ask nothing of a draft without columns', async () => {
    const rows = ['2026-11-02,704,a,1,5', '2026-11-02,704,b,2,5', '2026-11-02,999,c,3,5'];
    await open.takes(`${titles}\n2026-10-02,704,Sale,9,5`);
    const { draft } = await begin([titles, ...rows].join('\n'));
    const preview = await open.look((desk) => previewOf(desk, draft));
    expect(preview.loose).toEqual([
      { account: '704', rows: 2 },
      { account: '999', rows: 1 },
    ]);
    expect(await refusal(open.look((desk) => previewOf(desk, { ...draft, mapping: null })))).toContain(
      'upload it again',
    );
  });

  it('take an amount by hand in a currency that there is', async () => {
    const entry = { day: day('2026-11-02'), account: '704', text: 'By hand', document: '', minor: 500 };
    const add = (currency: string) =>
      open.work((desk) =>
        addEntry(desk, KIT, { ...entry, currency: currency as Currency }, { kind: 'actual', name: 'By hand' }),
      );
    expect(await refusedAt(add('lei'))).toBe('currency');
    expect(await refusal(add('lei'))).toContain('Three letters');
    const file = await add('EUR');
    expect(await lastRecorded(1)).toMatchObject([
      { actor: KIT, action: 'add-entry', object: `${DESK}/file/${file.id}` },
    ]);
  });
});

describe('revenue and cost', () => {
  const titles = 'Date,Account,Description,Document,Amount,Currency';
  const tally = (days: Days) => {
    const { source } = open.sources.get(REVENUE) ?? {};
    return open.office.read(async (look) => source?.tally(look, { days, language: 'en', readerId: null }));
  };
  const november = { from: day('2026-11-01'), until: day('2026-11-30') };

  it('stand by currency, the larger first, and in it revenue before cost, each by its line and size', async () => {
    await open.begin({
      lines: [
        { name: 'Shop', kind: 'revenue', accounts: ['70*'] },
        { name: 'Web', kind: 'revenue', accounts: ['75*'] },
        { name: 'People', kind: 'cost', accounts: ['64*'] },
      ],
    });
    await open.takes(
      [
        titles,
        ...['2026-11-02,601,x,1,-10,EUR', '2026-11-02,641,x,2,-20,RON', '2026-11-02,602,x,3,-900,RON'],
        ...['2026-11-02,751,x,4,800,RON', '2026-11-02,701,x,5,30,RON', '2026-11-02,761,x,6,5,EUR'],
        ...['2026-11-02,603,x,7,-950,RON', '2026-11-30,701,x,8,1,RON'],
      ].join('\n'),
    );
    const told = await tally(november);
    expect(
      told?.rows.map(({ label, unit, value }) => `${label} ${'currency' in unit ? unit.currency : ''} ${value}`),
    ).toEqual([
      ...['Shop RON 3100', 'Web RON 80000', 'People RON 2000', '603 RON 95000', '602 RON 90000'],
      ...['761 EUR 500', '601 EUR 1000'],
    ]);
    expect(told?.measures.map(({ key }) => key.split(':')[1])).toEqual([
      ...Array(4).fill('RON'),
      ...Array(4).fill('EUR'),
    ]);
    expect(told?.notes).toEqual([]);
  });

  it('say on which day the ledgers end, where they end within those days and tell anything of them', async () => {
    await open.takes(`${titles}\n2026-11-28,612,x,2,-1,RON\n2026-11-29,704,x,1,10,RON`);
    expect((await tally(november))?.notes).toEqual([
      'The ledgers end on 29 November 2026, so the rest of these days is missing.',
    ]);
    expect((await tally({ from: day('2026-11-01'), until: day('2026-11-29') }))?.notes).toEqual([]);
    expect(await tally({ from: day('2026-12-01'), until: day('2026-12-31') })).toMatchObject({
      isEmpty: true,
      notes: [],
    });
  });

  it('have a budget by the day, in its own currency alone', async () => {
    await open.takes(
      `${titles}\n2026-11-02,704,x,1,10,RON\n2026-11-02,704,x,2,10,EUR\n2026-12-01,704,x,3,1,RON\n2026-11-02,612,x,4,-1,RON`,
    );
    await open.takes(
      `${titles}\n2026-11-01,704,Plan,b1,3000,RON\n2026-12-01,704,Plan,b2,3100,RON\n2026-11-01,612,Plan,b3,-3,RON`,
      { kind: 'budget' },
    );
    const budgets = async (from: string, until: string) =>
      (await tally({ from: day(from), until: day(until) }))?.measures
        .filter(({ key }) => key.startsWith('revenue'))
        .map(({ key, budget }) => [key, budget]);
    expect(await budgets('2026-11-01', '2026-11-30')).toEqual([
      ['revenue:RON', 300_000],
      ['revenue:EUR', undefined],
    ]);
    expect(await budgets('2026-11-02', '2026-11-03')).toContainEqual(['revenue:RON', 20_000]);
    expect(await budgets('2026-11-29', '2026-12-02')).toContainEqual(['revenue:RON', 40_000]);
  });
});
