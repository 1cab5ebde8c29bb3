import { noteOnTicket, tellDesk } from '../../../../src/departments/it/help-desk/service/converse.js';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { rateTicket } from '../../../../src/departments/it/help-desk/service/rate.js';
import { ADMIN, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TUDOR } from './open-desk.js';
import { command, press, textsOf, visit } from './visits.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const numbersIn = (blocks: readonly unknown[] | undefined): number[] =>
  [...textsOf(blocks).matchAll(/\*#(\d+)\*/g)].map(([, number]) => Number(number));
const list = async (by: string, name: string, text = '') => (await command(desk, by, name, text))?.say?.blocks;

describe('/ithelp list', () => {
  it('shows technicians the queue, the most pressing first', async () => {
    const low = await desk.raise(ELENA, { priority: 'low' });
    const urgent = await desk.raise(RADU, { priority: 'urgent' });
    const normal = await desk.raise(RADU);
    expect(numbersIn(await list(MARA, 'list'))).toEqual([urgent.number, normal.number, low.number]);
  });

  it('shows others only what they asked for, or what was asked for them', async () => {
    const own = await desk.raise(RADU);
    const forRadu = await desk.raise(ELENA, { behalfOfId: RADU });
    await desk.raise(ELENA);
    expect(numbersIn(await list(RADU, 'list')).sort()).toEqual([own.number, forRadu.number].sort());
  });

  it('says what to do when there is nothing', async () => {
    expect(textsOf(await list(RADU, 'list'))).toContain('You have no open tickets. Type `/ithelp`');
    expect(textsOf(await list(MARA, 'list'))).toContain('every ticket is dealt with');
  });

  it('turns pages of ten, in messages that Slack accepts', async () => {
    for (let i = 0; i < 23; i++) await desk.raise(RADU, { text: '&<>'.repeat(1000) });
    const first = await list(MARA, 'list');
    expect(numbersIn(first)).toHaveLength(10);
    expect(first?.length).toBeLessThanOrEqual(50);
    expect(textsOf(first)).toContain('Page 1 of 3');

    const value = JSON.stringify({ list: 'queue', page: 2, query: '' });
    const last = (await press(desk, MARA, 'it.help-desk.page:on', { value }))?.replace?.blocks;
    expect(numbersIn(last)).toHaveLength(3);
    expect(textsOf(last)).not.toContain('it.help-desk.page:on');
  });

  it('with a forged place shows no more than its reader may see', async () => {
    const { number } = await desk.raise(ELENA);
    for (const name of ['queue', 'unassigned', 'late', 'solved', 'assigned']) {
      const value = JSON.stringify({ list: name, page: 0, query: '' });
      const shown = await press(desk, RADU, 'it.help-desk.page:on', { value });
      expect(numbersIn(shown?.replace?.blocks)).not.toContain(number);
    }
  });

  it.each(['{"list":"all"}', '{', '', 'null', '[]'])(
    'with the forged place %s is refused in a sentence',
    async (value) => {
      const gone = "I don't know that choice any more";
      expect(await refusal(press(desk, RADU, 'it.help-desk.page:on', { value }))).toContain(gone);
      expect(await refusal(press(desk, RADU, 'it.help-desk.filter', { value }))).toContain(gone);
      expect(await refusal(press(desk, RADU, 'it.help-desk.article-page:on', { value }))).toContain(gone);
    },
  );

  it('chooses among lists', async () => {
    const taken = await desk.raise(ELENA);
    const free = await desk.raise(ELENA);
    await desk.work((at) => takeTicket(at, taken.number, MARA));
    const shown = async (value: string) =>
      numbersIn((await press(desk, MARA, 'it.help-desk.filter', { value }))?.replace?.blocks);
    expect(await shown('unassigned')).toEqual([free.number]);
    expect(await shown('assigned')).toEqual([taken.number]);
    expect(await shown('late')).toEqual([]);
    desk.at('2026-03-20T08:00:00Z');
    expect(await shown('late')).toHaveLength(2);
    await desk.work((at) => resolveTicket(at, taken.number, MARA, ''));
    expect(await shown('solved')).toEqual([taken.number]);
  });
});

describe('/ithelp mine', () => {
  it('is what a technician has to solve, and what anybody else asked for', async () => {
    const { number } = await desk.raise(ELENA);
    const other = await desk.raise(RADU);
    await desk.work((at) => takeTicket(at, number, MARA));
    expect(numbersIn(await list(MARA, 'mine'))).toEqual([number]);
    expect(numbersIn(await list(RADU, 'mine'))).toEqual([other.number]);
  });
});

describe('/ithelp search', () => {
  it('finds words in any form, in both languages, in what was asked and in what solved it', async () => {
    const printer = await desk.raise(ELENA, { text: 'Imprimanta e blocată' });
    const till = await desk.raise(ELENA, { text: 'Till 3 is frozen' });
    await desk.work((at) => resolveTicket(at, till.number, MARA, 'Replaced the cables'));
    expect(numbersIn(await list(MARA, 'search', 'imprimante'))).toEqual([printer.number]);
    expect(numbersIn(await list(MARA, 'search', 'blocata'))).toEqual([printer.number]);
    expect(numbersIn(await list(MARA, 'search', 'cable'))).toEqual([till.number]);
    expect(numbersIn(await list(MARA, 'search', 'freeze'))).toEqual([]);
  });

  it('finds nothing of others for those who don’t staff the desk', async () => {
    await desk.raise(ELENA, { text: 'The canary sings' });
    expect(numbersIn(await list(RADU, 'search', 'canary'))).toEqual([]);
    expect(numbersIn(await list(ELENA, 'search', 'canary'))).toHaveLength(1);
  });

  it.each(['\'; DROP TABLE "Ticket"; --', '& | ! ( ) <-> :*', '"unfinished', '\\', '%_%', 'a'.repeat(4000)])(
    'takes %s as words',
    async (query) => expect(numbersIn(await list(MARA, 'search', query))).toEqual([]),
  );

  it('shows what was searched for as it was typed', async () => {
    expect(textsOf(await list(MARA, 'search', '&lt;!channel&gt; here'))).toContain('“&lt;!channel&gt; here”');
  });

  it('asks for words when there are none', async () => {
    expect(await refusal(list(MARA, 'search', '  '))).toContain('Write what to search for');
  });
});

describe('one ticket', () => {
  const open = async (by: string, text: string) => (await command(desk, by, 'ticket', text))?.open;

  it('opens by its number, with its history', async () => {
    const { number } = await desk.raise(ELENA);
    await desk.work((at) => takeTicket(at, number, MARA));
    expect(textsOf((await open(ELENA, `#${number}`))?.blocks)).toContain('a preluat tichetul');
  });

  it('shows private notes only to those who staff the desk', async () => {
    const { number } = await desk.raise(ELENA);
    await desk.work((at) => noteOnTicket(at, number, MARA, { text: 'canary' }));
    expect(textsOf((await open(TUDOR, `${number}`))?.blocks)).toContain('canary');
    expect(textsOf((await open(ELENA, `${number}`))?.blocks)).not.toContain('canary');
  });

  it('offers everybody what they may do with it, and nothing that would be refused', async () => {
    const { number } = await desk.raise(ELENA);
    const offered = async (by: string) => {
      const shown = textsOf((await open(by, `${number}`))?.blocks);
      const ids = [...shown.matchAll(/"(?:action_id|value)":"(?:it\.help-desk\.)?([a-z-]+)(?::\d+)?"/g)];
      return ids.map(([, id]) => id).filter((id) => id !== 'more');
    };
    expect(await offered(ADMIN)).toEqual(['assign', 'sort', 'details']);
    expect(await offered(TUDOR)).toEqual([
      'take',
      'assign',
      'ask-back',
      'resolve',
      'reply',
      'note',
      'sort',
      'dismiss',
      'details',
    ]);
    expect(await offered(ELENA)).toEqual(['tell', 'withdraw']);
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    expect(await offered(ADMIN)).toEqual(['reopen', 'article', 'details']);
  });

  it('says so when more happened than it shows', async () => {
    const { number } = await desk.raise(ELENA);
    const say = (round: number) => desk.work((at) => tellDesk(at, number, ELENA, { text: `round ${round}` }));
    for (let round = 1; round <= 24; round++) await say(round);
    expect(textsOf((await open(TUDOR, `${number}`))?.blocks)).not.toContain('longer ago');
    await say(25);
    const shown = textsOf((await open(TUDOR, `${number}`))?.blocks);
    expect(shown).toContain("What is longer ago isn't shown here.");
    expect(shown).toContain('round 25');
    expect(shown).not.toContain('asked for help');
  });

  it('that doesn’t exist, and one of somebody else’s, are refused in the same words', async () => {
    const { number } = await desk.raise(ELENA);
    const [others, none] = [await refusal(open(RADU, `${number}`)), await refusal(open(RADU, '999999'))];
    expect(others.replace(String(number), '')).toBe(none.replace('999999', ''));
    expect(await refusal(open(RADU, '9999999999'))).toContain('I find no ticket');
    expect(await refusal(open(RADU, '0'))).toContain('I find no ticket');
  });

  it('is a form that Slack accepts, however much was said', async () => {
    const { number } = await desk.raise(ELENA, { text: '<&>'.repeat(1000) });
    for (let i = 0; i < 40; i++) await desk.work((at) => noteOnTicket(at, number, MARA, { text: '<&>'.repeat(1000) }));
    const view = await open(MARA, `${number}`);
    expect(view?.blocks.length).toBeLessThanOrEqual(100);
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
    expect(view?.title.text.length).toBeLessThanOrEqual(24);
  });
});

describe('App Home', () => {
  const home = async (by: string) => desk.desk.home?.blocks(await visit(desk, by));

  it('shows a requester what is open and what was finished last', async () => {
    const open = await desk.raise(RADU);
    const done = await desk.raise(RADU);
    await desk.work((at) => resolveTicket(at, done.number, MARA, ''));
    const blocks = await home(RADU);
    expect(numbersIn(blocks)).toEqual([open.number, done.number]);
    expect(textsOf(blocks)).not.toContain("aren't assigned");
  });

  it('shows a technician their own, how many are free and how many late', async () => {
    const mine = await desk.raise(ELENA, { priority: 'urgent' });
    await desk.raise(ELENA);
    await desk.work((at) => takeTicket(at, mine.number, MARA));
    desk.at('2026-03-02T13:00:00Z');
    const blocks = await home(MARA);
    expect(numbersIn(blocks)).toEqual([mine.number]);
    expect(textsOf(blocks)).toContain("1 ticket isn't assigned");
    expect(textsOf(blocks)).toContain('⏰ 2 tickets are late');
  });
});

describe('what the hub shows of somebody', () => {
  it('is what they have open here, with a button to it', async () => {
    const { number } = await desk.raise(RADU);
    const [thing] = (await desk.desk.openThings?.(await visit(desk, RADU))) ?? [];
    expect(thing).toMatchObject({ text: expect.stringContaining(`*#${number}* Till 3 is frozen`) });
    expect(thing?.button).toMatchObject({ action_id: 'it.help-desk.open', value: String(number) });
  });

  it('is first what a technician has to solve, then what they asked for, each once and all of it', async () => {
    const asked = await desk.raise(MARA);
    const theirs = await desk.raise(RADU, { priority: 'low' });
    const own = await desk.raise(MARA);
    for (const { number } of [theirs, own]) await desk.work((at) => takeTicket(at, number, MARA));
    for (let i = 0; i < 6; i++) await desk.raise(MARA);
    const things = (await desk.desk.openThings?.(await visit(desk, MARA))) ?? [];
    const numbers = things.map(({ button }) => Number(button?.value));
    expect(numbers.slice(0, 3)).toEqual([own.number, theirs.number, asked.number]);
    expect(numbers).toHaveLength(9);
  });

  it('offers the form, filled in with what they wrote to the bot', async () => {
    const answer = await desk.desk.offers?.[0]?.open(await visit(desk, RADU), 'the till is frozen');
    expect(textsOf(answer?.open?.blocks)).toContain('the till is frozen');
  });
});

describe('/ithelp stats', () => {
  it('tells leads how it went', async () => {
    const { number } = await desk.raise(ELENA);
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    await desk.work((at) => rateTicket(at, number, ELENA, 4));
    expect(textsOf(await list(LEAD, 'stats'))).toContain('4.0 of 5 from 1 rating');
  });

  it('is refused to others', async () => {
    expect(await refusal(list(MARA, 'stats'))).toContain('Only leads');
  });
});
