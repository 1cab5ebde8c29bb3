import type { ModalView } from '@slack/types';
import { noteOnTicket, replyToRequester, tellDesk } from '../../../../src/departments/it/help-desk/service/converse.js';
import { reopenTicket, resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { moveTicket } from '../../../../src/departments/it/help-desk/service/move.js';
import { closeQueue, type QueueWish, saveQueue } from '../../../../src/departments/it/help-desk/service/queues.js';
import { sortTicket } from '../../../../src/departments/it/help-desk/service/sort.js';
import { ADMIN, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE, TUDOR } from './open-desk.js';
import { chosen, command, filled, happens, press, send, textsOf } from './visits.js';

const NETS = 'C0NETS';
const TILLS = 'C0TILLS';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  for (const id of [TRIAGE, NETS, TILLS]) {
    desk.channels.set(id, { id, name: id.toLowerCase(), isPrivate: false, isArchived: false, isMember: true });
  }
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const id = (name: string) => `it.help-desk.${name}`;
const networks: QueueWish = { id: null, name: 'Networks', channel: NETS, categories: ['network'], peopleIds: [] };

/** A lead adds a queue; says its id. */
async function add(wish: Partial<QueueWish> = {}): Promise<string> {
  const { name } = { ...networks, ...wish };
  await desk.work((at) => saveQueue(at, LEAD, { ...networks, ...wish }));
  return (await desk.database.prisma.ticketQueue.findFirstOrThrow({ where: { name } })).id;
}
const letters = async (to: string) => (await desk.posted()).filter((letter) => letter.to === to);
const textsTo = async (to: string) => (await letters(to)).map(({ text }) => text);
const move = (number: number, to: string | null, by = MARA) => desk.work((at) => moveTicket(at, number, by, to));
const reworded = (channel: string, ts: string, text: string) =>
  happens(desk, { type: 'message', subtype: 'message_changed', channel, message: { ts, thread_ts: '1.0', text } });

describe('a new ticket', () => {
  it('goes to the queue of its category, and any other to the default one', async () => {
    const queueId = await add();
    const network = await desk.raise(ELENA, { category: 'network' });
    const till = await desk.raise(ELENA, { category: 'till' });
    expect(await desk.ticket(network.number)).toMatchObject({ queueId, triageChannel: NETS });
    expect(await desk.ticket(till.number)).toMatchObject({ queueId: null, triageChannel: TRIAGE });
    expect(await letters(NETS)).toHaveLength(1);
  });

  it('is handed to those of its queue in turn', async () => {
    await desk.begin({ rotation: true });
    await add({ peopleIds: [TUDOR] });
    for (let i = 0; i < 2; i++) {
      expect(await desk.raise(ELENA, { category: 'network' })).toMatchObject({ assigneeId: TUDOR });
    }
    expect(await desk.raise(ELENA, { category: 'till' })).toMatchObject({ assigneeId: MARA });
  });

  it('is handed to anybody once all of its queue have left the desk', async () => {
    await desk.begin({ rotation: true });
    await add({ peopleIds: [TUDOR] });
    await desk.office.transact(({ staff }) => staff.appoint('it.help-desk', 'technician', [MARA]));
    expect(await desk.raise(ELENA, { category: 'network' })).toMatchObject({ assigneeId: MARA });
  });

  it('waits for its queue while all who work there are away', async () => {
    await desk.begin({ rotation: true });
    await add({ peopleIds: [TUDOR] });
    const today = desk.now().toZonedDateTimeISO('Europe/Bucharest').toPlainDate();
    await desk.office.transact(({ people }) =>
      people.addAbsence({ personId: TUDOR, from: today, until: today, note: null }),
    );
    expect(await desk.raise(ELENA, { category: 'network' })).toMatchObject({ assigneeId: null });
  });
});

describe('moving a ticket', () => {
  it('puts its card into the other channel, and the old one says where it went', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    expect(await move(number, queueId)).toMatchObject({ queueId, triageChannel: NETS, state: 'new' });
    expect(await textsTo(TRIAGE)).toEqual([`Ticket #${number} is now in <#${NETS}>.`]);
    const [card, said] = await letters(NETS);
    expect(card?.blocks).toContain('Till 3 is frozen');
    expect(said).toMatchObject({
      text: `➡️ <@${MARA}> moved this to the queue “Networks”.`,
      target: card?.once,
    });
    expect((await textsTo(ELENA)).join()).not.toContain('Networks');
  });

  it('carries what was said so far, notes and file names too, as it was typed', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    const files = [{ id: 'F1', name: 'till.png' }];
    await desk.work((at) => tellDesk(at, number, ELENA, { text: 'It <!channel> blinks\ntwice', files }));
    await desk.work((at) => noteOnTicket(at, number, MARA, { text: 'Again' }));
    await move(number, queueId);
    const said = (await textsTo(NETS)).at(-1);
    expect(said).toContain(`The thread so far:\n> *<@${ELENA}>*: It &lt;!channel&gt; blinks\n> twice 📎 till.png`);
    expect(said).toContain(`> 🔒 *<@${MARA}>*: Again`);
  });

  it('brings along only the end of a very long talk', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    for (let i = 0; i < 8; i++) {
      await desk.work((at) => noteOnTicket(at, number, MARA, { text: `${i}${'x'.repeat(2500)}` }));
    }
    await move(number, queueId);
    const said = (await textsTo(NETS)).at(-1) ?? '';
    expect(said.length).toBeLessThan(13_000);
    expect(said).toContain('The thread so far:\n> …');
    expect(said).toContain(': 7x');
    expect(said).not.toContain(': 0x');
  });

  it('lets what came along follow when it is edited or deleted where it was written', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    const source = { channel: 'D1', ts: '1.1' };
    await desk.work((at) => tellDesk(at, number, ELENA, { text: 'My word is swordfish', source }));
    await move(number, queueId);
    await reworded('D1', '1.1', 'Never mind');
    expect((await textsTo(NETS)).at(-1)).toContain('Never mind');
    await happens(desk, { type: 'message', subtype: 'message_deleted', channel: 'D1', deleted_ts: '1.1' });
    expect((await textsTo(NETS)).join()).not.toMatch(/swordfish|Never mind/);
  });

  it('and back brings only what was said since, and the channel is told of it', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    await desk.work((at) => tellDesk(at, number, ELENA, { text: 'Before' }));
    await move(number, queueId);
    await desk.work((at) => tellDesk(at, number, ELENA, { text: 'After' }));
    expect(await move(number, null)).toMatchObject({ queueId: null, triageChannel: TRIAGE });
    const back = (await textsTo(TRIAGE)).at(-1);
    expect(back).toContain('moved this to the queue “General”');
    expect(back).toContain('After');
    expect(back).not.toContain('Before');
    expect((await letters(TRIAGE))[0]?.blocks).toContain('Till 3 is frozen');
    const row = await desk.database.prisma.letter.findFirstOrThrow({
      where: { lane: TRIAGE },
      orderBy: { id: 'desc' },
    });
    expect(row.payload).toMatchObject({ broadcast: true });
  });

  it('leaves it with whoever has it and works there too', async () => {
    const queueId = await add({ peopleIds: [MARA] });
    const { number } = await desk.raise();
    await desk.work((at) => takeTicket(at, number, MARA));
    expect(await move(number, queueId)).toMatchObject({ state: 'in_progress', assigneeId: MARA });
  });

  it('frees it where they don’t, and tells the requester that others see to it', async () => {
    const queueId = await add({ peopleIds: [TUDOR] });
    const { number } = await desk.raise(RADU);
    await desk.work((at) => takeTicket(at, number, MARA));
    expect(await move(number, queueId)).toMatchObject({ state: 'new', assigneeId: null });
    expect((await textsTo(RADU)).at(-1)).toBe('Other colleagues in IT see to this now (“Networks”).');
  });

  it('hands it to the next of that queue, where the desk works that way', async () => {
    await desk.begin({ rotation: true });
    const queueId = await add({ peopleIds: [TUDOR] });
    const { number } = await desk.raise();
    expect(await move(number, queueId)).toMatchObject({ assigneeId: TUDOR });
    expect((await textsTo(TUDOR)).join()).toContain('it is your turn');
    expect((await letters(NETS))[0]?.blocks).toContain(`With <@${TUDOR}>`);
  });

  it('to where it is already does nothing', async () => {
    const queueId = await add();
    const { number } = await desk.raise(ELENA, { category: 'network' });
    const before = (await desk.posted()).length;
    await move(number, queueId);
    expect(await desk.posted()).toHaveLength(before);
  });

  it('to a queue that is closed by now, or never was, is refused', async () => {
    const { number } = await desk.raise();
    expect(await refusal(move(number, 'nonsense'))).toContain("That queue doesn't exist any more");
  });

  it('is refused to requesters, and to whoever doesn’t see the ticket', async () => {
    const queueId = await add();
    const { number } = await desk.raise(ELENA);
    expect(await refusal(move(number, queueId, ELENA))).toContain('Only those who staff IT');
    expect(await refusal(move(number, queueId, RADU))).toContain('I find no ticket');
  });

  it('is refused once it is finished', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    expect(await refusal(move(number, queueId))).toContain('is resolved already');
  });

  it('a reply under the card that was left behind is also shown where the ticket is now', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    await move(number, queueId);
    const source = { channel: TRIAGE, ts: '5.5' };
    await desk.work((at) => replyToRequester(at, number, MARA, { text: 'We come at two', source }));
    expect((await textsTo(NETS)).at(-1)).toContain('We come at two');
    expect((await textsTo(ELENA)).at(-1)).toContain('We come at two');
  });

  it('is in the ticket’s history, and in the audit without its text', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    await move(number, queueId);
    const view = (await command(desk, MARA, 'ticket', String(number)))?.open;
    expect(textsOf(view?.blocks)).toContain(`<@${MARA}> moved it to “Networks”`);
    expect(textsOf(view?.blocks)).toContain('Queue: Networks');
    const entry = await desk.database.prisma.auditEntry.findFirst({
      where: { action: 'it.help-desk.move', object: `it.help-desk/${number}` },
      orderBy: { seq: 'desc' },
    });
    expect(entry?.detail).toContain(`"queue":"${queueId}"`);
    expect(entry?.detail).not.toContain('Networks');
  });
});

describe('another category', () => {
  const sort = (number: number, category: 'network' | 'till' | 'account') =>
    desk.work((at) => sortTicket(at, number, MARA, { priority: 'normal', category }));

  it('moves the ticket to the queue that takes it, and back', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    expect(await sort(number, 'network')).toMatchObject({ queueId, triageChannel: NETS });
    expect(await sort(number, 'till')).toMatchObject({ queueId: null, triageChannel: TRIAGE });
  });

  it('leaves it where somebody has put it, unless a queue asks for that category', async () => {
    await add();
    const tills = await add({ name: 'Tills', channel: TILLS, categories: [] });
    const { number } = await desk.raise();
    await move(number, tills);
    expect(await sort(number, 'account')).toMatchObject({ queueId: tills });
    expect(await sort(number, 'network')).toMatchObject({ triageChannel: NETS });
  });
});

describe('the card’s menu', () => {
  it('opens the choice of another queue, and does it', async () => {
    const queueId = await add();
    const { number } = await desk.raise();
    const view = (await press(desk, MARA, id('more'), { value: `move:${number}` }))?.open;
    if (!view) throw new Error('no form was opened');
    expect(textsOf(view.blocks)).toContain('Networks');
    expect(textsOf(view.blocks)).not.toContain('General');
    expect(await send(desk, MARA, view, filled({ queue: queueId }))).toEqual({ close: 'all' });
    expect(await desk.ticket(number)).toMatchObject({ queueId });
  });

  it('says so when no other queue is left', async () => {
    const { number } = await desk.raise();
    const view = (await press(desk, MARA, id('more'), { value: `move:${number}` }))?.open;
    expect(textsOf(view?.blocks)).toContain('There is no other queue any more.');
    expect(view?.submit).toBeUndefined();
  });

  it('sent with a forged queue or ticket is refused', async () => {
    await add();
    const { number } = await desk.raise();
    const view = (await press(desk, MARA, id('more'), { value: `move:${number}` }))?.open;
    if (!view) throw new Error('no form was opened');
    await expect(send(desk, MARA, view, filled({ queue: "x' OR 1=1" }))).rejects.toMatchObject({ field: 'queue' });
    const forged = { ...view, private_metadata: '999999' };
    expect(await refusal(send(desk, MARA, forged, filled({ queue: 'main' })))).toContain('I find no ticket');
  });
});

describe('lists', () => {
  const shown = async (value: string, by = MARA) => (await press(desk, by, id('filter:queue'), { value }))?.replace;
  const numbersIn = (blocks: readonly unknown[] | undefined) =>
    [...textsOf(blocks).matchAll(/\*#(\d+)\*/g)].map(([, number]) => Number(number));

  it('are of one queue or of all', async () => {
    const queueId = await add();
    const network = await desk.raise(ELENA, { category: 'network' });
    const till = await desk.raise(ELENA, { category: 'till' });
    expect(numbersIn((await shown(`queue:${queueId}`))?.blocks)).toEqual([network.number]);
    expect(numbersIn((await shown('unassigned:main'))?.blocks)).toEqual([till.number]);
    expect(numbersIn((await shown('queue'))?.blocks)).toEqual([network.number, till.number]);
    expect((await shown(`late:${queueId}`))?.text).toBe('Late · Networks');
  });

  it('keep their queue when a page is turned', async () => {
    const queueId = await add();
    for (let i = 0; i < 11; i++) await desk.raise(ELENA, { category: 'network' });
    await desk.raise(ELENA, { category: 'till' });
    const pages = (await shown(`queue:${queueId}`))?.blocks?.find(({ block_id }) => block_id === 'pages');
    expect(textsOf([pages])).toContain(queueId);
    const value = JSON.stringify({ list: 'queue', page: 1, query: '', queue: queueId });
    expect(numbersIn((await press(desk, MARA, id('page:on'), { value }))?.replace?.blocks)).toHaveLength(1);
  });

  it('of a queue that is closed by now are of all', async () => {
    await desk.raise();
    expect(numbersIn((await shown('queue:00000000-0000-7000-8000-000000000000'))?.blocks)).toHaveLength(1);
  });

  it('show nothing of a queue to those who don’t staff the desk', async () => {
    const queueId = await add();
    await desk.raise(ELENA, { category: 'network' });
    const answer = await shown(`queue:${queueId}`, RADU);
    expect(numbersIn(answer?.blocks)).toEqual([]);
    expect(textsOf(answer?.blocks)).not.toContain('Networks');
  });

  it('are asked for by a queue’s name, whatever its case and diacritics', async () => {
    await add({ name: 'Rețele & Wi-Fi' });
    const { number } = await desk.raise(ELENA, { category: 'network' });
    await desk.raise(ELENA, { category: 'till' });
    const answer = await command(desk, MARA, 'list', 'retele &amp; wi-fi');
    expect(numbersIn(answer?.say?.blocks)).toEqual([number]);
    expect((await command(desk, MARA, 'list', 'generală'))?.say?.text).toBe('The queue · General');
    expect(await refusal(command(desk, MARA, 'list', 'printers'))).toContain('No queue is called “printers”');
  });

  it('look as before while there is only one queue', async () => {
    await desk.raise();
    expect(textsOf((await command(desk, MARA, 'list'))?.say?.blocks)).not.toContain('All queues');
  });
});

describe('a queue’s channel out of reach', () => {
  const archive = (channel: string) => happens(desk, { type: 'channel_archive', channel });
  const restore = (channel: string) => happens(desk, { type: 'channel_unarchive', channel });

  it('is told to the leads with the queue’s name, once, and other queues go on', async () => {
    await add();
    await archive(NETS);
    await archive(NETS);
    expect((await textsTo(LEAD)).filter((text) => text.includes('“Networks”'))).toHaveLength(1);
    expect(await desk.raise(ELENA, { category: 'till' })).toMatchObject({ triageChannel: TRIAGE });
    expect(await desk.raise(ELENA, { category: 'network' })).toMatchObject({ triageChannel: null });
  });

  it('is told to the admins where nobody leads the desk', async () => {
    await add();
    await desk.office.transact(({ staff }) => staff.appoint('it.help-desk', 'lead', []));
    await archive(NETS);
    expect(await textsTo(ADMIN)).toEqual([expect.stringContaining('“Networks”')]);
  });

  it('gets its cards when it is back, also while another is still away', async () => {
    await add();
    await archive(NETS);
    await archive(TRIAGE);
    const { number } = await desk.raise(ELENA, { category: 'network' });
    await restore(NETS);
    expect(await desk.ticket(number)).toMatchObject({ triageChannel: NETS });
    expect(await desk.raise(ELENA, { category: 'till' })).toMatchObject({ triageChannel: null });
  });

  it('leaves the card of a ticket that is moved there where it is, until it is back', async () => {
    const queueId = await add();
    await archive(NETS);
    const { number } = await desk.raise();
    await desk.work((at) => tellDesk(at, number, ELENA, { text: 'On floor three' }));
    expect(await move(number, queueId)).toMatchObject({ queueId, triageChannel: TRIAGE });
    expect((await textsTo(TRIAGE)).at(-1)).toContain('moved this to the queue “Networks”');
    await restore(NETS);
    expect(await desk.ticket(number)).toMatchObject({ triageChannel: NETS });
    expect((await textsTo(TRIAGE))[0]).toBe(`Ticket #${number} is now in <#${NETS}>.`);
    expect((await textsTo(NETS)).at(-1)).toContain(`The thread so far:\n> *<@${ELENA}>*: On floor three`);
  });

  it('is told, once it is back, where tickets went meanwhile', async () => {
    await add();
    const { number } = await desk.raise(ELENA, { category: 'network' });
    await archive(NETS);
    await move(number, null);
    expect((await textsTo(NETS))[0]).not.toContain('is now in');
    await restore(NETS);
    expect((await textsTo(NETS))[0]).toBe(`Ticket #${number} is now in <#${TRIAGE}>.`);
  });
});

describe('/ithelp queues', () => {
  const manage = async (by: string) => (await command(desk, by, 'queues'))?.open;
  const form = async (by = LEAD): Promise<ModalView> => {
    const view = (await press(desk, by, id('add-queue')))?.push;
    if (!view) throw new Error('no form was opened');
    return view;
  };
  const typed = (answers: { title?: string; channel?: string; categories?: string[]; people?: string[] } = {}) => {
    const { title = 'Networks', channel = NETS, categories = ['network'], people = [] } = answers;
    return { ...filled({ title, channel }), ...chosen({ categories, people }) };
  };
  const errorsOf = async (answers: Parameters<typeof typed>[0], view?: ModalView) =>
    (await send(desk, LEAD, view ?? (await form()), typed(answers)))?.errors;

  it('begins with the one that is always there', async () => {
    const blocks = textsOf((await manage(LEAD))?.blocks);
    expect(blocks).toContain('*General*');
    expect(blocks).toContain('There is no other queue yet.');
    expect(blocks).not.toContain(id('close-queue'));
  });

  it('adds one, and shows it with what waits in it', async () => {
    const answer = await send(desk, LEAD, await form(), typed({ people: [TUDOR] }));
    expect(textsOf(answer?.update?.blocks)).toContain('“Networks” is kept.');
    await desk.raise(ELENA, { category: 'network' });
    const blocks = textsOf((await manage(ADMIN))?.blocks);
    expect(blocks).toContain(`*Networks* · <#${NETS}> · 1 open ticket`);
    expect(blocks).toContain(`Network · <@${TUDOR}>`);
  });

  it('changes one: its cards follow it into another channel', async () => {
    const queueId = await add();
    const { number } = await desk.raise(ELENA, { category: 'network' });
    await desk.work((at) => tellDesk(at, number, ELENA, { text: 'On floor three' }));
    const view = (await press(desk, LEAD, id('edit-queue'), { value: queueId }))?.push;
    if (!view) throw new Error('no form was opened');
    await send(desk, LEAD, view, typed({ title: 'Nets', channel: TILLS }));
    expect(await desk.ticket(number)).toMatchObject({ queueId, triageChannel: TILLS });
    expect((await textsTo(NETS))[0]).toBe(`Ticket #${number} is now in <#${TILLS}>.`);
    expect((await textsTo(TILLS)).at(-1)).toContain('On floor three');
  });

  it('closes one: what is open goes to the default queue, and it says so', async () => {
    const queueId = await add();
    const open = await desk.raise(ELENA, { category: 'network' });
    const done = await desk.raise(ELENA, { category: 'network' });
    await desk.work((at) => resolveTicket(at, done.number, MARA, ''));
    const answer = await press(desk, LEAD, id('close-queue'), { value: queueId });
    expect(textsOf(answer?.update?.blocks)).toContain('“Networks” is closed. 1 open ticket went to “General”.');
    expect(await desk.ticket(open.number)).toMatchObject({ queueId: null, triageChannel: TRIAGE });
    expect((await textsTo(NETS))[0]).toBe(`Ticket #${open.number} is now in <#${TRIAGE}>.`);

    await desk.work((at) => reopenTicket(at, done.number, ELENA, ''));
    expect(await desk.ticket(done.number)).toMatchObject({ queueId: null, triageChannel: TRIAGE });
  });

  it('never closes the default one, nor one that is closed already', async () => {
    const queueId = await add();
    await desk.work((at) => closeQueue(at, LEAD, queueId));
    for (const value of ['', 'main', queueId, 'x']) {
      expect(await refusal(press(desk, LEAD, id('close-queue'), { value }))).toContain("doesn't exist any more");
      expect(await refusal(press(desk, LEAD, id('edit-queue'), { value }))).toContain("doesn't exist any more");
    }
  });

  it('says at each field what is wrong', async () => {
    await add({ name: 'Rețele' });
    expect(await errorsOf({ title: ' retele ', channel: NETS, people: [RADU] })).toEqual({
      title: 'There is a queue of that name already. Choose another.',
      channel: 'The queue “Rețele” works in this channel. Choose another: each queue needs its own.',
      categories: 'Network goes to the queue “Rețele”. Take it out there first.',
      people:
        'Not a technician of IT: Radu & <co>. Leave them out, or have an admin add them with `/backoffice setup`.',
    });
    expect(await errorsOf({ title: 'GENERAL', channel: TRIAGE, categories: [] })).toEqual({
      title: expect.stringContaining('already'),
      channel: expect.stringContaining('“General”'),
    });
    expect(await errorsOf({ title: ' \u200b', categories: [] })).toHaveProperty('title', 'Write something first.');
    expect(await errorsOf({ channel: '<!channel>' })).toHaveProperty('channel', 'Choose a channel.');
  });

  it('wants the bot in the channel, and the channel not archived', async () => {
    const at = { name: 'x', isPrivate: false };
    desk.channels.set('C0OUT', { ...at, id: 'C0OUT', isArchived: false, isMember: false });
    desk.channels.set('C0OLD', { ...at, id: 'C0OLD', isArchived: true, isMember: true });
    expect((await errorsOf({ channel: 'C0OUT' }))?.channel).toContain('“/invite @Switchboard”');
    expect((await errorsOf({ channel: 'C0UNKNOWN' }))?.channel).toContain('“/invite @Switchboard”');
    expect((await errorsOf({ channel: 'C0OLD' }))?.channel).toContain('archived');
    expect(await desk.database.prisma.ticketQueue.count()).toBe(0);
  });

  it('keeps its own name, channel and categories when it is changed', async () => {
    const queueId = await add();
    const view = (await press(desk, LEAD, id('edit-queue'), { value: queueId }))?.push;
    expect(await errorsOf({ categories: ['network', 'account'] }, view)).toBeUndefined();
    expect(await desk.database.prisma.ticketQueue.findMany()).toMatchObject([
      { id: queueId, name: 'Networks', categories: ['network', 'account'] },
    ]);
  });

  it('wants the triage channel first', async () => {
    await desk.begin({ triage: null });
    expect((await errorsOf({}))?.title).toContain('First choose the triage channel');
  });

  it('gives a category to one of two leads who want it at the same time', async () => {
    const second = { ...networks, name: 'Tills', channel: TILLS };
    const both = await Promise.allSettled(
      [networks, second].map((wish) => desk.work((at) => saveQueue(at, LEAD, wish))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await desk.database.prisma.ticketQueue.count()).toBe(1);
  });

  it('stops at twenty', async () => {
    for (let i = 0; i < 20; i++) await add({ name: `Queue ${i}`, channel: `C0Q${i}`, categories: [] });
    expect((await errorsOf({}))?.title).toContain('There are 20 queues already');
    const view = await manage(LEAD);
    expect(view?.blocks.length).toBeLessThanOrEqual(100);
  });

  it('is nothing for technicians and others, by whichever door', async () => {
    const queueId = await add();
    const view = await form();
    for (const by of [MARA, RADU]) {
      expect(await refusal(manage(by))).toContain('Only leads of IT and admins');
      expect(await refusal(press(desk, by, id('add-queue')))).toContain('Only leads');
      expect(await refusal(press(desk, by, id('edit-queue'), { value: queueId }))).toContain('Only leads');
      expect(await refusal(press(desk, by, id('close-queue'), { value: queueId }))).toContain('Only leads');
      expect(await refusal(send(desk, by, view, typed({ title: 'Mine', channel: TILLS })))).toContain('Only leads');
    }
    expect(await desk.database.prisma.ticketQueue.count()).toBe(1);
  });

  it('writes down who added, changed and closed what', async () => {
    const queueId = await add();
    await desk.work((at) => saveQueue(at, LEAD, { ...networks, id: queueId, peopleIds: [MARA] }));
    await desk.work((at) => closeQueue(at, ADMIN, queueId));
    const entries = await desk.database.prisma.auditEntry.findMany({
      where: { object: `it.help-desk/queue/${queueId}` },
      orderBy: { seq: 'asc' },
    });
    expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      `${LEAD} it.help-desk.write-queue`,
      `${LEAD} it.help-desk.write-queue`,
      `${ADMIN} it.help-desk.close-queue`,
    ]);
    expect(entries[1]?.detail).toBe(JSON.stringify({ channel: NETS, categories: ['network'], people: [MARA] }));
  });
});
