import fc from 'fast-check';
import type { MessageWish } from '../../../../src/departments/accounting/payroll/messages/message.js';
import {
  followOffice,
  keepMessage,
  pauseMessage,
  removeMessage,
  sayNow,
  seeMessages,
} from '../../../../src/departments/accounting/payroll/service/messages.js';
import { previewTo, sayDue } from '../../../../src/departments/accounting/payroll/service/say-message.js';
import { type TimedRule, timedRule } from '../../../../src/platform/calendar/month-rules.js';
import { draftOf, ruleIn } from '../../../../src/platform/rule-form/draft.js';
import { ruleText } from '../../../../src/platform/rule-form/texts.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { ADMIN, APPROVER, NOBODY, OFFICER, type OpenPayroll, OVERSEER, openPayroll, refusal } from './open-payroll.js';
import { employee, fullWeek, sheet, terms } from './run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
beforeEach(() => office.begin());
afterAll(() => office.database.close());

// It is Tuesday, the first of December 2026, ten o'clock in Bucharest.
const at = (time: string, on: TimedRule['on']): TimedRule => ({ on, time });
const payday: MessageWish = {
  ...{ kind: 'payday', channel: 'C0GENERAL', text: 'Payday! <!channel> *today*' },
  rule: at('09:00', { rule: 'dayOfMonth', day: 5, whenClosed: 'before' }),
};
const keep = (wish: MessageWish = payday, by = OFFICER, id: string | null = null) =>
  office.work((desk) => keepMessage(desk, by, id, wish));
const tick = () => office.work(sayDue);
const until = async (moment: string) => {
  office.later((Date.parse(moment) - office.now().epochMilliseconds) / 60_000);
  await tick();
};
const said = async () =>
  (await office.prisma.letter.findMany({ where: { kind: 'post' }, orderBy: { id: 'asc' } })).map(
    ({ lane, payload }) => `${lane}: ${(payload as { text: string }).text}`,
  );
const nextOf = async () =>
  (await office.look((desk) => seeMessages(desk, OFFICER))).map(({ nextAt }) => String(nextAt));

describe('a message by the calendar', () => {
  it('is said when it is due, once, and then waits for its next date', async () => {
    await keep();
    // The fifth is a Saturday.
    expect(await nextOf()).toEqual(['2026-12-04T07:00:00Z']);
    await until('2026-12-04T06:55:00Z');
    expect(await said()).toEqual([]);
    await until('2026-12-04T07:00:00Z');
    await tick();
    await until('2026-12-04T07:05:00Z');
    expect(await said()).toEqual(['C0GENERAL: Payday! &lt;!channel&gt; *today*']);
    expect(await nextOf()).toEqual(['2027-01-05T07:00:00Z']);
  });

  it('is said once also when two processes come by at the same time', async () => {
    await keep();
    office.later(3 * 24 * 60);
    await Promise.allSettled([tick(), tick(), tick()]);
    expect(await said()).toHaveLength(1);
  });

  it('is said late rather than never, unless a day has passed: then officers are told, and nobody else', async () => {
    await keep();
    await until('2026-12-05T06:00:00Z');
    expect(await said()).toHaveLength(1);
    await until('2027-01-06T07:05:00Z');
    const [, ...later] = await said();
    expect(later.map((line) => line.split(':')[0]).sort()).toEqual([OFFICER, 'U0SECOND'].sort());
    expect(later[0]).toContain('Payday notice: Switchboard wasn');
    const [message] = await office.look((desk) => seeMessages(desk, OFFICER));
    expect(message?.lastSaid).toBe('late');
  });

  it('is passed over while it is paused, and makes up for nothing afterwards', async () => {
    const { id } = await keep();
    await office.work((desk) => pauseMessage(desk, OFFICER, id, true));
    await until('2026-12-04T07:00:00Z');
    await office.work((desk) => pauseMessage(desk, OFFICER, id, false));
    await tick();
    expect(await said()).toEqual([]);
    expect(await nextOf()).toEqual(['2027-01-05T07:00:00Z']);
  });

  it('moves with the office’s holidays and zone', async () => {
    await keep();
    const holidays = [{ date: '2026-12-04', name: 'A closed day' }];
    await office.office.transact((tx) => tx.settings.set(OFFICE, { timeZone: 'Europe/London', holidays }, ADMIN));
    await office.work(followOffice);
    expect(await nextOf()).toEqual(['2026-12-03T09:00:00Z']);
  });

  it('can be said now, shown to oneself, changed and taken away', async () => {
    const message = await keep();
    await office.work((desk) => previewTo(desk, OFFICER, message, 'k1'));
    await office.work((desk) => sayNow(desk, OFFICER, message.id, 'k2'));
    expect((await said()).map((line) => line.split(':')[0])).toEqual([OFFICER, 'C0GENERAL']);
    await keep({ ...payday, rule: at('10:30', { rule: 'lastWorkingDay', minus: 0 }) }, OFFICER, message.id);
    expect(await nextOf()).toEqual(['2026-12-31T08:30:00Z']);
    await office.work((desk) => removeMessage(desk, OFFICER, message.id));
    expect(await nextOf()).toEqual([]);
    expect(await refusal(office.work((desk) => sayNow(desk, OFFICER, message.id, 'k3')))).toContain('any more');
    expect(await refusal(office.work((desk) => sayNow(desk, OFFICER, 'made up', 'k4')))).toContain('any more');
  });

  it('is the officers’ business, and nobody else’s', async () => {
    const { id } = await keep();
    for (const by of [APPROVER, OVERSEER, NOBODY, ADMIN]) {
      const tries = [
        () => keep(payday, by),
        () => office.look((desk) => seeMessages(desk, by)),
        () => office.work((desk) => pauseMessage(desk, by, id, true)),
        () => office.work((desk) => sayNow(desk, by, id, 'k')),
        () => office.work((desk) => removeMessage(desk, by, id)),
      ];
      for (const attempt of tries) expect(await refusal(attempt())).toContain('Only those who keep the payroll');
    }
  });

  it('stops at twenty', async () => {
    for (let count = 0; count < 20; count++) await keep();
    expect(await refusal(keep())).toContain('as many as there can be');
  });
});

describe('missing bank details', () => {
  const missing: MessageWish = {
    ...{ kind: 'missingAccounts', channel: null, text: null },
    rule: at('09:00', { rule: 'nthWorkingDay', n: 3 }),
  };

  it('are told to officers alone, with no name in the notification, and only where somebody has none', async () => {
    await keep(missing);
    await until('2026-12-03T07:00:00Z');
    expect(await said()).toEqual([]);
    await office.hire(
      [employee('1'), { ...employee('2'), endsOn: office.now().toZonedDateTimeISO('UTC').toPlainDate() }],
      [terms('1', '2020-01-01'), terms('2', '2020-01-01')],
    );
    await until('2027-01-06T07:00:00Z');
    const letters = await office.prisma.letter.findMany({ where: { kind: 'post' } });
    expect(letters.map(({ lane }) => lane).sort()).toEqual([OFFICER, 'U0SECOND'].sort());
    for (const { payload } of letters) {
      const { text, blocks } = payload as { text: string; blocks: unknown[] };
      expect(text).not.toContain(employee('1').name);
      expect(JSON.stringify(blocks)).toContain(employee('1').name);
      expect(JSON.stringify(blocks)).not.toContain('(2)');
    }
  });
});

describe('payslips by the calendar', () => {
  it('are written down for an approved run whose payday is near, once, and for no other', async () => {
    await keep({ kind: 'slips', channel: null, text: null, rule: at('12:00', { rule: 'nthWorkingDay', n: 3 }) });
    await office.hire([employee('1')], [terms('1', '2020-01-01')]);
    const syncedAt = new Date('2026-12-01T08:00:00Z');
    await office.prisma.person.upsert({ where: { id: 'U1' }, create: { id: 'U1', name: 'One', syncedAt }, update: {} });
    office.hoursAre([sheet('U1', '2026-11-02', fullWeek('2026-11-02'))]);
    const run = await office.prepare('2026-11-01', '2026-11-30', '2026-12-10');
    await until('2026-12-03T10:00:00Z');
    const slips = () => office.prisma.letter.findMany({ where: { kind: 'document' } });
    expect(await slips()).toEqual([]);
    await office.prisma.runFinding.deleteMany();
    await office.settle(run.id);
    const [message] = await office.look((desk) => seeMessages(desk, OFFICER));
    expect(message?.lastSaid).toBe('nothingToSay');
    await office.work((desk) => sayNow(desk, OFFICER, message?.id ?? '', 'k'));
    await office.work((desk) => sayNow(desk, OFFICER, message?.id ?? '', 'k2'));
    const [slip, ...others] = await slips();
    expect(others).toEqual([]);
    // Nine o'clock of the payday, wherever the clock stood when it was written down.
    expect(slip?.notBefore?.toISOString()).toBe('2026-12-10T07:00:00.000Z');
  });
});

describe('a rule', () => {
  const someClosed = fc.constantFrom('before' as const, 'after' as const, 'same' as const);
  const someRule: fc.Arbitrary<TimedRule['on']> = fc.oneof(
    fc.record({
      rule: fc.constant('dayOfMonth' as const),
      day: fc.integer({ min: 1, max: 31 }),
      whenClosed: someClosed,
    }),
    fc.record({ rule: fc.constant('lastWorkingDay' as const), minus: fc.integer({ min: 0, max: 20 }) }),
    fc.record({ rule: fc.constant('nthWorkingDay' as const), n: fc.integer({ min: 1, max: 23 }) }),
    fc.record({
      ...{ rule: fc.constant('everyNWeeks' as const), weekday: fc.integer({ min: 1, max: 7 }) },
      ...{ weeks: fc.integer({ min: 1, max: 8 }), from: fc.constantFrom('2026-12-01', '2024-02-29') },
      whenClosed: someClosed,
    }),
  );

  it('comes back from the form as it went in, and can be said in both languages', () => {
    fc.assert(
      fc.property(someRule, fc.constantFrom('00:00', '09:05', '23:59'), (on, time) => {
        const rule = timedRule.parse({ on, time });
        expect(ruleIn('en', draftOf(rule, '2026-12-01'))).toEqual({ rule });
        for (const language of ['en', 'ro'] as const) expect(ruleText(language, rule)).toContain(time);
      }),
    );
  });

  it.each([
    [
      { rule: 'dayOfMonth', day: 25, whenClosed: 'before' },
      'On day 25 of the month, or the working day before, at 09:00',
    ],
    [{ rule: 'lastWorkingDay', minus: 0 }, 'On the last working day of the month, at 09:00'],
    [
      { rule: 'everyNWeeks', weekday: 5, weeks: 2, from: '2026-12-04', whenClosed: 'same' },
      'Every 2 weeks on Friday, at 09:00',
    ],
  ] as const)('reads as people would say it: %j', (on, sentence) => {
    expect(ruleText('en', { on, time: '09:00' })).toBe(sentence);
  });

  it.each([
    [{ day: '32' }, ['day']],
    [{ day: '2.5' }, ['day']],
    [{ day: '', time: '' }, ['day', 'time']],
    [{ rule: 'everyNWeeks', weeks: '0', weekday: '8', from: 'soon' }, ['weeks', 'weekday', 'from']],
    [{ whenClosed: 'never' }, ['whenClosed']],
  ] as const)('that makes no sense is refused where it is wrong: %j', (change, fields) => {
    const draft = {
      ...draftOf({ on: { rule: 'dayOfMonth', day: 1, whenClosed: 'same' }, time: '09:00' }, '2026-12-01'),
      ...change,
    };
    const read = ruleIn('ro', draft as Parameters<typeof ruleIn>[1]);
    expect(Object.keys('errors' in read ? read.errors : {})).toEqual(fields);
  });
});
