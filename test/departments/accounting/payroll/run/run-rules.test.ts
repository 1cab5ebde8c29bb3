import { runIds } from '../../../../../src/departments/accounting/payroll/run-ids.js';
import {
  findEmployees,
  keepAdjustment,
  openAdjustment,
  removeAdjustment,
} from '../../../../../src/departments/accounting/payroll/service/adjustments.js';
import { markPaid } from '../../../../../src/departments/accounting/payroll/service/approve.js';
import { gapsFrom, seeFairness } from '../../../../../src/departments/accounting/payroll/service/fair.js';
import {
  listRuns,
  PAGE,
  searchSlips,
  seeFindings,
  seeRun,
  seeSlip,
} from '../../../../../src/departments/accounting/payroll/service/look.js';
import { letPass } from '../../../../../src/departments/accounting/payroll/service/override.js';
import { discardRun, tryAgain, tryRun } from '../../../../../src/departments/accounting/payroll/service/prepare.js';
import { saveSettings } from '../../../../../src/departments/accounting/payroll/service/settings.js';
import { DESK } from '../../../../../src/departments/accounting/payroll/settings.js';
import type { Prisma } from '../../../../../src/generated/prisma/client.js';
import { presses, refusedAt, shown, textOf, types } from '../../../../support/visits.js';
import {
  APPROVER,
  NOBODY,
  OFFICER,
  type OpenPayroll,
  OVERSEER,
  openPayroll,
  refusal,
  SECOND_OFFICER,
} from '../open-payroll.js';
import { adjustment, day, days, employee, eur, fullWeek, ron, sheet, slice, terms } from './samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());
beforeEach(async () => {
  await office.begin({ minimumHourly: { RON: 2500 } });
  await office.hire(
    [employee('1'), employee('2')],
    [terms('1', '2020-01-01', ron(2000)), terms('1', '2026-11-16', eur(1000)), terms('2', '2020-01-01')],
  );
  office.hoursAre([
    sheet('U1', '2026-11-02', fullWeek('2026-11-02')),
    sheet('U1', '2026-11-16', fullWeek('2026-11-16')),
    sheet('U2', '2026-11-02', fullWeek('2026-11-02')),
  ]);
});

const november = () => office.prepare('2026-11-01', '2026-11-30', '2026-12-10');
const nowhere = crypto.randomUUID();
const recorded = async (action: string) => {
  const rows = await office.prisma.auditEntry.findMany({
    where: { action: `${DESK}.${action}` },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ actor, object, detail }) => ({ actor, object, detail: JSON.parse(detail) as unknown }));
};

describe('the days of a new run', () => {
  const attempt = (from: string, until: string, payday = until) =>
    office.look((desk) => tryRun(desk, OFFICER, { period: days(from, until), payday: day(payday) }));

  it('may be a single one, and sixty-two', async () => {
    expect((await attempt('2026-11-02', '2026-11-02')).wish.period).toEqual(days('2026-11-02', '2026-11-02'));
    expect((await attempt('2026-11-01', '2027-01-01')).wish.payday).toEqual(day('2027-01-01'));
  });

  it.each([
    ['2026-11-02', '2026-11-01', '2026-12-10', 'until', 'before the first'],
    ['2026-11-01', '2027-01-02', '2027-01-10', 'until', '62 days'],
    ['2026-11-01', '2026-11-30', '2026-10-31', 'payday', 'before the first day that is paid'],
  ])('from %s to %s, paid on %s, are refused at “%s”', async (from, until, payday, field, sentence) => {
    expect(await refusedAt(attempt(from, until, payday))).toBe(field);
    expect(await refusal(attempt(from, until, payday))).toContain(sentence);
  });

  it('may be paid on the first of them', async () => {
    expect((await attempt('2026-11-02', '2026-11-30', '2026-11-02')).wish.payday).toEqual(day('2026-11-02'));
  });
});

describe('a run that is gone', () => {
  it('says so, whatever is wanted of it', async () => {
    const tries = [
      () => office.look((desk) => tryAgain(desk, OFFICER, nowhere)),
      () => office.look((desk) => seeRun(desk, OFFICER, nowhere)),
      () => office.look((desk) => seeSlip(desk, OFFICER, nowhere, '1', 'RON')),
      () => office.work((desk) => discardRun(desk, OFFICER, nowhere)),
      () => office.work((desk) => markPaid(desk, OFFICER, nowhere)),
      () => office.work((desk) => seeFairness(desk, OFFICER, { id: nowhere })),
    ];
    for (const attempt of tries) expect(await refusal(attempt())).toContain('somebody discarded it');
  });
});

describe('what can be done with a run', () => {
  const acts = async (id: string, by = OFFICER) => [...(await office.look((desk) => seeRun(desk, by, id))).acts].sort();

  it('depends on how far it is, and on who looks', async () => {
    const { id } = await november();
    expect(await acts(id)).toEqual(['discard', 'recompute', 'submit']);
    expect(await acts(id, APPROVER)).toEqual(['override']);
    expect(await acts(id, OVERSEER)).toEqual([]);
    await office.submit(id);
    expect(await acts(id)).toEqual(['takeBack']);
    expect(await acts(id, APPROVER)).toEqual(['override']);
    await office.decide(id, 'returned');
    expect((await recorded('return-run')).map(({ actor }) => actor)).toEqual([APPROVER]);
    await office.prisma.runFinding.deleteMany();
    await office.settle(id);
    expect(await acts(id)).toEqual(['markPaid']);
    expect(await acts(id, APPROVER)).toEqual([]);
    await office.work((desk) => markPaid(desk, OFFICER, id));
    expect(await acts(id)).toEqual([]);
  });
});

describe('long lists', () => {
  it('of runs have ten on a page, the newest first, and of a page beyond the last show the last', async () => {
    const id = (await november()).id;
    const row = await office.prisma.payRun.findUniqueOrThrow({ where: { id } });
    await office.prisma.payRun.createMany({
      data: Array.from({ length: PAGE }, (_, at) => ({
        ...{ ...row, id: crypto.randomUUID(), settled: undefined },
        ...{ from: new Date(Date.UTC(2025, at, 1)), until: new Date(Date.UTC(2025, at, 20)) },
      })),
    });
    const list = (page: number) => office.look((desk) => listRuns(desk, OFFICER, page));
    const first = await list(0);
    expect([first.total, first.page, first.runs.length, first.runs[0]?.id]).toEqual([PAGE + 1, 0, PAGE, id]);
    for (const page of [1, 2, 9]) {
      const last = await list(page);
      expect([last.page, last.runs.map(({ period }) => String(period.from))]).toEqual([1, ['2025-01-01']]);
    }
  });

  it('of findings and payslips go on with the next page, each with its own count', async () => {
    const numbers = Array.from({ length: PAGE + 1 }, (_, at) => String(100 + at));
    await office.hire(
      numbers.map((number) => employee(number)),
      numbers.map((number) => terms(number, '2020-01-01', ron(2400))),
    );
    office.hoursAre(numbers.map((number) => sheet(`U${number}`, '2026-11-02', fullWeek('2026-11-02'))));
    const { id } = await november();
    const low = (page: number) => office.look((desk) => seeFindings(desk, OFFICER, id, 'belowMinimum', page));
    expect((await low(0)).total).toBe(PAGE + 1);
    expect((await low(0)).findings).toHaveLength(PAGE);
    expect((await low(1)).findings).toHaveLength(1);
    const none = await office.look((desk) => seeFindings(desk, OFFICER, id, 'unpaidOvertime', 0));
    expect([none.total, none.findings]).toEqual([0, []]);
    const slips = (query: string, page: number) => office.look((desk) => searchSlips(desk, OFFICER, id, query, page));
    expect((await slips('', 1)).rows).toHaveLength(1);
    expect(await slips(' 105 ', 0)).toMatchObject({ total: 1, rows: [{ employeeNumber: '105' }], query: ' 105 ' });
  });

  it('a payslip is the one in that currency', async () => {
    const { id } = await november();
    const slip = (currency: string) => office.look((desk) => seeSlip(desk, OFFICER, id, '1', currency));
    expect((await slip('EUR')).net).toEqual(eur(40_000));
    expect((await slip('RON')).net.currency).toBe('RON');
    expect(await refusal(slip('USD'))).toContain('Nobody with this number');
  });
});

it('letting a finding pass keeps the reason without the blanks around it, and asks for one at its field', async () => {
  const { id } = await november();
  const pass = (reason: string) =>
    office.work((desk) => letPass(desk, APPROVER, { runId: id, check: 'belowMinimum', whom: '1', reason }));
  expect(await refusedAt(pass(' '))).toBe('reason');
  await pass('  An apprentice ');
  const { findings } = await office.look((desk) => seeFindings(desk, APPROVER, id, 'belowMinimum', 0));
  expect(findings[0]?.override).toMatchObject({ by: APPROVER, reason: 'An apprentice' });
  expect((await recorded('override-check')).map(({ object }) => object)).toEqual([`${DESK}/run/${id}`]);
});

describe('whether a run is fair', () => {
  const look = (of: Parameters<typeof seeFairness>[2]) => office.work((desk) => seeFairness(desk, OFFICER, of));

  it('is looked at for the newest that is settled, else for the newest', async () => {
    const october = await office.prepare('2026-10-01', '2026-10-31', '2026-11-10');
    const { id } = await november();
    expect((await look(null)).run.id).toBe(id);
    await office.prisma.payRun.update({ where: { id: october.id }, data: { state: 'approved' } });
    expect((await look(null)).run.id).toBe(october.id);
    await office.prisma.payRun.update({ where: { id: october.id }, data: { state: 'paid' } });
    expect((await look(null)).run.id).toBe(october.id);
    expect((await look({ id })).run.id).toBe(id);
    expect((await look(days('2026-11-10', '2026-11-12'))).run.id).toBe(id);
    expect((await recorded('see-fairness')).map(({ object }) => object)).toEqual(
      [id, october.id, october.id, id, id].map((run) => `${DESK}/run/${run}`),
    );
    expect(await refusal(look(days('2026-09-01', '2026-09-30')))).toContain('No pay run has days of that month');
  });

  it('adds up what is short of the minimum, in each currency, and the hours that nobody has terms for', async () => {
    await office.office.transact((tx) => tx.settings.set(DESK, { minimumHourly: { RON: 2500, EUR: 1100 } }, OFFICER));
    await office.hire([employee('3'), employee('4')], [terms('3', '2026-11-05'), terms('4', '2020-01-01', eur(1000))]);
    office.hoursAre([
      sheet('U1', '2026-11-02', fullWeek('2026-11-02')),
      sheet('U2', '2026-11-02', [slice('2026-11-02', 60, { percent: 0 }), slice('2026-11-03', 480)]),
      sheet('U3', '2026-11-02', [slice('2026-11-03', 90), slice('2026-11-04', 45), slice('2026-11-06', 480)]),
      sheet('U4', '2026-11-02', fullWeek('2026-11-02')),
    ]);
    await november();
    const fair = await look(null);
    // Forty hours at 5.00 and at 1.00 too little, and an hour of the second that is paid nothing at all.
    expect(fair.belowMinimum.short).toEqual(expect.arrayContaining([ron(22_500), eur(4_000)]));
    expect(fair.belowMinimum.count).toBe(3);
    expect(fair.withoutTerms).toEqual({ count: expect.any(Number), minutes: 135 });
    expect(fair.unpaidOvertime).toEqual({ count: 0, minutes: 0 });
    expect(fair.unchecked).toEqual([]);
    expect(fair.unpaidWork).toHaveLength(1);
  });

  it('has a gap from the size on that is set, to the point', async () => {
    const group = (number: string) => (Number(number) <= 12 ? 'f' : 'm');
    const numbers = Array.from({ length: 6 }, (_, at) => String(10 + at));
    await office.hire(
      numbers.map((number) => employee(number, { group: group(number) })),
      numbers.map((number) => terms(number, '2020-01-01', ron(group(number) === 'f' ? 2700 : 3000))),
    );
    await november();
    const fair = await look(null);
    expect(gapsFrom({ ...fair, gapFrom: 1000 }).length).toBeGreaterThan(0);
    expect(gapsFrom({ ...fair, gapFrom: 1001 })).toEqual([]);
  });

  it('is asked of every payslip of a large run', async () => {
    const standby = adjustment('allowance', 'Standby', {
      ...{ id: crypto.randomUUID(), employeeNumber: '7', size: { amount: ron(50_000) } },
    });
    await office.hire([employee('7')], [terms('7', '2020-01-01')], [standby]);
    const { id } = await november();
    const row = await office.prisma.payslipRow.findFirstOrThrow({ where: { runId: id, employeeNumber: '7' } });
    const others = Array.from({ length: 1000 }, (_, at) => String(1000 + at));
    const lines = row.lines as Prisma.InputJsonArray;
    await office.prisma.payslipRow.createMany({
      data: others.map((employeeNumber) => ({ ...row, employeeNumber, name: `Name ${employeeNumber}`, lines })),
    });
    const found = (await look({ id })).payWithoutHours.map(({ number }) => number);
    expect(found.sort()).toEqual(['7', ...others].sort());
  });
});

it('somebody who is below the minimum in two currencies is one finding, which tells of both', async () => {
  const minimumHourly = { RON: 2500, EUR: 1100 };
  await office.office.transact((tx) => tx.settings.set(DESK, { minimumHourly }, OFFICER));
  const { id } = await november();
  const run = async () => shown(await types(office, OFFICER, 'run 2026-11'));
  const view = shown(await presses(office, OFFICER, `${runIds.findings}:belowMinimum`, await run()));
  expect(textOf(view.blocks)).toContain('40:00 h at 10.00 EUR an hour; the minimum is 11.00 EUR');
  expect(textOf(view.blocks)).toContain('40:00 h at 20.00 RON an hour; the minimum is 25.00 RON');
  const { belowMinimum } = await office.work((desk) => seeFairness(desk, OFFICER, { id }));
  expect([belowMinimum.count, belowMinimum.short]).toEqual([1, expect.arrayContaining([ron(20_000), eur(4_000)])]);
});

describe('an allowance', () => {
  const wish = { kind: 'allowance', name: 'Lunch', size: { basisPoints: 500 }, employeeNumber: '1' } as const;
  const keep = (change: object = {}, id: string | null = null, by = OFFICER) =>
    office.work((desk) => keepAdjustment(desk, by, id, { ...wish, from: day('2026-11-01'), until: null, ...change }));

  it('is opened with whom it is for', async () => {
    const { id } = await keep();
    const opened = await office.look((desk) => openAdjustment(desk, OFFICER, id));
    expect(opened).toMatchObject({ adjustment: { name: 'Lunch' }, employee: { number: '1', name: 'Name 1' } });
    const everybodys = await keep({ employeeNumber: null, name: 'Tax', kind: 'deduction' });
    expect((await office.look((desk) => openAdjustment(desk, OFFICER, everybodys.id))).employee).toBeNull();
    expect(await office.look((desk) => openAdjustment(desk, OFFICER, null))).toEqual({
      adjustment: null,
      employee: null,
    });
  });

  it('has on record what was done with it and for whom, never how much it is', async () => {
    const { id } = await keep();
    await keep({ name: 'Meals' }, id, SECOND_OFFICER);
    await office.work((desk) => removeAdjustment(desk, OFFICER, id));
    const entry = (actor: string) => ({
      actor,
      object: `${DESK}/adjustment/${id}`,
      detail: { kind: 'allowance', number: '1' },
    });
    expect(await recorded('add-adjustment')).toEqual([entry(OFFICER)]);
    expect(await recorded('change-adjustment')).toEqual([entry(SECOND_OFFICER)]);
    expect(await recorded('remove-adjustment')).toEqual([entry(OFFICER)]);
    const { id: tax } = await keep({ employeeNumber: null });
    expect((await recorded('add-adjustment')).at(-1)).toEqual({
      ...{ actor: OFFICER, object: `${DESK}/adjustment/${tax}`, detail: { kind: 'allowance' } },
    });
  });

  it('is refused at the field that is wrong', async () => {
    await keep();
    expect(await refusedAt(keep({ name: 'LUNCH' }))).toBe('name');
    expect(await refusedAt(keep({ employeeNumber: '99' }))).toBe('whom');
    expect(await refusedAt(keep({ name: 'Other', until: day('2026-10-31') }))).toBe('until');
    expect((await keep({ name: 'Other', until: day('2026-11-01') })).until).toEqual(day('2026-11-01'));
    expect((await keep({ employeeNumber: '2' })).employeeNumber).toBe('2');
  });

  it('is for somebody who is found by name or number', async () => {
    await office.hire([employee('77', { name: 'Șerban Țurcanu' })], []);
    const found = async (query: string) =>
      (await office.look((desk) => findEmployees(desk, OFFICER, query))).map(({ number }) => number);
    expect(await found('turcanu')).toEqual(['77']);
    expect(await found('77')).toEqual(['77']);
    expect((await found('')).sort()).toEqual(['1', '2', '77']);
    expect(await found('nobody')).toEqual([]);
    expect(await refusal(office.look((desk) => findEmployees(desk, NOBODY, '')))).toContain('Only those who keep');
  });
});

it('what was set for the payroll is on record, before and after', async () => {
  const switches = { currency: 'EUR', minimumHourly: { EUR: 620, RON: 2500 }, gapFrom: 250 } as const;
  await office.work((desk) => saveSettings(desk, OFFICER, switches));
  expect(await recorded('write-settings')).toEqual([
    {
      ...{ actor: OFFICER, object: DESK },
      detail: {
        before: ['currency:RON', 'minimum:RON:2500', 'gap:500'],
        after: ['currency:EUR', 'minimum:EUR:620', 'minimum:RON:2500', 'gap:250'],
      },
    },
  ]);
});
