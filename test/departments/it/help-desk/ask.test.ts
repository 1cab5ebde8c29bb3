import type { ModalView } from '@slack/types';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { ADMIN, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE, TUDOR } from './open-desk.js';
import { command, filled, press, send, textsOf, visit } from './visits.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const form = async (text = '', by = RADU): Promise<ModalView> => {
  const answer = await command(desk, by, null, text);
  if (!answer?.open) throw new Error('no form was opened');
  return answer.open;
};
const typed = (text: string, more: Record<string, string> = {}) => ({
  ...filled({ category: 'till', priority: 'urgent', ...more }),
  text: { 'it.help-desk.similar': { type: 'plain_text_input', value: text } },
});
const tickets = () => desk.database.prisma.ticket.findMany({ orderBy: { number: 'asc' } });

describe('the form', () => {
  it('opens with what was typed after the command, as it was typed', async () => {
    const { blocks } = await form('till 3 &lt;frozen&gt; &amp; loud');
    expect(blocks[0]).toMatchObject({ element: { initial_value: 'till 3 <frozen> & loud' } });
  });

  it('is in the language of whoever asks', async () => {
    expect((await form('', ELENA)).title.text).toBe('Cere ajutor de la IT');
    expect((await form('', RADU)).title.text).toBe('Ask IT for help');
  });

  it('says so when a text was too long to be put in whole', async () => {
    const { blocks } = await form('x'.repeat(3001));
    expect(blocks[0]).toMatchObject({ element: { initial_value: 'x'.repeat(3000) } });
    expect(textsOf(blocks)).toContain('its end was left out');
  });

  it('makes a ticket of what was filled in', async () => {
    expect(await send(desk, RADU, await form(), typed('Till 3 is frozen'))).toBeUndefined();
    expect(await tickets()).toMatchObject([
      { text: 'Till 3 is frozen', category: 'till', priority: 'urgent', requesterId: RADU, behalfOfId: null },
    ]);
  });

  it('sent twice makes one ticket', async () => {
    const view = await form();
    await send(desk, RADU, view, typed('Till 3 is frozen'), 'same key');
    await expect(send(desk, RADU, view, typed('Till 3 is frozen'), 'same key')).rejects.toThrow('same key');
    expect(await tickets()).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '  \n\t '],
    ['invisible marks', '\u200b\u200e\u2066'],
    ['smileys alone', '😡😡😡😡'],
  ])('with %s says what to write, and keeps the form', async (_, text) => {
    expect(await send(desk, RADU, await form(), typed(text))).toEqual({
      errors: { text: 'Write a few words about what is wrong, so that IT knows what to look for.' },
    });
    expect(await tickets()).toEqual([]);
  });

  it('with 3,001 characters says how many there may be', async () => {
    const answer = await send(desk, RADU, await form(), typed('x'.repeat(3001)));
    expect(answer?.errors?.text).toContain('at most 3000 characters');
  });

  it('with a priority or category that doesn’t exist says what to choose', async () => {
    const answer = await send(
      desk,
      RADU,
      await form(),
      typed('Till 3 is frozen', { category: 'coffee', priority: 'vip' }),
    );
    expect(answer?.errors).toEqual({ category: 'Choose what it is about.', priority: 'Choose how pressing it is.' });
  });

  it.each([
    [
      '<!channel> <@U0MARA> <https://evil.example|bank>',
      '&lt;!channel&gt; &lt;@U0MARA&gt; &lt;https://evil.example|bank&gt;',
    ],
    ['\u202eorders right to left', 'orders right to left'],
    ['מדפסת לא עובדת', 'מדפסת לא עובדת'],
    ['*bold* & {{number}} $t(title)', '*bold* &amp; {{number}} $t(title)'],
  ])('shows %s as it was typed, and obeys none of it', async (text, shown) => {
    await send(desk, RADU, await form(), typed(text));
    expect(await tickets()).toMatchObject([{ text }]);
    for (const { text: headline, blocks } of await desk.posted()) {
      expect(headline).toContain(shown);
      expect(blocks).toContain(JSON.stringify(shown).slice(1, -1));
      expect(blocks).not.toContain('<!channel>');
    }
  });
});

describe('when many ask at the same moment', () => {
  const askers = [ELENA, RADU, LEAD, ADMIN];
  const wishes = Array.from({ length: 24 }, (_, place) => `Wish ${String(place).padStart(2, '0')}`);
  const sendAll = async (more: (text: string) => Record<string, string> = () => ({})) => {
    const view = await form();
    const sent = wishes.map((text, place) =>
      send(desk, askers[place % askers.length] ?? RADU, view, typed(text, { priority: 'low', ...more(text) })),
    );
    return Promise.allSettled(sent);
  };

  it('everybody gets a ticket, a card and a clock of their own, and IT sees each in its turn', async () => {
    await sendAll((text) => ({ priority: text < 'Wish 12' ? 'urgent' : 'low' }));
    const { prisma } = desk.database;
    const rows = await prisma.ticket.findMany({ orderBy: { number: 'asc' }, include: { events: true, targets: true } });
    expect(rows.map(({ text }) => text).sort()).toEqual(wishes);
    for (const { number, requesterId, events, targets, text, ...row } of rows) {
      expect(requesterId).toBe(askers[wishes.indexOf(text) % askers.length]);
      expect(events).toMatchObject([{ kind: 'raised', actorId: requesterId }]);
      expect(targets.map(({ kind }) => kind).sort()).toEqual(['resolve', 'respond']);
      expect(row.triageChannel).toBe(TRIAGE);
      const letters = (await desk.posted()).filter((letter) => letter.text.includes(text));
      expect(letters.map(({ to }) => to)).toEqual([requesterId, TRIAGE]);
      expect(letters[1]?.once).toBe(row.triageCard);
      expect(letters.every((letter) => letter.text.includes(`#${number}`))).toBe(true);
    }
    const dues = (priority: string) =>
      rows.filter((row) => row.priority === priority).map(({ targets }) => Number(targets[0]?.dueAt));
    expect(Math.max(...dues('urgent'))).toBeLessThan(Math.min(...dues('low')));
    const audited = await prisma.auditEntry.findMany({
      where: { object: { in: rows.map(({ number }) => `it.help-desk/${number}`) } },
      orderBy: { seq: 'asc' },
    });
    expect(audited.map(({ object }) => object)).toEqual(rows.map(({ number }) => `it.help-desk/${number}`));
  });

  it('who asks for somebody who has left is refused, and nobody else', async () => {
    await desk.database.prisma.person.update({ where: { id: TUDOR }, data: { deactivatedAt: new Date() } });
    const view = await form();
    const forTudor = { 'behalf-of': { value: { type: 'users_select', selected_user: TUDOR } } };
    const sent = await Promise.allSettled(
      wishes.map((text, place) => send(desk, RADU, view, { ...typed(text), ...(place === 5 && forTudor) })),
    );
    const refused = sent.flatMap((outcome, place) =>
      outcome.status === 'rejected' ? [[place, outcome.reason.field]] : [],
    );
    expect(refused).toEqual([[5, 'behalf-of']]);
    const texts = (await tickets()).map(({ text }) => text);
    expect(texts.sort()).toEqual(wishes.filter((_, place) => place !== 5));
  });

  it('tickets that are handed out in turn go to one after the other', async () => {
    await desk.begin({ rotation: true });
    await sendAll();
    const given = (await tickets()).map(({ assigneeId }) => assigneeId);
    expect(given.filter((id) => id === MARA)).toHaveLength(12);
    expect(given.filter((id) => id === TUDOR)).toHaveLength(12);
  });
});

describe('a message that is made a ticket', () => {
  const message = { ts: '1.1', text: 'It jams &amp; <@U0MARA> knows', userId: ELENA };
  const openFromMessage = async (by = RADU, other: Partial<typeof message> = {}, channel = 'C1') => {
    const door = desk.desk.messageShortcuts?.['it.help-desk.from-message'];
    const answer = await door?.({
      ...(await visit(desk, by)),
      channel: { id: channel },
      message: { ...message, ...other },
    });
    if (!answer?.open) throw new Error('no form was opened');
    return answer.open;
  };

  it('opens the form with its text, on behalf of its author', async () => {
    const { blocks } = await openFromMessage();
    expect(blocks[0]).toMatchObject({ element: { initial_value: 'It jams & @Mara knows' } });
    expect(blocks.at(-1)).toMatchObject({ element: { initial_user: ELENA } });
  });

  it('keeps the link and the thread so far', async () => {
    desk.threads.set('C1/1.1', [
      { channel: 'C1', ts: '1.1', threadTs: null, userId: ELENA, text: 'It jams', files: [] },
      { channel: 'C1', ts: '1.2', threadTs: '1.1', userId: RADU, text: 'Again', files: [] },
    ]);
    await send(desk, RADU, await openFromMessage(), typed('It jams'));
    expect(await tickets()).toMatchObject([
      { sourceChannel: 'C1', sourceTs: '1.1', sourceLink: 'https://example.test/C1/1.1' },
    ]);
    expect((await desk.posted()).some(({ text }) => text.includes('> Elena: It jams'))).toBe(true);
  });

  it('can’t be claimed by somebody else: a form’s own word for it is only a claim', async () => {
    const view = await openFromMessage(RADU);
    await send(desk, ELENA, view, typed('What is said in that channel?'));
    expect(await tickets()).toMatchObject([{ sourceChannel: null, sourceLink: null }]);
  });

  it('with a forged word for it is a ticket without a message', async () => {
    await send(desk, RADU, { ...(await form()), private_metadata: "C1/1.1'; --" }, typed('Till 3 is frozen'));
    expect(await tickets()).toMatchObject([{ sourceChannel: null }]);
  });

  it('is on behalf of nobody where an app wrote it, or somebody who has left or isn’t known', async () => {
    await desk.database.prisma.person.update({ where: { id: TUDOR }, data: { deactivatedAt: new Date() } });
    await desk.database.prisma.person.update({ where: { id: ADMIN }, data: { isBot: true } });
    for (const userId of [TUDOR, ADMIN, 'U0STRANGER']) {
      const { blocks } = await openFromMessage(RADU, { userId });
      expect(blocks.at(-1)).toMatchObject({ element: { type: 'users_select' } });
      expect(JSON.stringify(blocks.at(-1))).not.toContain('initial_user');
    }
  });

  it('that is one already opens no second form, and whoever sends an older one is told, too', async () => {
    const older = await openFromMessage(MARA);
    await send(desk, RADU, await openFromMessage(), typed('It jams'));
    expect(await refusal(openFromMessage(MARA))).toContain('already');
    expect(await refusal(send(desk, MARA, older, typed('It jams')))).toContain('already');
  });

  it('that is a ticket’s own card opens no form: it tells which ticket it is', async () => {
    const { number } = await desk.raise();
    await desk.delivered(`it.help-desk/${number}/triage/${TRIAGE}`, TRIAGE, '7.7');
    expect(await refusal(openFromMessage(MARA, { ts: '7.7' }, TRIAGE))).toContain(`ticket #${number} already`);
  });
});

describe('while somebody writes', () => {
  const solve = async (text: string, resolution: string) => {
    const { number } = await desk.raise(ELENA, { text });
    await desk.work((at) => resolveTicket(at, number, MARA, resolution));
    return number;
  };
  const write = async (text: string, view?: ModalView, by = RADU) =>
    press(desk, by, 'it.help-desk.similar', { value: text, view: view ?? (await form()), typed: typed(text) });

  it('what solved something similar is offered, but not what a colleague wrote', async () => {
    const number = await solve(
      'The printer on the third floor jams, secret canary',
      'Cleaned the <rollers> of the printer',
    );
    const answer = await write('My printer is jammed');
    expect(textsOf(answer?.update?.blocks)).toContain(`#${number} · Till`);
    expect(textsOf(answer?.update?.blocks)).toContain('Cleaned the &lt;rollers&gt; of the printer');
    expect(textsOf(answer?.update?.blocks)).not.toContain('canary');
  });

  it('words that stand only in what a colleague asked find nothing, save for those who staff the desk', async () => {
    const number = await solve('The printer jams on my resignation letter', 'Cleaned the rollers of the printer');
    expect(await write('resignation letter')).toBeUndefined();
    expect(textsOf((await write('resignation letter', undefined, MARA))?.update?.blocks)).toContain(
      `#${number} · Till`,
    );
  });

  it('the best resolution stands first, whatever was asked', async () => {
    const asked = await solve('canary canary canary', 'Restarted the printer');
    const best = await solve('It jams', 'Printer: a new printer driver, printer restarted');
    const shown = textsOf((await write('printer canary'))?.update?.blocks);
    expect(shown.indexOf(`#${best} ·`)).toBeLessThan(shown.indexOf(`#${asked} ·`));
    expect(shown).toContain(`#${asked} ·`);
  });

  it('the form isn’t drawn anew while there is no news', async () => {
    await solve('It jams', 'Cleaned the printer');
    const first = await write('printer');
    expect(await write('printer jams', first?.update)).toBeUndefined();
    expect(await write('mouse')).toBeUndefined();
  });

  it('diacritics and endings don’t matter, in Romanian either', async () => {
    await solve('Imprimanta e blocată la etajul trei', 'Am deblocat imprimanta și am curățat rolele');
    for (const text of ['imprimante blocate', 'imprimanta blocata', 'IMPRIMANTĂ']) {
      expect(textsOf((await write(text))?.update?.blocks)).toContain('am curățat rolele');
    }
  });

  it('words that say nothing offer nothing', async () => {
    await solve('Please help, it does not work when I need it', 'Restarted it');
    expect(await write('please help me, this is not working')).toBeUndefined();
  });
});
