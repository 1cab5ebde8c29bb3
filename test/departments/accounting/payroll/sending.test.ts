import { drawSlip } from '../../../../src/departments/accounting/payroll/handlers/slips.js';
import { followSendings } from '../../../../src/departments/accounting/payroll/service/report-sending.js';
import {
  pauseSending,
  resendTo,
  sendings,
  sendSlips,
} from '../../../../src/departments/accounting/payroll/service/sending.js';
import { ownSlips, refOf, resendOwn } from '../../../../src/departments/accounting/payroll/service/slips.js';
import { slipIds } from '../../../../src/departments/accounting/payroll/slip-ids.js';
import { payslipsIn } from '../../../../src/departments/accounting/payroll/store/payslips.js';
import { presses, types } from '../../../support/visits.js';
import { APPROVER, NOBODY, OFFICER, type OpenPayroll, OVERSEER, openPayroll, refusal } from './open-payroll.js';
import { employee, eur, fullWeek, sheet, terms } from './run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());

let runId: string;
/** Employee 1 writes Romanian and is in Slack, 2 has left Slack, 3 was never there. Payday is the tenth of December. */
beforeEach(async () => {
  await office.begin({ company: 'Harbour Street' });
  const syncedAt = new Date('2026-12-01T08:00:00Z');
  await office.prisma.person.deleteMany({ where: { id: { in: ['U1', 'U2'] } } });
  await office.prisma.person.createMany({
    data: [
      { id: 'U1', name: 'One', locale: 'ro-RO', timeZone: 'Europe/Bucharest', syncedAt },
      { id: 'U2', name: 'Two', deactivatedAt: syncedAt, syncedAt },
    ],
  });
  const people = [employee('1'), employee('2'), { ...employee('3'), personId: null }];
  await office.hire(people, [terms('1', '2020-01-01'), terms('2', '2020-01-01', eur(1000)), terms('3', '2020-01-01')]);
  office.hoursAre(['U1', 'U2'].map((id) => sheet(id, '2026-11-02', fullWeek('2026-11-02'))));
  runId = (await office.prepare('2026-11-01', '2026-11-30', '2026-12-10')).id;
});

const settle = async () => {
  await office.prisma.runFinding.deleteMany();
  await office.settle(runId);
};
const letters = () => office.prisma.letter.findMany({ where: { kind: 'document' }, orderBy: { id: 'asc' } });
const send = (by = OFFICER) => office.work((desk) => sendSlips(desk, by, runId));
const own = (id: string) => office.look((desk) => ownSlips(desk, id));

describe('payslips', () => {
  it('wait for the second person, and are sent by nobody but officers', async () => {
    expect(await refusal(send())).toContain('a second person has approved');
    await settle();
    for (const by of [APPROVER, OVERSEER, NOBODY]) expect(await refusal(send(by))).toContain('Only those who keep');
    expect(await letters()).toEqual([]);
  });

  it('are one private message each, in the person’s language, for nine on the payday, however often they are sent', async () => {
    await settle();
    const first = await send();
    await send();
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter?.lane).toBe('U1');
    expect(letter?.notBefore?.toISOString()).toBe('2026-12-10T07:00:00.000Z');
    expect(JSON.stringify(letter?.payload)).toContain('Fluturașul tău pentru');
    expect(first.unreachable.map(({ number }) => number)).toEqual(expect.arrayContaining(['2']));
    expect(first).toMatchObject({ sent: 0 });
  });

  it('have no amount in any message, only in the PDF that is drawn when it is sent', async () => {
    await settle();
    await send();
    const rows = JSON.stringify(
      [await office.prisma.letter.findMany(), await office.prisma.auditNote.findMany()],
      (_key, value) => (typeof value === 'bigint' ? String(value) : value),
    );
    for (const amount of ['120000', '1200.00', '1.200,00', '1,200.00']) expect(rows).not.toContain(amount);
    const [letter] = await letters();
    const ref = (letter?.payload as { ref?: string } | undefined)?.ref ?? '';
    const drawn = await office.office.read((look) => drawSlip(look, ref, 'ro'));
    expect(new TextDecoder().decode(drawn?.bytes.slice(0, 5))).toBe('%PDF-');
    expect(drawn?.name).not.toContain('1200');
    expect(await office.office.read((look) => drawSlip(look, 'nobody/1/RON', 'ro'))).toBeNull();
  });

  it('are seen by nobody before they are announced, and sent again only to whose they are', async () => {
    await settle();
    expect(await own('U1')).toEqual([]);
    office.later(9 * 24 * 60);
    const [slip] = await own('U1');
    if (!slip) throw new Error('no payslip was announced');
    await office.work((desk) => resendOwn(desk, 'U1', refOf(slip), 'k1'));
    await office.work((desk) => resendOwn(desk, 'U1', refOf(slip), 'k2'));
    expect(await letters()).toHaveLength(2);
    expect(await refusal(office.work((desk) => resendOwn(desk, OFFICER, refOf(slip), 'k3')))).toContain('isn’t yours');
  });

  it('show their officers how far they have come, and everybody else their own alone', async () => {
    await settle();
    const shown = (await types(office, OFFICER, 'slips'))?.open;
    expect(JSON.stringify(shown)).toContain('Send payslips');
    const after = shown && (await presses(office, OFFICER, slipIds.send, shown));
    expect(JSON.stringify(after?.update)).toContain('1 waiting');
    await office.prisma.letter.updateMany({ where: { kind: 'document' }, data: { state: 'dead' } });
    expect(JSON.stringify((await types(office, OFFICER, 'slips'))?.open)).toContain('Slack refused 1');
    expect((await office.look((desk) => sendings(desk, OFFICER)))[0]).toMatchObject({ failed: 1, waiting: 0 });
    const mine = JSON.stringify((await types(office, NOBODY, 'slips'))?.open);
    expect(mine).toContain('There is no payslip for you yet');
    expect(mine).not.toContain('Send payslips');
  });
});

describe('a sending', () => {
  const reports = async () => {
    const rows = await office.prisma.letter.findMany({
      where: { kind: { in: ['post', 'change'] } },
      orderBy: { id: 'asc' },
    });
    return rows
      .filter(({ once }) => once.includes('/report/'))
      .map(({ kind, lane, payload }) => ({ kind, lane, text: (payload as { text: string }).text }));
  };
  const begin = async () => {
    await settle();
    return presses(office, OFFICER, slipIds.send, [], runId);
  };
  const pause = (isPaused: boolean, by = OFFICER) => office.work((desk) => pauseSending(desk, by, runId, isPaused));

  it('is paused and goes on, none of it before it was announced', async () => {
    await begin();
    expect(await pause(true)).toMatchObject({ held: 1, waiting: 1 });
    const [held] = await letters();
    expect(held?.notBefore?.toISOString()).toBe('9999-01-01T00:00:00.000Z');
    expect(await pause(true)).toMatchObject({ held: 1 });
    expect(await pause(false)).toMatchObject({ held: 0, waiting: 1 });
    const [free] = await letters();
    expect(free?.notBefore?.toISOString()).toBe('2026-12-10T07:00:00.000Z');
    for (const by of [APPROVER, OVERSEER, NOBODY])
      expect(await refusal(pause(true, by))).toContain('Only those who keep');
  });

  it('that was paused leaves alone what went out, or is going out', async () => {
    await begin();
    await office.prisma.letter.updateMany({ where: { kind: 'document' }, data: { state: 'sending' } });
    expect(await pause(true)).toMatchObject({ held: 0, waiting: 1 });
  });

  it('tells whoever began it in one message, which is edited when its figures change, and only then', async () => {
    await begin();
    const [report, ...others] = await reports();
    expect(others).toEqual([]);
    expect(report).toMatchObject({ kind: 'post', lane: OFFICER });
    expect(report?.text).toContain('0 of 2 sent, 1 waiting');
    await office.work(followSendings);
    expect(await reports()).toHaveLength(1);
    const sent = { state: 'sent' as const, channel: 'D1', ts: '1.1', settledAt: new Date() };
    await office.prisma.letter.updateMany({ where: { lane: OFFICER }, data: sent });
    await office.prisma.letter.updateMany({ where: { kind: 'document' }, data: { state: 'ambiguous' } });
    await office.work(followSendings);
    await office.work(followSendings);
    const [, edit, ...more] = await reports();
    expect(more).toEqual([]);
    expect(edit?.kind).toBe('change');
    expect(edit?.text).toMatch(/have gone out:.*0 of 2 sent.*uncertain.*Not known in Slack: Name 2 \(2\)/s);
    expect(JSON.stringify(await reports())).not.toMatch(/\d[.,]\d\d/);
  });

  it('can send one payslip once more: to whom it belongs, once for each press, and not before it is announced', async () => {
    await begin();
    const [slip] = await office.look((desk) => payslipsIn(desk.db).page(runId, 0, 10));
    if (!slip) throw new Error('there is no payslip');
    const again = (by: string, key: string, ref = refOf(slip)) => office.work((desk) => resendTo(desk, by, ref, key));
    expect(await refusal(again(OFFICER, 'k1'))).toContain("isn't announced yet");
    office.later(10 * 24 * 60);
    await again(OFFICER, 'k1');
    await again(OFFICER, 'k1');
    await again(OFFICER, 'k2');
    const lanes = (await letters()).map(({ lane, once }) => [lane, once.includes('/again/')]);
    expect(lanes).toEqual([
      ['U1', false],
      ['U1', true],
      ['U1', true],
    ]);
    expect(await refusal(again(OFFICER, 'k3', refOf({ ...slip, employeeNumber: '2', net: eur(1) })))).toContain(
      'Nobody in Slack',
    );
    for (const by of [APPROVER, OVERSEER, NOBODY, 'U1'])
      expect(await refusal(again(by, 'k4'))).toContain('Only those who keep');
  });
});
