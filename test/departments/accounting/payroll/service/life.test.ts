import { decideRun, markPaid } from '../../../../../src/departments/accounting/payroll/service/approve.js';
import { seeRun } from '../../../../../src/departments/accounting/payroll/service/look.js';
import {
  discardRun,
  recomputeRun,
  tryAgain,
} from '../../../../../src/departments/accounting/payroll/service/prepare.js';
import { takeBackRun } from '../../../../../src/departments/accounting/payroll/service/submit.js';
import { payslipsIn } from '../../../../../src/departments/accounting/payroll/store/payslips.js';
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
import { adjustment, day, employee, eur, fullWeek, ron, sheet, terms } from '../run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());
beforeEach(async () => {
  await office.begin();
  await office.hire(
    [employee('1'), employee('2')],
    [terms('1', '2020-01-01'), terms('2', '2020-01-01', eur(1000))],
    [adjustment('deduction', 'Tax', { id: '11111111-1111-4111-8111-111111111111' })],
  );
  office.hoursAre(['U1', 'U2'].map((id) => sheet(id, '2026-11-02', fullWeek('2026-11-02'))));
});

const november = () => office.prepare('2026-11-01', '2026-11-30', '2026-12-10');
const slips = (id: string) => payslipsIn(office.prisma).page(id, 0, 10);
const look = (id: string, by = OFFICER) => office.look((desk) => seeRun(desk, by, id));

describe('a pay run', () => {
  it('is prepared from the locked hours, and keeps every line with its reason', async () => {
    const run = await november();
    expect(run).toMatchObject({ state: 'draft', version: 1, preparedBy: OFFICER });
    const [first] = await slips(run.id);
    expect(first).toMatchObject({ employeeNumber: '1', gross: ron(120_000), deducted: ron(12_000), net: ron(108_000) });
    expect(first?.lines[0]?.why).toEqual({
      ...{ from: 'hours', hours: 'work', premiums: [], minutes: 2400, percent: 100 },
      ...{ rate: ron(3000), rateSince: day('2020-01-01') },
    });
    const { totals, people } = await look(run.id);
    expect(totals).toEqual([
      { currency: 'EUR', payslips: 1, gross: eur(40_000), deducted: eur(4_000), net: eur(36_000) },
      { currency: 'RON', payslips: 1, gross: ron(120_000), deducted: ron(12_000), net: ron(108_000) },
    ]);
    expect(people).toBe(2);
  });

  it('is computed anew as often as somebody likes while it is a draft', async () => {
    const { id, fingerprint } = await november();
    expect((await office.recompute(id)).fingerprint).toBe(fingerprint);
    office.hoursAre([sheet('U1', '2026-11-02', fullWeek('2026-11-02').slice(0, 1))]);
    const again = await office.recompute(id, SECOND_OFFICER);
    expect(again).toMatchObject({ version: 3, preparers: [OFFICER, SECOND_OFFICER] });
    expect(again.fingerprint).not.toBe(fingerprint);
    expect((await slips(id)).map(({ net }) => net)).toEqual([ron(21_600)]);
  });

  it('goes from draft to paid, and tells the record who did it, without an amount', async () => {
    const { id } = await november();
    const { deciders } = await office.submit(id);
    expect(deciders).toEqual([APPROVER]);
    expect(await office.decide(id, 'approved')).toMatchObject({ state: 'approved', approvedBy: APPROVER });
    expect(await office.work((desk) => markPaid(desk, OFFICER, id))).toMatchObject({ state: 'paid' });
    const entries = await office.prisma.auditEntry.findMany({ where: { object: `accounting.payroll/run/${id}` } });
    expect(entries.map(({ actor, action }) => [actor, action.split('.').at(-1)])).toEqual([
      [OFFICER, 'begin-run'],
      [OFFICER, 'submit-run'],
      [APPROVER, 'approve-run'],
      [OFFICER, 'mark-run-paid'],
    ]);
    expect(entries.map(({ detail }) => detail).join()).not.toMatch(/120000|108000|40000|36000/);
  });

  it('asks the approver and answers whoever submitted it, with no amount in any notification', async () => {
    const { id } = await november();
    await office.submit(id);
    await office.decide(id, 'returned', APPROVER, 'Two are missing <!here>');
    const letters = await office.prisma.letter.findMany({ where: { kind: { not: 'home' } }, orderBy: { id: 'asc' } });
    const texts = letters.map(({ lane, payload }) => `${lane}: ${(payload as { text?: string }).text}`);
    expect(texts[0]).toContain(`${APPROVER}: `);
    expect(texts.at(-1)).toMatch(
      new RegExp(`^${OFFICER}: The pay run for November 2026 comes back from <@${APPROVER}>`),
    );
    expect(texts.at(-1)).toContain('Two are missing &lt;!here&gt;');
    expect(JSON.stringify(letters.map(({ payload }) => payload))).not.toMatch(/1,?200\.00|1,?080\.00|400\.00|360\.00/);
  });

  it('comes back with a reason, and can be changed again', async () => {
    const { id } = await november();
    await office.submit(id);
    const back = await office.decide(id, 'returned', APPROVER, 'Two people are missing');
    expect(back).toMatchObject({ state: 'draft', returnedFor: 'Two people are missing' });
    await office.recompute(id);
    expect((await office.submit(id)).run).toMatchObject({ state: 'submitted', version: 2, returnedFor: null });
  });

  it('can be taken back while it waits, and discarded while it is a draft', async () => {
    const { id } = await november();
    await office.submit(id);
    expect(await refusal(office.work((desk) => discardRun(desk, OFFICER, id)))).toContain('waits for approval');
    await office.work((desk) => takeBackRun(desk, OFFICER, id));
    await office.work((desk) => discardRun(desk, OFFICER, id));
    expect(await office.prisma.payslipRow.count()).toBe(0);
    expect(await refusal(look(id))).toContain('gone');
  });

  it('can’t be changed once it is approved', async () => {
    const { id } = await november();
    await office.settle(id);
    expect(await refusal(office.submit(id))).toContain('stays as it is');
    expect(await refusal(office.recompute(id))).toContain('stays as it is');
    expect(await refusal(office.work((desk) => discardRun(desk, OFFICER, id)))).toContain('stays as it is');
  });
});

describe('days', () => {
  it('are paid by one run', async () => {
    await november();
    const overlapping = office.prepare('2026-11-30', '2026-12-31', '2027-01-10');
    expect(await refusal(overlapping)).toMatch(/November 2026 \(draft\) has some of these days/);
  });

  it('are paid by one run also when two officers begin together', async () => {
    const both = await Promise.allSettled([november(), november()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const data = { payday: new Date('2026-12-10'), preparedBy: OFFICER, computedAt: new Date(), fingerprint: '' };
    const straight = { from: new Date('2026-11-30'), until: new Date('2026-12-31'), ...data };
    await expect(office.prisma.payRun.create({ data: straight })).rejects.toThrow(/PayRun_no_day_twice/);
  });

  it('that no run pays are pointed out', async () => {
    await november();
    const { id } = await office.prepare('2026-12-03', '2026-12-31', '2027-01-10');
    expect((await look(id)).gap).toEqual({ from: day('2026-12-01'), until: day('2026-12-02') });
  });

  it('must make sense', async () => {
    expect(await refusal(office.prepare('2026-11-30', '2026-11-01', '2026-12-10'))).toContain('before the first');
    expect(await refusal(office.prepare('2026-01-01', '2026-11-01', '2026-12-10'))).toContain('62 days at most');
    expect(await refusal(office.prepare('2026-11-01', '2026-11-30', '2026-10-10'))).toContain('payday');
  });
});

describe('who may do what', () => {
  it('is nothing for those who don’t keep the payroll, admins among them', async () => {
    const { id } = await november();
    for (const by of [NOBODY, ADMIN]) {
      expect(await refusal(look(id, by))).toContain('Only those who keep the payroll');
      expect(await refusal(office.prepare('2026-12-01', '2026-12-31', '2027-01-10', by))).toContain('Only those');
      expect(await refusal(office.submit(id, by))).toContain('Only those');
    }
  });

  it('is looking, for overseers and approvers', async () => {
    const { id } = await november();
    for (const by of [OVERSEER, APPROVER]) {
      expect((await look(id, by)).run.id).toBe(id);
      expect(await refusal(office.recompute(id, by))).toContain('Only those');
      expect(await refusal(office.work((desk) => markPaid(desk, by, id)))).toContain('Only those');
    }
  });

  it('isn’t approving what one prepared oneself, or touched on the way', async () => {
    await office.office.transact((tx) =>
      tx.staff.appoint('accounting.payroll', 'approver', [APPROVER, SECOND_OFFICER]),
    );
    const { id } = await november();
    await office.recompute(id, SECOND_OFFICER);
    expect((await office.submit(id)).deciders).toEqual([APPROVER]);
    const decided = (by: string) =>
      office.work((desk) =>
        decideRun(desk, {
          ...{ id, subject: id, version: 2, state: 'approved', decidedBy: by, actingFor: null, reason: null },
        }),
      );
    await expect(office.decide(id, 'approved', SECOND_OFFICER)).rejects.toThrow('refused.barred');
    expect(await refusal(decided(SECOND_OFFICER))).toContain('Whoever prepared a run');
    expect(await refusal(decided(OVERSEER))).toContain('Only those');
  });

  it('needs somebody who can approve', async () => {
    await office.office.transact((tx) => tx.staff.appoint('accounting.payroll', 'approver', [OFFICER]));
    const { id } = await november();
    expect(await refusal(office.submit(id))).toContain('Nobody can approve this run');
  });
});

describe('an approval', () => {
  it('is of what was looked at: not once hours have changed', async () => {
    const { id } = await november();
    await office.submit(id);
    office.hoursAre([sheet('U1', '2026-11-02', fullWeek('2026-11-02'), { version: 2 })]);
    expect(await refusal(office.decide(id, 'approved'))).toContain('have changed since');
    expect((await look(id)).run.state).toBe('submitted');
  });

  it('isn’t given once people, their terms or what they are deducted have changed', async () => {
    const { id } = await november();
    await office.submit(id);
    await office.hire([], [terms('1', '2026-11-05', ron(3100))]);
    expect(await refusal(office.decide(id, 'approved'))).toContain('have changed since');
  });

  it('isn’t given once another run has been approved meanwhile', async () => {
    const december = await office.prepare('2026-12-01', '2026-12-31', '2027-01-10');
    const { id } = await november();
    await office.submit(december.id);
    await office.settle(id);
    expect(await refusal(office.decide(december.id, 'approved'))).toContain('have changed since');
  });

  it('is of one computation', async () => {
    const { id } = await november();
    await office.submit(id);
    const decision = { id, subject: id, version: 7, state: 'approved', decidedBy: APPROVER, actingFor: null } as const;
    expect(await refusal(office.work((desk) => decideRun(desk, { ...decision, reason: null })))).toContain(
      'computed anew',
    );
  });
});

describe('an approved run', () => {
  it('is kept by the database itself, whoever tries', async () => {
    const { id } = await november();
    await office.settle(id);
    const where = { runId: id };
    const kept = /kept as it is/;
    await expect(office.prisma.payRun.update({ where: { id }, data: { state: 'draft' } })).rejects.toThrow(kept);
    await expect(office.prisma.payRun.update({ where: { id }, data: { payday: new Date() } })).rejects.toThrow(kept);
    await expect(office.prisma.payRun.delete({ where: { id } })).rejects.toThrow(kept);
    await expect(office.prisma.payslipRow.updateMany({ where, data: { net: 1n } })).rejects.toThrow(kept);
    await expect(office.prisma.payslipRow.deleteMany({ where })).rejects.toThrow(kept);
    await expect(office.prisma.paidSheetRow.updateMany({ where, data: { version: 9 } })).rejects.toThrow(kept);
    const [row] = await office.prisma.payslipRow.findMany({ where });
    const { lines: _, ...rest } = row ?? raise();
    const added = { ...rest, employeeNumber: '9', lines: [] };
    await expect(office.prisma.payslipRow.create({ data: added })).rejects.toThrow(kept);
    expect((await slips(id)).map(({ net }) => net)).toEqual([ron(108_000), eur(36_000)]);
  });

  it('takes no payslip of another run either', async () => {
    const { id } = await november();
    await office.settle(id);
    office.hoursAre([sheet('U1', '2026-12-07', fullWeek('2026-12-07'))]);
    const other = await office.prepare('2026-12-01', '2026-12-31', '2027-01-10');
    const move = office.prisma.payslipRow.updateMany({
      where: { runId: other.id },
      data: { runId: id, employeeNumber: '9' },
    });
    await expect(move).rejects.toThrow(/kept as it is/);
  });
});

describe('what was wrong in an approved run', () => {
  it('is corrected by the next one, and once', async () => {
    await office.settle((await november()).id);
    const longer = fullWeek('2026-11-02').map((one) => ({ ...one, minutes: 540 }));
    const lockedAt = office.now().add({ minutes: 10 });
    const corrected = sheet('U1', '2026-11-02', longer, { version: 2, lockedAt });
    office.hoursAre([corrected, sheet('U2', '2026-11-02', fullWeek('2026-11-02'))]);
    office.later(60);
    const december = await office.prepare('2026-12-01', '2026-12-31', '2027-01-10');
    expect(
      (await slips(december.id)).map(({ lines }) => lines.map(({ kind, amount }) => [kind, amount.minor])),
    ).toEqual([
      [
        ['correction', 15_000],
        ['deduction', -1_500],
      ],
    ]);
    await office.settle(december.id);
    office.later(600);
    const january = await office.prepare('2027-01-01', '2027-01-31', '2027-02-10');
    expect(await slips(january.id)).toEqual([]);
  });

  it('is also hours for which there were no terms then', async () => {
    office.hoursAre([sheet('U7', '2026-11-02', fullWeek('2026-11-02'))]);
    await office.settle((await november()).id);
    await office.hire([employee('7')], [terms('7', '2020-01-01')]);
    office.later(100_000);
    const december = await office.prepare('2026-12-01', '2026-12-31', '2027-01-10');
    expect((await slips(december.id)).map(({ gross }) => gross)).toEqual([ron(120_000)]);
    await office.settle(december.id);
    office.later(100_000);
    expect(await slips((await office.prepare('2027-01-01', '2027-01-31', '2027-02-10')).id)).toEqual([]);
  });
});

it('doesn’t overwrite a run that was submitted while it was computed', async () => {
  const { id } = await november();
  const computed = await office.look((desk) => tryAgain(desk, OFFICER, id));
  await office.submit(id);
  expect(await refusal(office.work((desk) => recomputeRun(desk, OFFICER, computed)))).toContain('waits for approval');
});

function raise(): never {
  throw new Error('no payslip');
}
