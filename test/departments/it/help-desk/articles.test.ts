import type { ModalView } from '@slack/types';
import type { ArticleText } from '../../../../src/departments/it/help-desk/article.js';
import { noteOnTicket, replyToRequester } from '../../../../src/departments/it/help-desk/service/converse.js';
import { reopenTicket, resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { archiveArticle, writeArticle } from '../../../../src/departments/it/help-desk/service/keep-articles.js';
import { DESK } from '../../../../src/departments/it/help-desk/ticket.js';
import { ADMIN, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE, TUDOR } from './open-desk.js';
import { command, filled, press, send, textsOf, visit } from './visits.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const id = (name: string) => `it.help-desk.${name}`;
const aText: ArticleText = { language: 'en', title: 'Printer is offline', text: 'Pull its plug for ten seconds.' };

/** An article that a technician wrote; its number. */
const article = async (changes: Partial<ArticleText> = {}, ticketNumber: number | null = null): Promise<number> => {
  const written = { text: { ...aText, ...changes }, edited: null, ticketNumber };
  return (await desk.work((at) => writeArticle(at, MARA, written))).article.number;
};
const archive = (number: number, by = MARA) => desk.work((at) => archiveArticle(at, by, number, true));
const kept = () => desk.database.prisma.article.findMany({ orderBy: { number: 'asc' } });
const one = async (number: number) => desk.database.prisma.article.findUniqueOrThrow({ where: { number } });

const shown = (view: ModalView | undefined): ModalView => {
  if (!view) throw new Error('no form was shown');
  return view;
};
const list = async (by: string, text = '') => shown((await command(desk, by, 'articles', text))?.open);
const read = async (by: string, text: string) => shown((await command(desk, by, 'article', text))?.open);
const press1 = async (by: string, button: string, value: string | number) =>
  press(desk, by, id(button), { value: String(value) });
const titlesIn = ({ blocks }: ModalView): string[] =>
  [...textsOf(blocks).matchAll(/"\*([^*]+)\*\\n/g)].map(([, title = '']) => title);
const inForm = (text: Partial<Record<'title' | 'text' | 'language', string>>) => filled({ ...aText, ...text });

describe('/ithelp articles', () => {
  it('shows everybody what is published, in their own language first', async () => {
    await article({ title: 'Printer is offline' });
    await article({ title: 'Imprimanta nu merge', language: 'ro' });
    expect(titlesIn(await list(RADU))).toEqual(['Printer is offline', 'Imprimanta nu merge']);
    expect(titlesIn(await list(ELENA))).toEqual(['Imprimanta nu merge', 'Printer is offline']);
    expect(textsOf((await list(RADU)).blocks)).toContain('Română');
  });

  it('says what to do when there is nothing', async () => {
    expect(textsOf((await list(RADU)).blocks)).toContain('Type `/ithelp` and what is wrong');
    expect(textsOf((await list(MARA)).blocks)).toContain('Write the first one');
    expect(textsOf((await list(RADU, 'printer')).blocks)).toContain('No article has the words “printer”');
  });

  it('finds words in any form, in titles and in texts, in both languages', async () => {
    await article();
    await article({ title: 'Parolă nouă', text: 'Deschideți contul și apăsați butonul roșu.', language: 'ro' });
    expect(titlesIn(await list(RADU, 'printers'))).toEqual(['Printer is offline']);
    expect(titlesIn(await list(RADU, 'plugs'))).toEqual(['Printer is offline']);
    expect(titlesIn(await list(RADU, 'parola'))).toEqual(['Parolă nouă']);
    expect(titlesIn(await list(RADU, 'coffee'))).toEqual([]);
  });

  it('looks for what is typed in the form', async () => {
    await article();
    const found = await send(desk, RADU, await list(RADU), filled({ query: ' plug ' }));
    expect(titlesIn(shown(found?.update))).toEqual(['Printer is offline']);
    const none = await send(desk, RADU, shown(found?.update), filled({ query: 'coffee' }));
    expect(titlesIn(shown(none?.update))).toEqual([]);
    expect(titlesIn(shown((await send(desk, RADU, shown(none?.update), {}))?.update))).toHaveLength(1);
  });

  it.each(['\'; DROP TABLE "Article"; --', '& | ! ( ) <-> :*', '"unfinished', '\\', '%_%', 'a'.repeat(4000)])(
    'takes %s as words',
    async (query) => expect(titlesIn(await list(RADU, query))).toEqual([]),
  );

  it('turns pages of ten, in forms that Slack accepts', async () => {
    for (let i = 10; i < 33; i++) await article({ title: `${i}${'&'.repeat(98)}`, text: '<&>'.repeat(1000) });
    const first = await list(RADU);
    expect(titlesIn(first)).toHaveLength(10);
    expect(first.blocks.length).toBeLessThanOrEqual(100);
    expect(textsOf(first.blocks)).toContain('Page 1 of 3');

    const value = JSON.stringify({ query: '', page: 2, isArchived: false });
    const last = shown((await press1(RADU, 'article-page:on', value))?.update);
    expect(titlesIn(last)).toHaveLength(3);
    expect(textsOf(last.blocks)).not.toContain('article-page:on');
    const beyond = JSON.stringify({ query: '', page: 99_999, isArchived: false });
    expect(titlesIn(shown((await press1(RADU, 'article-page:on', beyond))?.update))).toHaveLength(3);
  });

  it('with a forged place shows no more than its reader may see', async () => {
    const number = await article();
    await archive(number);
    const value = JSON.stringify({ query: '', page: 0, isArchived: true });
    expect(titlesIn(shown((await press1(MARA, 'article-page', value))?.update))).toHaveLength(1);
    expect(titlesIn(shown((await press1(RADU, 'article-page', value))?.update))).toEqual([]);
    const forged = { ...(await list(RADU)), private_metadata: value };
    expect(titlesIn(shown((await send(desk, RADU, forged, {}))?.update))).toEqual([]);
    await expect(press1(RADU, 'article-page', '{"page":-1}')).rejects.toThrow();
  });

  it('offers only those who keep them to write one, and to see what was archived', async () => {
    const offer = async (by: string) => textsOf((await list(by)).blocks).includes(id('add-article'));
    expect(await Promise.all([RADU, MARA, LEAD, ADMIN].map(offer))).toEqual([false, true, true, true]);
  });
});

describe('/ithelp article', () => {
  it('opens one by its number, whole and as it was written', async () => {
    const text = `<!channel> & ${'x'.repeat(2900)} the end`;
    const number = await article({ title: '<@U0MARA> says', text });
    const view = await read(RADU, `${number}`);
    expect(view.title.text).toBe(`Article ${number}`);
    expect(textsOf(view.blocks)).toContain('&lt;!channel&gt; &amp; x');
    expect(textsOf(view.blocks)).toContain('the end');
    expect(textsOf(view.blocks)).not.toMatch(/<!channel>|<@U0MARA>/);
    expect(titlesIn(await list(RADU))).toEqual(['&lt;@U0MARA&gt; says']);
  });

  it('with words in place of a number looks for them', async () => {
    await article();
    expect(titlesIn(await read(RADU, 'printer'))).toEqual(['Printer is offline']);
    expect((await read(RADU, '')).title.text).toBe('How-to articles');
  });

  it.each(['0', '999999', '9999999999'])('says so when there is no article %s', async (number) => {
    expect(await refusal(read(RADU, number))).toContain('`/ithelp articles` shows those');
  });

  it.each(['x', '', '-1', '1.5', '99999999999'])('that was forged to "%s" on a button is refused', async (value) => {
    for (const button of ['read-article', 'edit-article', 'archive-article', 'publish-article']) {
      await expect(press1(MARA, button, value)).rejects.toThrow('refusals.noNumber');
    }
  });

  it('counts readers, but not those who look after it', async () => {
    const number = await article();
    await read(RADU, `${number}`);
    await press1(ELENA, 'read-article', number);
    await press1(MARA, 'read-article', number);
    expect(await one(number)).toMatchObject({ shown: 2, helped: 0 });
    expect(textsOf((await read(MARA, `${number}`)).blocks)).toContain('Colleagues opened it 2 times');
    expect(textsOf((await read(RADU, `${number}`)).blocks)).not.toContain('opened it');
  });
});

describe('“This solved it”', () => {
  it('closes everything without a ticket, and counts', async () => {
    const number = await article();
    const view = shown((await press1(RADU, 'read-article', number))?.push);
    expect(view.submit?.text).toBe('This solved it');
    expect(await send(desk, RADU, view, {})).toEqual({ close: 'all' });
    expect(await one(number)).toMatchObject({ helped: 1 });
    expect(await desk.database.prisma.ticket.count()).toBe(0);
    expect(await desk.posted()).toEqual([]);
    expect(textsOf((await list(ELENA)).blocks)).toContain('A ajutat o dată');
  });

  it('sent twice counts once', async () => {
    const view = await read(RADU, `${await article()}`);
    await send(desk, RADU, view, {}, 'same key');
    await expect(send(desk, RADU, view, {}, 'same key')).rejects.toThrow('same key');
    expect(await kept()).toMatchObject([{ helped: 1 }]);
  });

  it('counts also where the article was archived while somebody read it', async () => {
    const number = await article();
    const view = await read(RADU, `${number}`);
    await archive(number);
    await send(desk, RADU, view, {});
    expect(await one(number)).toMatchObject({ helped: 1 });
  });

  it('of an article that doesn’t exist is refused', async () => {
    const view = await read(RADU, `${await article()}`);
    expect(await refusal(send(desk, RADU, { ...view, private_metadata: '999999' }, {}))).toContain('I find no article');
    await expect(send(desk, RADU, { ...view, private_metadata: 'x' }, {})).rejects.toThrow();
  });
});

describe('who keeps the articles', () => {
  const write = async (by: string, text: Parameters<typeof inForm>[0] = {}) =>
    send(desk, by, shown((await press1(by, 'add-article', ''))?.push), inForm(text));

  it.each([MARA, LEAD, ADMIN])('adds, edits, archives and publishes again: %s', async (by) => {
    expect(textsOf((await write(by))?.update?.blocks)).toContain('Pull its plug');
    const [{ number } = { number: 0 }] = await kept();

    const form = shown((await press1(by, 'edit-article', number))?.update);
    expect(textsOf(form.blocks)).toContain('Pull its plug for ten seconds.');
    desk.later(5);
    const saved = await send(desk, by, form, inForm({ title: 'Printer asleep', language: 'ro' }));
    expect(textsOf(saved?.update?.blocks)).toContain('*Printer asleep*');
    expect(await one(number)).toMatchObject({ title: 'Printer asleep', language: 'ro', authorId: by });

    await press1(by, 'archive-article', number);
    expect((await read(by, `${number}`)).submit).toBeUndefined();
    expect(titlesIn(await list(RADU))).toEqual([]);
    await press1(by, 'publish-article', number);
    expect((await read(RADU, `${number}`)).submit?.text).toBe('This solved it');
    expect(titlesIn(await list(RADU))).toEqual(['Printer asleep']);
  });

  it('nobody else does any of it', async () => {
    const number = await article();
    const [add, edit] = [
      shown((await press1(MARA, 'add-article', ''))?.push),
      shown((await press1(MARA, 'edit-article', number))?.update),
    ];
    for (const attempt of [
      () => press1(RADU, 'add-article', ''),
      () => press1(RADU, 'edit-article', number),
      () => press1(RADU, 'archive-article', number),
      () => press1(RADU, 'publish-article', number),
      () => send(desk, RADU, add, inForm({ title: 'Mine' })),
      () => send(desk, RADU, edit, inForm({ title: 'Mine' })),
    ]) {
      expect(await refusal(attempt())).toContain('Only those who staff IT');
    }
    expect(await kept()).toMatchObject([{ title: aText.title, archivedAt: null }]);
  });

  it('are told what is missing, at the fields', async () => {
    expect(await write(MARA, { title: ' \u200b', text: '', language: 'xx' })).toEqual({
      errors: { title: 'Write something first.', text: 'Write something first.', language: expect.any(String) },
    });
    const long = await write(MARA, { title: 'x'.repeat(101), text: 'x'.repeat(3001) });
    expect(long?.errors?.title).toContain('at most 100 characters');
    expect(long?.errors?.text).toContain('at most 3000 characters');
    expect(await kept()).toEqual([]);
  });

  it('don’t write over what a colleague wrote meanwhile, also within the same moment', async () => {
    const number = await article();
    const [first, second] = [
      shown((await press1(MARA, 'edit-article', number))?.update),
      shown((await press1(TUDOR, 'edit-article', number))?.update),
    ];
    await send(desk, MARA, first, inForm({ title: 'By Mara' }));
    expect(await refusal(send(desk, TUDOR, second, inForm({ title: 'By Tudor' })))).toContain('Somebody else changed');
    expect(await one(number)).toMatchObject({ title: 'By Mara' });
  });

  it('can’t edit what a forged form names', async () => {
    const form = shown((await press1(MARA, 'edit-article', await article()))?.update);
    const forged = (about: unknown) =>
      send(desk, MARA, { ...form, private_metadata: JSON.stringify(about) }, inForm({}));
    const gone = { edited: { number: 999_999, at: 0 }, ticketNumber: null };
    expect(await refusal(forged(gone))).toContain('I find no article');
    expect(await refusal(forged({ edited: null, ticketNumber: 999_999 }))).toContain('I find no ticket');
    await expect(forged({ edited: { number: -1, at: 0 }, ticketNumber: null })).rejects.toThrow();
    expect(await kept()).toHaveLength(1);
  });

  it('see what was archived; to others it doesn’t exist', async () => {
    const number = await article();
    await archive(number);
    const [gone, none] = [await refusal(read(RADU, `${number}`)), await refusal(read(RADU, '999999'))];
    expect(gone.replace(String(number), '')).toBe(none.replace('999999', ''));
    expect(textsOf((await read(MARA, `${number}`)).blocks)).toContain('🗄️ Archived');
  });

  it('leave a record of what they did, without a text', async () => {
    const number = await article({ text: 'canary' });
    await archive(number);
    await archive(number, TUDOR);
    const entries = await desk.database.prisma.auditEntry.findMany({ where: { object: `${DESK}/article/${number}` } });
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      [`${DESK}.write-article`, MARA],
      [`${DESK}.archive-article`, MARA],
    ]);
    expect(JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
      'canary',
    );
  });
});

describe('an article made of a resolved ticket', () => {
  const onCard = { channel: TRIAGE, ts: '1.1', isPrivate: false };
  const make = (by: string, number: number) =>
    press(desk, by, id('more'), { value: `article:${number}`, message: onCard });
  const form = async (by: string, number: number) => shown((await make(by, number))?.open);

  it('starts with what solved it, and without the requesters’ names or anything said in its threads', async () => {
    const { number } = await desk.raise(ELENA, {
      text: 'Calculatorul Elenei: tastele\nElena, sala 3',
      behalfOfId: RADU,
    });
    await desk.work((at) => noteOnTicket(at, number, MARA, { text: 'note canary' }));
    await desk.work((at) => replyToRequester(at, number, MARA, { text: 'reply canary' }));
    await desk.work((at) => resolveTicket(at, number, MARA, 'Curățat cu ELENA și @Radu, apoi repornit.'));
    const shownForm = textsOf((await form(MARA, number)).blocks);
    expect(shownForm).toContain('"initial_value":"Calculatorul […]: tastele"');
    expect(shownForm).toContain('"initial_value":"Curățat cu […] și […], apoi repornit."');
    expect(shownForm).not.toMatch(/elen|radu|canary/i);
  });

  it('is in the language that its ticket was spoken about in, and is kept with its ticket', async () => {
    const { number } = await desk.raise(ELENA);
    await desk.work((at) => resolveTicket(at, number, MARA, 'Repornit'));
    const view = await form(MARA, number);
    expect(textsOf(view.blocks)).toMatch(/"initial_option":\{"value":"ro"/);
    await send(desk, MARA, view, inForm({ language: 'ro' }));
    expect(await kept()).toMatchObject([{ ticketNumber: number, language: 'ro', authorId: MARA }]);
    expect(textsOf((await form(TUDOR, number)).blocks)).toContain('Made from this ticket before');
  });

  it('has nothing filled in where nobody wrote what solved it', async () => {
    const { number } = await desk.raise(ELENA, { text: 'x'.repeat(3000) });
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    const view = await form(MARA, number);
    expect(textsOf(view.blocks.slice(-1))).not.toContain('initial_value');
    expect(textsOf(view.blocks)).toContain(`${'x'.repeat(99)}…`);
  });

  it('is offered in the menu of what was resolved, and of nothing else', async () => {
    const { number } = await desk.raise(ELENA);
    const menu = async () => textsOf((await press1(MARA, 'open', number))?.open?.blocks);
    expect(await menu()).not.toContain(`article:${number}`);
    expect(await refusal(make(MARA, number))).toContain('in the queue');
    await desk.work((at) => resolveTicket(at, number, MARA, 'Done'));
    expect(await menu()).toContain(`article:${number}`);
    await desk.work((at) => reopenTicket(at, number, ELENA, ''));
    expect(await refusal(make(MARA, number))).toContain('was reopened');
  });

  it('is nothing for whoever asked, nor for others', async () => {
    const { number } = await desk.raise(ELENA);
    await desk.work((at) => resolveTicket(at, number, MARA, 'Done'));
    expect(textsOf((await press1(ELENA, 'open', number))?.open?.blocks)).not.toContain(`article:${number}`);
    expect(await refusal(make(ELENA, number))).toContain('Only those who staff IT');
    expect(await refusal(make(RADU, number))).toContain('I find no ticket');
  });
});

describe('while somebody writes', () => {
  const typed = (text: string) => ({ text: { [id('similar')]: { type: 'plain_text_input', value: text } } });
  const form = async (by: string) => shown((await command(desk, by, null))?.open);
  const write = async (by: string, text: string, view?: ModalView) =>
    press(desk, by, id('similar'), { value: text, view: view ?? (await form(by)), typed: typed(text) });
  const offered = async (by: string, text: string) => titlesIn(shown((await write(by, text))?.update));

  it('articles are offered, those in their own language first', async () => {
    await article({ title: 'Printer is offline' });
    await article({ title: 'Imprimanta (printer) nu merge', language: 'ro' });
    expect(await offered(RADU, 'my printer jams')).toEqual(['Printer is offline', 'Imprimanta (printer) nu merge']);
    expect(await offered(ELENA, 'printer')).toEqual(['Imprimanta (printer) nu merge', 'Printer is offline']);
  });

  it('they stand above solved tickets, and no ticket is offered beside its own article', async () => {
    const { number } = await desk.raise(ELENA, { text: 'printer' });
    const other = await desk.raise(ELENA, { text: 'printer' });
    for (const solved of [number, other.number])
      await desk.work((at) => resolveTicket(at, solved, MARA, 'Printer mended'));
    await article({}, number);
    const blocks = textsOf((await write(RADU, 'printer'))?.update?.blocks);
    expect(blocks).toMatch(new RegExp(`Printer is offline.*#${other.number} · `));
    expect(blocks).not.toContain(`#${number} · `);
  });

  it('three are enough, and what is archived is not offered', async () => {
    for (let i = 0; i < 5; i++) await article({ title: `Printer ${i}` });
    expect(await offered(RADU, 'printer')).toHaveLength(3);
    for (const { number } of await kept()) await archive(number);
    expect(await write(RADU, 'printer')).toBeUndefined();
  });

  it('the form isn’t drawn anew while there is no news, and has no such block twice', async () => {
    await article();
    const first = shown((await write(RADU, 'printer'))?.update);
    expect(await write(RADU, 'printer jams', first)).toBeUndefined();
    const named = first.blocks.flatMap(({ block_id }) => block_id ?? []);
    expect(new Set(named).size).toBe(named.length);
  });

  it('a form that opens with a text offers them at once', async () => {
    await article();
    expect(titlesIn(shown((await command(desk, RADU, null, 'the printer jams'))?.open))).toEqual([aText.title]);
    const offer = await desk.desk.offers?.[0]?.open(await visit(desk, RADU), 'the printer jams');
    expect(titlesIn(shown(offer?.open))).toEqual([aText.title]);
  });
});

describe('App Home', () => {
  const home = async (by: string) => textsOf(await desk.desk.home?.blocks(await visit(desk, by)));

  it('leads to the articles once there is one to read', async () => {
    expect(await home(RADU)).not.toContain('How-to articles');
    const number = await article();
    expect(await home(RADU)).toContain('How-to articles');
    expect((await press1(RADU, 'show-articles', ''))?.open?.title.text).toBe('How-to articles');
    await archive(number);
    expect(await home(RADU)).not.toContain('How-to articles');
  });
});
