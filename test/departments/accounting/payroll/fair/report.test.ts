import { randomUUID } from 'node:crypto';
import { fairIds } from '../../../../../src/departments/accounting/payroll/fair-ids.js';
import { runIds } from '../../../../../src/departments/accounting/payroll/run-ids.js';
import { buttonsIn, presses, shown, textOf, types } from '../../../../support/visits.js';
import {
  ADMIN,
  APPROVER,
  NOBODY,
  OFFICER,
  type OpenPayroll,
  OVERSEER,
  openPayroll,
  refusal,
  SECOND_OFFICER,
} from '../open-payroll.js';
import { adjustment, employee, fullWeek, ron, sheet, slice, terms } from '../run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());

/** Six clerks: three of each group, women at 24.00, men at 30.00; the seventh gets an allowance and works no hours. */
beforeEach(async () => {
  await office.begin({ minimumHourly: { RON: 2500 } });
  const people = ['1', '2', '3', '4', '5', '6'].map((number) =>
    employee(number, { group: Number(number) <= 3 ? 'f' : 'm', name: `Clerk & ${number}` }),
  );
  await office.hire(
    [...people, employee('7', { name: 'Guard' })],
    [
      ...people.map(({ number, group }) => terms(number, '2020-01-01', ron(group === 'f' ? 2400 : 3000))),
      terms('7', '2020-01-01', ron(4000), { jobTitle: 'Guard' }),
    ],
    [adjustment('allowance', 'Standby', { id: randomUUID(), employeeNumber: '7', size: { amount: ron(50_000) } })],
  );
  const week = (number: string) => sheet(`U${number}`, '2026-11-02', fullWeek('2026-11-02'));
  const extra = slice('2026-11-09', 120, { percent: 0 });
  office.hoursAre([...['1', '2', '3', '4', '5'].map(week), sheet('U6', '2026-11-09', [extra])]);
});
const prepared = () => office.prepare('2026-11-01', '2026-11-30', '2026-12-10');
const report = async (by = OFFICER, typed = 'fair') => shown(await types(office, by, typed));

describe('`/payroll fair`', () => {
  it('says what it has nothing to look at, and which month it doesn’t know', async () => {
    expect(await refusal(report())).toContain('no pay run yet');
    await prepared();
    expect(await refusal(report(OFFICER, 'fair 2026-10'))).toContain('No pay run has days of that month');
    expect(await refusal(report(OFFICER, 'fair soon'))).toContain('“soon” is no month');
  });

  it('counts each thing, with its size', async () => {
    await prepared();
    const text = textOf((await report()).blocks);
    expect(text).toContain('*1* · The same work at different rates\\nThe largest difference is 20 %');
    // Over all work and for clerks: the guard told no group.
    expect(text).toContain('*2* · A gap between groups of 5 % or more\\nThe largest is 20 %');
    expect(text).toContain('*1* · Hours of work that are paid nothing\\n2:00 h');
    expect(text).toContain('*1* · Pay without hours');
    // Three women, forty hours each, a leu below the minimum; and two hours that are paid nothing.
    expect(text).toContain('*4* · Below the minimum wage\\n170.00 RON short in all');
  });

  it('shows the evidence of each, and speaks Romanian with whoever does', async () => {
    await prepared();
    const view = await report();
    const look = async (thing: string) =>
      textOf(shown(await presses(office, OFFICER, `${fairIds.look}:${thing}`, view)).blocks);
    expect(await look('sameWork')).toContain('• Clerk &amp; 1 (1): 24.00 RON since 1 January 2020');
    expect(await look('gaps')).toContain('f (3 people): mean 24.00 RON, median 24.00 RON');
    expect(await look('unpaidWork')).toContain('*Clerk &amp; 6* · 6\\n2:00 h');
    expect(await look('payWithoutHours')).toContain('Gross 500.00 RON');
    const low = shown(await presses(office, OFFICER, `${runIds.findings}:belowMinimum`, view));
    expect(textOf(low.blocks)).toContain('40:00 h at 24.00 RON an hour');
    const romanian = await report(SECOND_OFFICER);
    expect(textOf(romanian.blocks)).toContain('Cea mai mare diferență este 20 %');
  });

  it('is for those who may see pay, and for nobody else; looking is on record, without an amount', async () => {
    const { id } = await prepared();
    for (const by of [OFFICER, APPROVER, OVERSEER]) expect(textOf((await report(by)).blocks)).toContain('20 %');
    const value = JSON.stringify({ id, thing: 'sameWork', page: 0 });
    for (const by of [NOBODY, ADMIN]) {
      expect(await refusal(report(by))).toContain('Only those who keep the payroll');
      expect(await refusal(presses(office, by, fairIds.look, [], value))).toContain('Only those who keep the payroll');
    }
    expect(await refusal(presses(office, OFFICER, fairIds.look, [], '{}'))).not.toBe('');
    const records = await office.prisma.auditEntry.findMany({ where: { action: 'accounting.payroll.see-fairness' } });
    expect(records).toHaveLength(3);
    expect(JSON.stringify(records.map(({ detail }) => detail))).not.toMatch(/24|30/);
  });

  it('says that nothing was checked where no minimum is set, and shows no button where there is nothing', async () => {
    await office.office.transact((tx) => tx.settings.set('accounting.payroll', {}, ADMIN));
    office.hoursAre([]);
    await office.prisma.payAdjustment.deleteMany();
    await prepared();
    const view = await report();
    expect(textOf(view.blocks)).toContain('Not checked in RON');
    const ids = buttonsIn(view.blocks).map(({ action_id }) => action_id);
    expect(ids).toEqual([`${fairIds.look}:sameWork`, `${fairIds.look}:gaps`]);
  });

  it('turns its pages where a company has many kinds of work', async () => {
    const many = Array.from({ length: 40 }, (_, at) => String(100 + at));
    await office.hire(
      many.map((number) => employee(number)),
      many.map((number, at) => terms(number, '2020-01-01', ron(3000 + at), { jobTitle: `Work ${Math.floor(at / 2)}` })),
    );
    await prepared();
    const first = shown(await presses(office, OFFICER, `${fairIds.look}:sameWork`, await report()));
    expect(textOf(first.blocks)).toContain('Page 1 of 3');
    const second = shown(await presses(office, OFFICER, `${fairIds.page}:on`, first));
    expect(textOf(second.blocks)).toContain('Page 2 of 3');
    expect(second.blocks.length).toBeLessThan(100);
  });
});
