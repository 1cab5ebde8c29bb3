import { markPaid } from '../../../../src/departments/accounting/payroll/service/approve.js';
import { forget } from '../../../../src/departments/accounting/payroll/service/forget.js';
import { beginReport, followSendings } from '../../../../src/departments/accounting/payroll/service/report-sending.js';
import {
  mayResend,
  pauseSending,
  resendTo,
  sendDueSlips,
  sendings,
  sendSlips,
} from '../../../../src/departments/accounting/payroll/service/sending.js';
import { ownSlips, resendOwn, slipNamed } from '../../../../src/departments/accounting/payroll/service/slips.js';
import { DESK } from '../../../../src/departments/accounting/payroll/settings.js';
import { accountsIn } from '../../../../src/departments/accounting/payroll/store/accounts.js';
import { employeesIn } from '../../../../src/departments/accounting/payroll/store/employees.js';
import { Temporal } from '../../../../src/platform/time.js';
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
} from './open-payroll.js';
import { IBAN } from './open-people.js';
import { day, employee, eur, fullWeek, sheet, terms } from './run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());

let runId: string;
/** One, who reads Romanian, earned lei until the fifteenth of November and euros from then on. Payday is the tenth of December. */
beforeEach(async () => {
  await office.begin();
  const syncedAt = new Date('2026-12-01T08:00:00Z');
  await office.prisma.person.deleteMany({ where: { id: 'U1' } });
  await office.prisma.person.create({
    data: { id: 'U1', name: 'One', locale: 'ro-RO', timeZone: 'Europe/Bucharest', syncedAt },
  });
  await office.hire([employee('1')], [terms('1', '2020-01-01'), terms('1', '2026-11-16', eur(1000))]);
  office.hoursAre([
    sheet('U1', '2026-11-02', fullWeek('2026-11-02')),
    sheet('U1', '2026-11-16', fullWeek('2026-11-16')),
  ]);
  runId = (await office.prepare('2026-11-01', '2026-11-30', '2026-12-10')).id;
});

const settle = async (id = runId) => {
  await office.prisma.runFinding.deleteMany();
  await office.settle(id);
};
const untilMoment = (moment: string) =>
  office.later((Temporal.Instant.from(moment).epochMilliseconds - office.now().epochMilliseconds) / 60_000);
const announced = () => untilMoment('2026-12-10T07:00:00Z');
const documents = async () => {
  const rows = await office.prisma.letter.findMany({ where: { kind: 'document' }, orderBy: { id: 'asc' } });
  return rows.map(({ lane, payload }) => ({ lane, ...(payload as { text: string; source: string; ref: string }) }));
};
const recorded = async (action: string) => {
  const rows = await office.prisma.auditEntry.findMany({
    where: { action: `${DESK}.${action}` },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ actor, object }) => ({ actor, object }));
};
const refs = () => [`${runId}/1/EUR`, `${runId}/1/RON`] as const;
const dueSlips = () => office.work(sendDueSlips);

describe('a message with a payslip', () => {
  it('says in its reader’s language for which days, and names the file of each currency', async () => {
    await settle();
    await office.work((desk) => sendSlips(desk, OFFICER, runId));
    expect((await documents()).map(({ ref }) => ref).sort()).toEqual([...refs()]);
    for (const letter of await documents())
      expect(letter).toMatchObject({
        ...{ lane: 'U1', source: `${DESK}.slip` },
        text: expect.stringContaining('Fluturașul tău pentru noiembrie 2026'),
      });
    expect(await recorded('send-slips')).toEqual([{ actor: OFFICER, object: `${DESK}/run/${runId}` }]);
  });

  it('carries the slip in its own currency, once the run is approved, and no other', async () => {
    const [inEuros, inLei] = refs();
    const named = (ref: string) => office.look((desk) => slipNamed(desk, ref));
    expect(await named(inEuros)).toBeNull();
    await settle();
    expect((await named(inEuros))?.net).toEqual(eur(40_000));
    expect((await named(inLei))?.net.currency).toBe('RON');
    for (const ref of [`${runId}/1/USD`, `${runId}/2/RON`, '', 'x', `${crypto.randomUUID()}/1/RON`])
      expect(await named(ref).catch(() => null)).toBeNull();
  });

  it('is seen from nine o’clock of the payday on', async () => {
    await settle();
    const own = () => office.look((desk) => ownSlips(desk, 'U1'));
    untilMoment('2026-12-10T06:59:00Z');
    expect(await own()).toEqual([]);
    announced();
    expect(await own()).toHaveLength(2);
    await office.work((desk) => resendOwn(desk, 'U1', refs()[0], 'k'));
    expect(await documents()).toMatchObject([
      { lane: 'U1', ref: refs()[0], text: expect.stringContaining('noiembrie') },
    ]);
  });
});

describe('sending a single payslip again', () => {
  const may = (by: string, id = runId) => office.look((desk) => mayResend(desk, by, id));
  const again = (ref: string) => office.work((desk) => resendTo(desk, OFFICER, ref, 'k'));

  it('is offered to officers of an approved run from its announcement on', async () => {
    expect(await may(OFFICER)).toBe(false);
    announced();
    expect(await may(OFFICER)).toBe(false);
    await office.begin();
    expect(await may(OFFICER, crypto.randomUUID())).toBe(false);
  });

  it('is not offered before that, nor to anybody else', async () => {
    await settle();
    expect(await may(OFFICER)).toBe(false);
    announced();
    expect(await may(OFFICER)).toBe(true);
    for (const by of [APPROVER, OVERSEER, ADMIN, NOBODY, 'U1']) expect(await may(by)).toBe(false);
    await office.work((desk) => markPaid(desk, OFFICER, runId));
    expect(await may(OFFICER)).toBe(true);
  });

  it('sends the one that is named, in the reader’s words, and is on record', async () => {
    await settle();
    announced();
    const [inEuros] = refs();
    await again(inEuros);
    expect(await documents()).toMatchObject([
      { lane: 'U1', source: `${DESK}.slip`, ref: inEuros, text: expect.stringContaining('noiembrie 2026') },
    ]);
    expect(await recorded('resend-slip')).toEqual([{ actor: OFFICER, object: `${DESK}.slip/${inEuros}` }]);
  });

  it('says so where there is no such payslip or no such run', async () => {
    await settle();
    announced();
    expect(await refusal(again(`${runId}/1/USD`))).toContain('Nobody with this number');
    expect(await refusal(again(`${runId}/99/RON`))).toContain('Nobody with this number');
    expect(await refusal(again(`${crypto.randomUUID()}/1/RON`))).toContain('somebody discarded it');
    expect(await documents()).toEqual([]);
  });
});

describe('the calendar', () => {
  it('sends what is near its payday, before or after, once', async () => {
    await settle();
    untilMoment('2026-10-31T08:00:00Z');
    const [begun, ...others] = await dueSlips();
    expect([begun?.id, others]).toEqual([runId, []]);
    expect(await recorded('send-slips')).toEqual([{ actor: 'system', object: `${DESK}/run/${runId}` }]);
    expect(await dueSlips()).toEqual([]);
    for (const state of ['ambiguous', 'dead', 'sent'] as const) {
      await office.prisma.letter.updateMany({ where: { kind: 'document' }, data: { state } });
      expect(await dueSlips()).toEqual([]);
    }
    expect(await documents()).toHaveLength(2);
  });

  it.each([
    ['2026-10-30T08:00:00Z', 0],
    ['2027-01-19T08:00:00Z', 1],
    ['2027-01-20T08:00:00Z', 0],
  ])('at %s begins %i', async (moment, count) => {
    await settle();
    untilMoment(moment);
    expect(await dueSlips()).toHaveLength(count);
  });

  it('tells every officer who is still here, in their language, and nobody else', async () => {
    await settle();
    await office.prisma.person.update({ where: { id: OFFICER }, data: { deactivatedAt: new Date() } });
    await office.work(async (desk) => {
      const [run] = await sendDueSlips(desk);
      if (run) await beginReport(desk, 'system', run);
    });
    const told = await office.prisma.letter.findMany({ where: { kind: 'post' } });
    const reports = told.filter(({ once }) => once.includes('/report/'));
    expect(reports.map(({ lane }) => lane)).toEqual([SECOND_OFFICER]);
    expect(JSON.stringify(reports[0]?.payload)).toContain('pleacă');
  });
});

describe('how far a sending has come', () => {
  const edits = async () =>
    (await office.prisma.letter.findMany({ where: { kind: 'change' }, orderBy: { id: 'asc' } })).map(
      ({ payload }) => (payload as { text: string }).text,
    );
  const begin = async (by: string) => {
    await settle();
    await office.work(async (desk) => {
      const { run } = await sendSlips(desk, by, runId);
      await beginReport(desk, by, run);
    });
    const sent = { state: 'sent' as const, channel: 'D1', ts: '1.1', settledAt: new Date() };
    await office.prisma.letter.updateMany({ where: { kind: 'post' }, data: sent });
    await office.prisma.letter.updateMany({ where: { kind: 'document' }, data: { state: 'sent' } });
  };

  it('is followed for forty days, in the reader’s language', async () => {
    await begin(SECOND_OFFICER);
    untilMoment('2027-01-20T08:00:00Z');
    await office.work(followSendings);
    expect(await edits()).toEqual([]);
    untilMoment('2027-01-19T08:00:00Z');
    await office.work(followSendings);
    expect(await edits()).toEqual([expect.stringContaining('2 din 2')]);
  });

  it('is shown of the six newest runs, the newest first', async () => {
    for (let month = 1; month <= 7; month++) {
      const [from, until] = [day(`2025-0${month}-01`), day(`2025-0${month}-28`)];
      const { id } = await office.prepare(String(from), String(until), String(until.add({ days: 10 })));
      await office.prisma.payRun.update({ where: { id }, data: { state: month % 2 ? 'approved' : 'paid' } });
    }
    const seen = await office.look((desk) => sendings(desk, OFFICER));
    expect(seen.map(({ run }) => run.period.from.month)).toEqual([7, 6, 5, 4, 3, 2]);
    expect(await refusal(office.look((desk) => sendings(desk, APPROVER)))).toContain('Only those who keep');
  });

  it('has on record who paused it and who let it go on', async () => {
    await settle();
    await office.work((desk) => sendSlips(desk, OFFICER, runId));
    await office.work((desk) => pauseSending(desk, OFFICER, runId, true));
    await office.work((desk) => pauseSending(desk, SECOND_OFFICER, runId, false));
    const object = `${DESK}/run/${runId}`;
    expect(await recorded('pause-slips')).toEqual([{ actor: OFFICER, object }]);
    expect(await recorded('resume-slips')).toEqual([{ actor: SECOND_OFFICER, object }]);
    expect(await refusal(office.work((desk) => pauseSending(desk, OFFICER, crypto.randomUUID(), true)))).toContain(
      'somebody discarded it',
    );
  });
});

it('writes to everybody of a run with more payslips than are read at once', async () => {
  const numbers = Array.from({ length: 501 }, (_, at) => String(1000 + at));
  const syncedAt = new Date('2026-12-01T08:00:00Z');
  await office.prisma.person.createMany({ data: numbers.map((id) => ({ id: `U${id}`, name: id, syncedAt })) });
  await office.hire(
    numbers.map((number) => employee(number)),
    numbers.map((number) => terms(number, '2020-01-01')),
  );
  office.hoursAre(numbers.map((number) => sheet(`U${number}`, '2026-11-02', fullWeek('2026-11-02'))));
  await office.recompute(runId);
  await settle();
  await office.work((desk) => sendSlips(desk, OFFICER, runId));
  expect(new Set((await documents()).map(({ lane }) => lane)).size).toBe(501);
});

describe('whoever has left and was paid', () => {
  const left = day('2026-11-20');
  const forgotten = () => office.office.transact((tx) => forget(tx, 'U1'));
  beforeEach(async () => {
    await employeesIn(office.prisma).put([employee('1', { endsOn: left })]);
    await office.recompute(runId);
    await office.work((desk) => accountsIn(desk.tx).put([{ employeeNumber: '1', iban: IBAN }], OFFICER));
  });

  it('keeps their account until a run with their last day is paid, and their payslips as long as the law says', async () => {
    await settle();
    expect((await forgotten()).map(({ what, count }) => [what, count])).toEqual([
      ['forgotten.account', 0],
      ['forgotten.entry', 0],
      ['forgotten.owed', 1],
      ['forgotten.slips', 2],
    ]);
    await office.work((desk) => markPaid(desk, OFFICER, runId));
    expect(await forgotten()).toMatchObject([
      { fate: 'erased', what: 'forgotten.account', count: 1 },
      { fate: 'erased', what: 'forgotten.entry', count: 0 },
      { fate: 'kept', what: 'forgotten.owed', count: 0 },
      { fate: 'kept', what: 'forgotten.slips', count: 2, until: expect.anything() },
    ]);
    expect(await recorded('erase-account')).toEqual([{ actor: 'system', object: `${DESK}/1` }]);
    expect(await office.prisma.bankAccount.count()).toBe(0);
    expect(await office.look((desk) => employeesIn(desk.db).get('1'))).toMatchObject({ name: 'Name 1' });
  });

  it('may be owed something yet where another run has them', async () => {
    await settle();
    await office.work((desk) => markPaid(desk, OFFICER, runId));
    office.hoursAre([sheet('U1', '2026-10-05', fullWeek('2026-10-05'))]);
    await office.prepare('2026-10-01', '2026-10-31', '2026-11-10');
    expect((await forgotten())[2]).toMatchObject({ what: 'forgotten.owed', count: 1 });
  });

  it('goes altogether where no run ever paid them', async () => {
    office.hoursAre([]);
    await office.recompute(runId);
    await office.prisma.payRun.update({ where: { id: runId }, data: { state: 'paid' } });
    expect((await forgotten()).map(({ count }) => count)).toEqual([1, 1, 0, 0]);
    expect(await office.look((desk) => employeesIn(desk.db).get('1'))).toBeNull();
  });
});
