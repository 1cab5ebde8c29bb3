import { type MessageWish, MOST_MESSAGES } from '../../../../src/departments/accounting/payroll/messages/message.js';
import {
  followOffice,
  keepMessage,
  pauseMessage,
  removeMessage,
  sayNow,
  seeMessage,
  seeMessages,
} from '../../../../src/departments/accounting/payroll/service/messages.js';
import { previewTo, sayDue } from '../../../../src/departments/accounting/payroll/service/say-message.js';
import { DESK } from '../../../../src/departments/accounting/payroll/settings.js';
import type { TimedRule } from '../../../../src/platform/calendar/month-rules.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { refusedAt } from '../../../support/visits.js';
import {
  ADMIN,
  APPROVER,
  NOBODY,
  OFFICER,
  type OpenPayroll,
  openPayroll,
  refusal,
  SECOND_OFFICER,
} from './open-payroll.js';
import { employee, fullWeek, sheet, terms } from './run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
beforeEach(() => office.begin());
afterAll(() => office.database.close());

// It is Tuesday, the first of December 2026, ten o'clock in Bucharest.
const on = (rule: TimedRule['on'], time = '09:00'): TimedRule => ({ on: rule, time });
const third = on({ rule: 'dayOfMonth', day: 3, whenClosed: 'same' });
const payday: MessageWish = { kind: 'payday', channel: 'C0GENERAL', text: 'Payday!', rule: third };
const slips: MessageWish = { kind: 'slips', channel: null, text: null, rule: third };
const missing: MessageWish = { kind: 'missingAccounts', channel: null, text: null, rule: third };
const keep = (wish: MessageWish, id: string | null = null, by = OFFICER) =>
  office.work((desk) => keepMessage(desk, by, id, wish));
const pause = (id: string, isPaused: boolean) => office.work((desk) => pauseMessage(desk, OFFICER, id, isPaused));
const seen = async () => office.look((desk) => seeMessages(desk, OFFICER));
const until = async (moment: string) => {
  office.later((Temporal.Instant.from(moment).epochMilliseconds - office.now().epochMilliseconds) / 60_000);
  await office.work(sayDue);
};
const posts = async () =>
  (await office.prisma.letter.findMany({ where: { kind: 'post' }, orderBy: { id: 'asc' } })).map(
    ({ lane, payload }) => ({ lane, text: (payload as { text: string }).text }),
  );
const recorded = async () =>
  (
    await office.prisma.auditEntry.findMany({ where: { action: { endsWith: '-message' } }, orderBy: { seq: 'asc' } })
  ).map(({ actor, action, object, detail }) => `${actor} ${action.replace(`${DESK}.`, '')} ${object} ${detail}`);
const setOffice = (settings: object) => office.office.transact((tx) => tx.settings.set(OFFICE, settings, ADMIN));

describe('a message that an officer sets up', () => {
  it('is opened by officers, while it is there', async () => {
    const { id } = await keep(payday);
    expect(await office.look((desk) => seeMessage(desk, OFFICER, id))).toMatchObject(payday);
    for (const by of [APPROVER, ADMIN, NOBODY])
      expect(await refusal(office.look((desk) => seeMessage(desk, by, id)))).toContain('Only those who keep');
    await office.work((desk) => removeMessage(desk, OFFICER, id));
    expect(await refusal(office.look((desk) => seeMessage(desk, OFFICER, id)))).toContain('any more');
  });

  it('is refused, at its rule, where the office is never open on such a day', async () => {
    await setOffice({ timeZone: 'Europe/Bucharest', holidays: [], hours: {} });
    const never = { ...payday, rule: on({ rule: 'lastWorkingDay', minus: 0 }) };
    expect(await refusedAt(keep(never))).toBe('rule');
    expect(await refusal(keep(never))).toContain('never open on such a day');
    expect(await seen()).toEqual([]);
  });

  it('is one of twenty at most, any of which can still be changed', async () => {
    const { id } = await keep(payday);
    for (let count = 1; count < MOST_MESSAGES; count++) await keep(payday);
    expect(await refusal(keep(payday))).toContain('20');
    expect(await keep({ ...payday, text: 'Today!' }, id)).toMatchObject({ id, text: 'Today!' });
    expect(await seen()).toHaveLength(MOST_MESSAGES);
  });

  it('has on record what was done with it and by whom, without its words', async () => {
    const { id } = await keep(payday);
    await keep(slips, id, SECOND_OFFICER);
    await pause(id, true);
    await pause(id, false);
    await office.work((desk) => sayNow(desk, OFFICER, id, 'k'));
    await office.work((desk) => removeMessage(desk, OFFICER, id));
    const object = `${DESK}/message/${id}`;
    expect(await recorded()).toEqual([
      `${OFFICER} add-message ${object} {"kind":"payday"}`,
      ...[`${SECOND_OFFICER} change-message`, `${OFFICER} pause-message`, `${OFFICER} resume-message`].map(
        (act) => `${act} ${object} {"kind":"slips"}`,
      ),
      `${OFFICER} send-message ${object} {"kind":"slips"}`,
      `${OFFICER} remove-message ${object} {"kind":"slips"}`,
    ]);
  });
});

describe('what became of its letters', () => {
  it('is counted by what has to be done about them, of each message by itself', async () => {
    const [{ id }, other] = [await keep(payday), await keep({ ...payday, channel: 'C0OTHER' })];
    for (const key of ['a', 'b', 'c', 'd', 'e']) await office.work((desk) => sayNow(desk, OFFICER, id, key));
    await office.work((desk) => sayNow(desk, OFFICER, other.id, 'a'));
    const letters = await office.prisma.letter.findMany({ where: { lane: 'C0GENERAL' }, orderBy: { id: 'asc' } });
    const states = ['ambiguous', 'dead', 'dead', 'sent', 'pending'] as const;
    for (const [at, { id: letter }] of letters.entries())
      await office.prisma.letter.update({ where: { id: letter }, data: { state: states[at] ?? 'pending' } });
    const byId = new Map((await seen()).map((one) => [one.id, one]));
    expect(byId.get(id)).toMatchObject({ ambiguous: 1, failed: 2, waiting: 1 });
    expect(byId.get(other.id)).toMatchObject({ ambiguous: 0, failed: 0, waiting: 1 });
    await office.prisma.letter.updateMany({ where: { lane: 'C0OTHER' }, data: { state: 'sending' } });
    expect((await seen()).find((one) => one.id === other.id)).toMatchObject({ waiting: 1 });
  });
});

describe('by the calendar', () => {
  it('a message says that it was said, and when it was due', async () => {
    await keep(payday);
    await until('2026-12-03T07:00:00Z');
    expect(await posts()).toEqual([{ lane: 'C0GENERAL', text: 'Payday!' }]);
    const [message] = await seen();
    expect(message).toMatchObject({ lastSaid: 'said' });
    expect(String(message?.lastDueAt)).toBe('2026-12-03T07:00:00Z');
  });

  it('one whose channel is gone says so, and nothing else', async () => {
    await keep({ ...payday, channel: null });
    await until('2026-12-03T07:00:00Z');
    expect(await posts()).toEqual([]);
    expect((await seen())[0]).toMatchObject({ lastSaid: 'noChannel' });
  });

  it('a day late to the minute is still said; a minute more is too late', async () => {
    await keep(payday);
    await until('2026-12-04T07:00:00Z');
    expect((await seen())[0]).toMatchObject({ lastSaid: 'said' });
    await until('2027-01-04T07:01:00Z');
    expect((await seen())[0]).toMatchObject({ lastSaid: 'late' });
    expect((await posts()).slice(1).map(({ lane }) => lane)).toEqual([OFFICER, SECOND_OFFICER]);
  });

  it('payslips that are begun are told to every officer, in their language', async () => {
    await keep(slips);
    await office.hire([employee('1')], [terms('1', '2020-01-01')]);
    await office.prisma.person.create({ data: { id: 'U1', name: 'One', syncedAt: new Date(0) } });
    office.hoursAre([sheet('U1', '2026-11-02', fullWeek('2026-11-02'))]);
    const { id } = await office.prepare('2026-11-01', '2026-11-30', '2026-12-10');
    await office.prisma.runFinding.deleteMany();
    await office.settle(id);
    const before = (await posts()).length;
    await until('2026-12-03T07:00:00Z');
    expect((await seen())[0]).toMatchObject({ lastSaid: 'said' });
    const told = (await posts()).slice(before);
    expect(told.map(({ lane }) => lane)).toEqual([OFFICER, SECOND_OFFICER]);
    expect(told[0]?.text).toContain('go out');
    expect(told[1]?.text).toContain('pleacă');
    await office.prisma.person.delete({ where: { id: 'U1' } });
  });

  it('is moved with the office, but for what is due already or paused', async () => {
    const [due, ahead] = [
      await keep(payday),
      await keep({ ...payday, rule: on({ rule: 'lastWorkingDay', minus: 0 }) }),
    ];
    office.later(3 * 24 * 60);
    await setOffice({ timeZone: 'Europe/London', holidays: [] });
    await office.work(followOffice);
    const next = new Map((await seen()).map(({ id, nextAt }) => [id, String(nextAt)]));
    expect([next.get(due.id), next.get(ahead.id)]).toEqual(['2026-12-03T07:00:00Z', '2026-12-31T09:00:00Z']);
    await setOffice({ timeZone: 'Europe/London', holidays: [], hours: {} });
    await office.work(followOffice);
    expect((await seen()).find(({ id }) => id === ahead.id)?.nextAt).toBeNull();
    await until('2027-02-01T09:00:00Z');
    expect((await seen()).find(({ id }) => id === ahead.id)?.lastSaid).toBeNull();
  });
});

describe('a preview', () => {
  const preview = async (wish: MessageWish, by = OFFICER) => {
    const message = await keep(wish);
    await office.work((desk) => previewTo(desk, by, message, 'k'));
    return (await posts()).at(-1);
  };

  it('goes to whoever asked for it alone, and is what will be said', async () => {
    expect(await preview(payday)).toEqual({ lane: OFFICER, text: 'Payday!' });
    expect((await preview(slips))?.text).toContain('each person gets a private message');
    expect((await preview(slips, SECOND_OFFICER))?.text).toContain('fiecare');
    await office.hire([employee('1', { hasAccount: false })], [terms('1', '2020-01-01')]);
    const letter = await preview(missing);
    expect(letter?.lane).toBe(OFFICER);
    expect(letter?.text).not.toContain('Name 1');
    const rows = await office.prisma.letter.findMany({ where: { once: { contains: '/preview/' } } });
    expect(JSON.stringify(rows.map(({ payload }) => payload))).toContain('Name 1');
  });
});
