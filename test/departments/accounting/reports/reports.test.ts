import type { KnownBlock, ModalView } from '@slack/types';
import { DESK } from '../../../../src/departments/accounting/reports/ledger.js';
import { REVENUE } from '../../../../src/departments/accounting/reports/service/revenue.js';
import type { StateValues } from '../../../../src/platform/doors/doors.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { command, filled, press, presses, refusal, send, shown, textOf, types } from '../../../support/visits.js';
import { JAY, KIT, MANAGERS, OLIVE, type OpenReports, openReports } from './open-reports.js';

const titles = 'Date,Account,Description,Document,Amount';
/** The week of 16 November and those with which it is compared. */
const weeks = [
  titles,
  ...['2026-11-17,Sales,x,1,1200', '2026-11-18,Rent,x,2,-300', '2026-11-18,Salaries,x,3,-500'],
  ...['2026-11-10,Sales,x,4,1000', '2026-11-11,Rent,x,5,-300', '2026-11-11,Salaries,x,6,-400'],
  ...['2026-10-20,Sales,x,7,1500', '2026-10-21,Salaries,x,8,-400'],
  ...['2025-11-18,Sales,x,9,600', '2025-11-18,Salaries,x,10,-400'],
].join('\n');

const channelOf = (id: string | null) => ({
  channel: { answer: { type: 'conversations_select', selected_conversation: id } },
});
const peopleOf = (...ids: string[]) => ({ people: { answer: { type: 'multi_users_select', selected_users: ids } } });

describe('a report', () => {
  let open: OpenReports;

  beforeAll(async () => {
    open = await openReports();
  });
  beforeEach(() => open.begin({ channel: MANAGERS }));
  afterAll(() => open.close());

  const list = async (by = KIT) => shown(await types(open, by, 'list'));
  const plans = () => open.prisma.reportPlan.findMany({ orderBy: { id: 'asc' } });
  const runs = async () =>
    (await open.prisma.reportRun.findMany({ orderBy: { id: 'asc' } })).map(({ outcome, reason }) => reason ?? outcome);
  const texts = async (to: string) => (await open.letters(to)).map(({ text, blocks }) => `${text} ${textOf(blocks)}`);

  /** The form for a report of that source, filled in and saved. */
  async function makes(
    by: string,
    source = REVENUE,
    { typed = {}, values = {} }: { typed?: Record<string, string>; values?: StateValues } = {},
  ) {
    const form = shown(await press(open, by, `${DESK}.add`, source));
    return saves(by, form, typed, values);
  }
  function saves(by: string, form: ModalView, typed: Record<string, string> = {}, values: StateValues = {}) {
    const channel = form.blocks.find(({ block_id }) => block_id === 'channel') as {
      element?: { initial_conversation?: string };
    };
    const people = form.blocks.find(({ block_id }) => block_id === 'people') as {
      element?: { initial_users?: string[] };
    };
    return send(open, by, form, {
      ...filled(form, typed),
      ...(channel && channelOf(channel.element?.initial_conversation ?? null)),
      ...(people && peopleOf(...(people.element?.initial_users ?? []))),
      ...values,
    });
  }

  it('of revenue and cost comes to the managers on Monday morning, with picture and table', async () => {
    await open.takes(weeks);
    const saved = await makes(KIT);
    expect(textOf(saved)).toContain('Next: Monday, 30 November 2026, 08:00');
    await open.takes(`${titles}\n2026-11-24,Sales,x,11,900`);
    open.at('2026-11-30T05:59:59Z');
    await open.ticks();
    expect(await open.letters(MANAGERS)).toEqual([]);
    open.at('2026-11-30T06:00:01Z');
    await open.ticks();
    const [message, ...files] = await open.letters(MANAGERS);
    expect(message?.text).toContain('Revenue and cost, 23 – 29 November 2026: Revenue 900.00 RON ▼ 25 %');
    expect(textOf(message?.blocks)).toContain('The ledgers end on 24 November 2026');
    expect(files.map(({ kind }) => kind)).toEqual(['document', 'document']);
  });

  it('of a week that the ledgers don’t know is skipped, and its owner hears why: it isn’t taken for zero', async () => {
    await open.takes(weeks);
    await makes(KIT);
    open.at('2026-11-30T06:00:01Z');
    await open.ticks();
    expect(await open.letters(MANAGERS)).toEqual([]);
    expect(await runs()).toEqual(['empty']);
    expect((await texts(KIT)).at(-1)).toContain('there is nothing to tell of that time');
  });

  it('says ▲ or ▼ against last week, four weeks ago and a year ago, and what explains it', async () => {
    await open.takes(weeks);
    await makes(KIT);
    open.at('2026-11-23T06:00:00Z');
    const [plan] = await plans();
    await press(open, KIT, `${DESK}.send-now`, plan?.id);
    const [message, chart, table] = await open.letters(MANAGERS);
    expect(message?.text).toBe(
      'Revenue and cost, 16 – 22 November 2026: Revenue 1,200.00 RON ▲ 20 %, Cost 800.00 RON ▲ 14.3 %, Margin 400.00 RON ▲ 33.3 %.',
    );
    const blocks = textOf(message?.blocks);
    expect(blocks).toContain(
      '▲ 20 % 🟢 on the week before · ▼ 20 % 🔴 on four weeks before · ▲ 100 % 🟢 on a year before',
    );
    expect(blocks).toContain('▲ 14.3 % 🔴 on the week before');
    expect(blocks).toContain('Sales (Revenue): 1,000.00 RON → 1,200.00 RON  ▲ 20 % 🟢');
    expect(blocks).toContain('Salaries (Cost): 400.00 RON → 500.00 RON  ▲ 25 % 🔴');
    expect(blocks).not.toContain('Rent (Cost)');
    expect([chart?.kind, table?.kind]).toEqual(['document', 'document']);
    expect(chart?.text).toBe(message?.text);
    expect(table?.text).toBe('The table: Revenue and cost, 16 – 22 November 2026');
  });

  it('draws its picture and writes its table from what it told, in the reader’s language', async () => {
    await open.takes(weeks);
    await makes(KIT, REVENUE, { values: { ...channelOf(null), ...peopleOf(KIT, OLIVE) } });
    open.at('2026-11-23T06:00:00Z');
    await press(open, KIT, `${DESK}.send-now`, (await plans())[0]?.id);
    await open.prisma.ledgerEntry.deleteMany();
    const [run] = await open.prisma.reportRun.findMany();
    const draw = (what: 'chart' | 'table', language: 'en' | 'ro') =>
      open.office.read(
        (look) =>
          open.desk.documents?.[`${DESK}.${what}`]?.(look, `${run?.id}/${language}`, language) ?? Promise.resolve(null),
      );
    const english = new TextDecoder().decode((await draw('table', 'en'))?.bytes).split('\r\n');
    expect(english).toEqual(
      expect.arrayContaining([
        'Part of,Line,Unit,16 Nov,the week before,four weeks before,a year before,Budget',
        'Total,Revenue,RON,1200.00,1000.00,1500.00,600.00,',
        'Cost,Salaries,RON,500.00,400.00,400.00,400.00,',
      ]),
    );
    const romanian = new TextDecoder().decode((await draw('table', 'ro'))?.bytes);
    expect(romanian).toContain('Total;Venituri;RON;1200,00;1000,00;1500,00;600,00;');
    const [picture, other] = [await draw('chart', 'en'), await draw('chart', 'ro')];
    expect(picture?.title).toContain('Revenue 1,200.00 RON ▲ 20 %');
    expect(other?.title).toContain('Venituri 1.200,00 RON ▲ 20 %');
    for (const drawn of [picture, other])
      expect([...(drawn?.bytes.slice(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
    expect((await texts(OLIVE))[0]).toContain('▲ 20 % 🟢 față de săptămâna dinainte');
  });

  it('is sent once, however many replicas see that it is due', async () => {
    open.other.readers = [KIT];
    open.other.value = 7;
    await makes(KIT, 'test.desk.visits', { values: { ...channelOf(MANAGERS), ...peopleOf(KIT) } });
    open.at('2026-11-30T06:00:01Z');
    await open.ticks(4);
    await open.ticks(2);
    expect(await runs()).toEqual(['sent']);
    expect((await open.letters(MANAGERS)).map(({ kind }) => kind)).toEqual(['post', 'document', 'document']);
    expect((await open.letters(KIT)).map(({ kind }) => kind)).toEqual(['post', 'document', 'document']);
    open.at('2026-12-07T06:00:01Z');
    await open.ticks(4);
    expect(await runs()).toEqual(['sent', 'sent']);
  });

  it('that is more than a day late isn’t made up for, and its owner hears of it', async () => {
    open.other.readers = [KIT];
    open.other.value = 7;
    await makes(KIT, 'test.desk.visits');
    open.at('2026-12-01T07:00:00Z');
    await open.ticks();
    expect(await runs()).toEqual(['late']);
    expect((await texts(KIT)).at(-1)).toContain('wasn’t running when it was due');
    expect((await plans())[0]?.nextAt?.toISOString()).toBe('2026-12-07T06:00:00.000Z');
  });

  it('that can’t be worked out costs no other, and its owner hears of it without the reason’s words', async () => {
    open.other.readers = [KIT];
    await open.takes(weeks.replaceAll('2026-11-1', '2026-11-2'));
    await makes(KIT, 'test.desk.visits', { typed: { name: 'Broken <!channel>' } });
    await makes(KIT);
    open.other.fails = true;
    open.at('2026-11-30T06:00:01Z');
    await open.ticks(1, 1);
    expect((await runs()).sort()).toEqual(['fault', 'sent']);
    const told = (await texts(KIT)).join();
    expect(told).toContain('it couldn’t be worked out');
    expect(told).toContain('Broken &lt;!channel&gt;');
    expect(told).not.toContain('secret');
    open.other.fails = false;
    open.other.value = 3;
    const blocks = ((await open.letters(KIT)).at(-1)?.blocks ?? []) as KnownBlock[];
    expect((await presses(open, KIT, `${DESK}.send-now`, blocks))?.say?.text).toBe('It is on its way.');
    expect((await runs()).filter((one) => one === 'sent')).toHaveLength(2);
  });

  it.each([
    ['archived', { isMember: true, isArchived: true }],
    ['without the bot', { isMember: false, isArchived: false }],
    ['gone', null],
  ])(
    'to a channel that is %s isn’t lost in silence: its owner hears of it, and sends it again',
    async (_how, channel) => {
      open.other.readers = [KIT];
      open.other.value = 7;
      await makes(KIT, 'test.desk.visits');
      if (channel) open.channels.set(MANAGERS, channel);
      else open.channels.delete(MANAGERS);
      open.at('2026-11-30T06:00:01Z');
      await open.ticks();
      expect(await runs()).toEqual(['noChannel']);
      expect(await open.letters(MANAGERS)).toEqual([]);
      const told = (await open.letters(KIT)).at(-1);
      expect(told?.text).toContain('its channel can’t be written to');
      open.channels.set(MANAGERS, { isMember: true, isArchived: false });
      await presses(open, KIT, `${DESK}.send-now`, (told?.blocks ?? []) as KnownBlock[]);
      expect((await open.letters(MANAGERS)).map(({ kind }) => kind)).toEqual(['post', 'document', 'document']);
    },
  );

  it('is written down while Slack is away, and said when it is back', async () => {
    open.other.readers = [KIT];
    open.other.value = 7;
    await makes(KIT, 'test.desk.visits');
    open.slack.isAway = true;
    open.at('2026-11-30T06:00:01Z');
    await open.ticks();
    expect(await runs()).toEqual(['sent']);
    expect(await open.letters(MANAGERS)).toHaveLength(3);
  });

  it('never becomes one of something else: its history is for other readers', async () => {
    open.other.readers = [KIT];
    await makes(KIT);
    const [plan] = await plans();
    const form = shown(await press(open, KIT, `${DESK}.edit`, plan?.id));
    const claim = JSON.parse(form.private_metadata ?? '{}');
    const forged = { ...form, private_metadata: JSON.stringify({ ...claim, source: 'test.desk.visits' }) };
    expect(await refusal(saves(KIT, forged))).toContain('isn’t there any more');
    expect(await plans()).toMatchObject([{ source: REVENUE }]);
  });

  it('with nothing to tell says so, where its owner wants that', async () => {
    open.other.readers = [KIT];
    await makes(KIT, 'test.desk.visits', { typed: { empty: 'say' } });
    open.at('2026-11-30T06:00:01Z');
    await open.ticks();
    expect(await runs()).toEqual(['sent']);
    expect((await open.letters(MANAGERS)).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'post Visits, 23 – 29 November 2026: nothing to tell.',
    ]);
  });

  it('leaves out whoever may not read it any more, or has left, and its owner hears of it', async () => {
    open.other.readers = [KIT, JAY, OLIVE];
    open.other.value = 7;
    await makes(KIT, 'test.desk.visits', { values: { ...channelOf(null), ...peopleOf(KIT, JAY, OLIVE) } });
    open.other.readers = [KIT, OLIVE];
    await open.prisma.person.update({ where: { id: OLIVE }, data: { deactivatedAt: new Date() } });
    open.at('2026-11-30T06:00:01Z');
    await open.ticks();
    expect(await open.letters(JAY)).toEqual([]);
    expect(await open.letters(OLIVE)).toEqual([]);
    expect((await texts(KIT)).at(-1)).toContain(`but not to <@${JAY}>, <@${OLIVE}>`);
    open.other.readers = [];
    open.at('2026-12-07T06:00:01Z');
    await open.ticks();
    expect(await runs()).toEqual(['sent', 'nobody']);
  });

  it('that is private goes to people only, each on their own, and no figure stands in a notification', async () => {
    open.other.readers = [KIT, OLIVE];
    open.other.value = 424242;
    const form = shown(await press(open, KIT, `${DESK}.add`, 'test.desk.private'));
    expect(form.blocks.some(({ block_id }) => block_id === 'channel')).toBe(false);
    expect(await refusal(saves(KIT, form, {}, channelOf(MANAGERS)))).toBe('These figures go to people only.');
    await saves(KIT, form, {}, peopleOf(KIT, OLIVE));
    open.other.asked.length = 0;
    await press(open, KIT, `${DESK}.send-now`, (await plans())[0]?.id);
    expect(new Set(open.other.asked)).toEqual(new Set([KIT, OLIVE]));
    const letters = await open.letters();
    expect(letters.map(({ text }) => text).join()).not.toMatch(/424.?242/);
    expect(textOf(letters)).toContain('424,242');
    expect(await open.letters(MANAGERS)).toEqual([]);
    const [run] = await open.prisma.reportRun.findMany();
    open.other.readers = [KIT];
    expect(await refusal(press(open, OLIVE, `${DESK}.run`, run?.id))).toContain('You may not see these figures');
    expect(JSON.stringify((await open.prisma.auditEntry.findMany()).map(({ detail }) => detail))).not.toContain(
      '424242',
    );
  });

  it('of whole years can’t be had of less', async () => {
    open.other.readers = [KIT];
    open.other.value = 9;
    const form = shown(await press(open, KIT, `${DESK}.add`, 'test.desk.yearly'));
    expect(textOf(form)).not.toContain('every week');
    expect(await refusal(saves(KIT, form, { period: 'week' }))).toContain('whole years only');
    const timed = await saves(KIT, form, { period: 'year' });
    expect(timed?.beneath ?? timed?.update).toBeDefined();
  });

  it('is only for those who may read it: nobody is offered, or sent, what isn’t theirs', async () => {
    open.other.readers = [OLIVE];
    expect(textOf(await list(JAY))).toContain('There is no report for you');
    expect(textOf(await list(OLIVE))).toContain('Visits');
    expect(textOf(await list(KIT))).not.toContain('Visits');
    for (const by of [JAY, KIT])
      expect(await refusal(press(open, by, `${DESK}.add`, 'test.desk.visits'))).toContain('may not see');
    const form = shown(await press(open, OLIVE, `${DESK}.add`, 'test.desk.visits'));
    expect(await refusal(saves(OLIVE, form, {}, peopleOf(OLIVE, JAY)))).toContain(
      'They may not see these figures: Jay',
    );
    await saves(OLIVE, form);
    expect(textOf(await list(KIT))).not.toContain('every week');
  });

  it.each(['edit', 'pause', 'look', 'preview', 'send-now', 'history-turn', 'remove'])(
    'of somebody else can’t be touched: %s',
    async (action) => {
      await makes(OLIVE);
      const [plan] = await plans();
      const value =
        action === 'pause'
          ? JSON.stringify({ id: plan?.id, isPaused: true })
          : `${plan?.id}${action === 'history-turn' ? '/0' : ''}`;
      expect(await refusal(press(open, JAY, `${DESK}.${action}`, value))).toContain('isn’t there');
      for (const wrong of ['', 'x', '00000000-0000-7000-8000-000000000000']) {
        expect(await refusal(press(open, OLIVE, `${DESK}.${action}`, wrong))).toContain('isn’t there');
      }
      expect(await plans()).toMatchObject([{ isPaused: false }]);
    },
  );

  it('is changed, paused, resumed and removed', async () => {
    await makes(KIT);
    const edit = shown(await presses(open, KIT, `${DESK}.edit`, await list()));
    await saves(KIT, edit, { name: 'Money on Monday' });
    expect(textOf(await list())).toContain('Money on Monday');
    const paused = shown(await presses(open, KIT, `${DESK}.pause`, await list()));
    expect(textOf(paused)).toContain('⏸️ Paused');
    open.at('2026-12-01T06:00:00Z');
    await open.ticks();
    expect(await runs()).toEqual([]);
    const resumed = shown(await presses(open, KIT, `${DESK}.pause`, paused));
    expect(textOf(resumed)).toContain('Next: Monday, 7 December 2026, 08:00');
    expect(textOf(await presses(open, KIT, `${DESK}.remove`, resumed))).toContain('You have no report of your own yet');
  });

  it('shows its next dates before it is saved, anew where its days were changed', async () => {
    const form = shown(await press(open, KIT, `${DESK}.add`, REVENUE));
    const again = await saves(KIT, form, { time: '09:30' });
    expect(textOf(again?.update)).toContain('Monday, 30 November 2026, 09:30');
    expect(await plans()).toEqual([]);
    await saves(KIT, shown(again));
    expect(await plans()).toHaveLength(1);
  });

  it('says at each field what is wrong, and keeps what was typed', async () => {
    const form = shown(await press(open, KIT, `${DESK}.add`, REVENUE));
    open.channels.set('C0OUT', { isMember: false, isArchived: false });
    const wrong = await saves(KIT, form, { name: ' ', weeks: '99' }, channelOf('C0OUT'));
    expect(Object.keys(wrong?.errors ?? {}).sort()).toEqual(['channel', 'name', 'weeks']);
    expect(await refusal(saves(KIT, form, {}, channelOf(null)))).toBe('Choose a channel, or somebody.');
  });

  it('by hand only isn’t sent by the clock', async () => {
    await open.takes(weeks);
    await makes(KIT, REVENUE, { typed: { timed: 'no' } });
    open.at('2027-01-04T06:00:00Z');
    await open.ticks();
    expect(await runs()).toEqual([]);
    expect(textOf(await list())).toContain('Sent by hand only');
  });

  it('is tried by its owner alone, and then found in its history', async () => {
    await open.takes(weeks);
    await makes(KIT);
    open.at('2026-11-23T06:00:00Z');
    await presses(open, KIT, `${DESK}.preview`, await list());
    expect((await open.letters(KIT)).map(({ kind }) => kind)).toEqual(['post', 'document', 'document']);
    expect(await open.letters(MANAGERS)).toEqual([]);
    const history = shown(await presses(open, KIT, `${DESK}.history-turn`, await list()));
    expect(textOf(history)).toContain('Preview');
    const table = shown(await presses(open, KIT, `${DESK}.run`, history));
    expect(textOf(table)).toContain('Salaries: *500.00 RON*');
  });

  it('is opened by its name, or the beginning of it', async () => {
    await open.takes(weeks);
    await makes(KIT, REVENUE, { typed: { name: 'Venituri și costuri' } });
    open.at('2026-11-23T06:00:00Z');
    expect(textOf(shown(await command(open, KIT, null, 'venituri si')))).toContain('1,200.00 RON');
    expect(await refusal(command(open, KIT, null, 'nothing'))).toContain('No report of yours is called “nothing”');
    await makes(KIT, REVENUE, { typed: { name: 'Venituri pe lună' } });
    expect(await refusal(command(open, KIT, null, 'venituri'))).toContain('Several reports begin so');
  });

  it('told in a channel is opened there by whoever reads the channel, and nowhere else', async () => {
    await open.takes(weeks);
    await makes(KIT);
    open.at('2026-11-23T06:00:00Z');
    await press(open, KIT, `${DESK}.send-now`, (await plans())[0]?.id);
    const [run] = await open.prisma.reportRun.findMany();
    const there = { message: { channel: MANAGERS, ts: '1', isPrivate: false } };
    expect(textOf(await press(open, JAY, `${DESK}.run`, run?.id, there))).toContain('Salaries');
    const elsewhere = { message: { channel: 'C0GENERAL', ts: '1', isPrivate: false } };
    expect(await refusal(press(open, JAY, `${DESK}.run`, run?.id, elsewhere))).toContain('may not see');
  });

  it('moves along when the office is closed that day', async () => {
    await makes(KIT);
    await open.office.transact(async (tx) => {
      await tx.settings.set(
        OFFICE,
        { timeZone: 'Europe/Bucharest', holidays: [{ date: '2026-11-30', name: 'St Andrew' }] },
        KIT,
      );
      await open.desk.officeChanged?.(tx);
    });
    expect((await plans())[0]?.nextAt?.toISOString()).toBe('2026-12-01T06:00:00.000Z');
  });

  it('stands in App Home of whoever may read one, and of nobody else', async () => {
    const home = async (by: string) => {
      const person = await open.office.read(({ people }) => people.get(by));
      if (!person) throw new Error('nobody');
      return textOf(await open.desk.home?.blocks({ person, language: 'en', now: open.now(), key: 'home' }));
    };
    expect(await home(JAY)).toBe('[]');
    expect(await home(KIT)).toContain('You have made no report yet');
    await makes(KIT);
    expect(await home(KIT)).toContain('Next: Revenue and cost, Monday, 30 November 2026, 08:00');
    expect(textOf(await press(open, KIT, `${DESK}.open`, ''))).toContain('Revenue and cost');
  });

  it('lists many page by page', async () => {
    for (let count = 1; count <= 10; count += 1)
      await makes(KIT, REVENUE, { typed: { name: `Report ${String(count).padStart(2, '0')}` } });
    const first = await list();
    expect(textOf(first)).toContain('Report 08');
    expect(textOf(first)).not.toContain('Report 09');
    expect(textOf(shown(await presses(open, KIT, `${DESK}.plans-turn`, first)))).toContain('Report 10');
  });
});
