import type { CheckName } from '../../../../../src/departments/accounting/payroll/checks/finding.js';
import { seeFindings, seeRun } from '../../../../../src/departments/accounting/payroll/service/look.js';
import { letPass } from '../../../../../src/departments/accounting/payroll/service/override.js';
import { APPROVER, NOBODY, OFFICER, type OpenPayroll, OVERSEER, openPayroll, refusal } from '../open-payroll.js';
import { employee, fullWeek, ron, sheet, terms } from '../run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());
beforeEach(async () => {
  await office.begin({ minimumHourly: { RON: 2500 } });
  await office.hire([employee('1'), employee('2')], [terms('1', '2020-01-01', ron(2000)), terms('2', '2020-01-01')]);
  office.hoursAre(['U1', 'U2'].map((id) => sheet(id, '2026-11-02', fullWeek('2026-11-02'))));
});

const november = () => office.prepare('2026-11-01', '2026-11-30', '2026-12-10');
const pass = (runId: string, by = APPROVER, change: { check?: CheckName; whom?: string; reason?: string } = {}) =>
  office.work((desk) =>
    letPass(desk, by, { runId, check: 'belowMinimum', whom: '1', reason: 'An apprentice until May', ...change }),
  );
const low = (id: string, by = APPROVER) => office.look((desk) => seeFindings(desk, by, id, 'belowMinimum', 0));

describe('a finding that blocks', () => {
  it('stands in the way of the approval until somebody lets it pass, with a reason', async () => {
    const { id } = await november();
    await office.submit(id);
    expect(await refusal(office.decide(id, 'approved'))).toContain('1 finding stands in the way');
    await pass(id);
    expect((await low(id)).findings.map(({ whom, override }) => [whom, override])).toEqual([
      ['1', { by: APPROVER, reason: 'An apprentice until May' }],
    ]);
    expect(await office.decide(id, 'approved')).toMatchObject({ state: 'approved' });
  });

  it('is written to the record with who and whom, without figures and reason', async () => {
    const { id } = await november();
    await pass(id);
    const entry = await office.prisma.auditEntry.findFirstOrThrow({
      where: { action: { endsWith: 'override-check' } },
    });
    expect(entry.actor).toBe(APPROVER);
    expect(JSON.parse(entry.detail)).toEqual({ check: 'belowMinimum', employee: '1', version: 1 });
  });

  it('isn’t let pass by whoever prepared the run, nor by those without the right', async () => {
    await office.office.transact((tx) => tx.staff.appoint('accounting.payroll', 'approver', [APPROVER, OFFICER]));
    const { id } = await november();
    expect(await refusal(pass(id, OFFICER))).toContain('prepared');
    for (const by of [OVERSEER, NOBODY]) expect(await refusal(pass(id, by))).toContain('Only those');
    expect((await low(id, OFFICER)).mayPass).toBe(false);
    expect((await low(id)).mayPass).toBe(true);
  });

  it('needs a reason, and a finding', async () => {
    const { id } = await november();
    expect(await refusal(pass(id, APPROVER, { reason: '  ' }))).toContain('Say why');
    expect(await refusal(pass(id, APPROVER, { whom: '2' }))).toContain('no longer has this finding');
    expect(await refusal(pass(id, APPROVER, { check: 'farFromContract' }))).toContain('blocks nothing');
  });

  it('stays passed when the run is computed anew, as long as its figures are the same', async () => {
    const { id } = await november();
    await pass(id);
    await office.recompute(id);
    const passed = async () => (await low(id)).findings.map(({ override }) => override !== null);
    expect(await passed()).toEqual([true]);
    await office.hire([], [terms('1', '2020-01-01', ron(1900))]);
    await office.recompute(id);
    expect(await passed()).toEqual([false]);
  });
});

describe('what the checks found', () => {
  it('is counted by check, with the evidence of each person', async () => {
    const { id } = await november();
    const { checks } = await office.look((desk) => seeRun(desk, OFFICER, id));
    const counts = Object.fromEntries(checks.map(({ check, count }) => [check, count]));
    expect(counts).toEqual({ belowMinimum: 1, farFromContract: 2, noAccount: 2 });
    expect((await low(id)).findings[0]?.evidence).toEqual({
      ...{ rate: ron(2000), minimum: ron(2500), hours: { minutes: 2400 } },
    });
  });
});
