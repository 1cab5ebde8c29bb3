import type { ModalView } from '@slack/types';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE, TUDOR } from './open-desk.js';
import { command, filled, press, send, textsOf } from './visits.js';

let desk: OpenDesk;
let number: number;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  await desk.begin();
  ({ number } = await desk.raise());
});
afterAll(() => desk.database.close());

const id = (name: string) => `it.help-desk.${name}`;
const onCard = { channel: TRIAGE, ts: '1.1', isPrivate: false };
const open = async (by: string, button: string, value = String(number)): Promise<ModalView> => {
  const answer = await press(desk, by, id(button), { value });
  if (!answer?.open) throw new Error('no form was opened');
  return answer.open;
};

describe('a button on an old card', () => {
  it('tells how things stand, and the card is drawn anew', async () => {
    await desk.delivered(`it.help-desk/${number}/triage/${TRIAGE}`, TRIAGE, '1.1');
    await desk.work((at) => takeTicket(at, number, MARA));
    const edits = async () => (await desk.posted()).filter(({ kind, to }) => kind === 'change' && to === TRIAGE);
    const [before] = await edits();
    expect(await refusal(press(desk, TUDOR, id('take'), { value: String(number), message: onCard }))).toContain(
      'Mara has ticket',
    );
    const after = await edits();
    expect(after).toHaveLength(1);
    expect(after[0]?.once).not.toBe(before?.once);
    expect(after[0]?.blocks).toContain('🔧 In progress');
  });

  it.each(['x', '', '-1', '1.5', '1e3', 'null', '٤٢', '99999999999'])(
    'whose value was forged to "%s" is refused',
    async (value) => {
      expect(await refusal(press(desk, MARA, id('take'), { value }))).toContain('is no ticket number');
    },
  );

  it('with the number of somebody else’s ticket is refused, whatever it would open', async () => {
    for (const button of [
      'ask-back',
      'reply',
      'resolve',
      'reopen',
      'tell',
      'assign',
      'open',
      'take',
      'withdraw',
      'close',
    ]) {
      expect(await refusal(press(desk, RADU, id(button), { value: String(number) }))).toContain('I find no ticket');
    }
    for (const choice of ['reply', 'note', 'sort', 'dismiss', 'details']) {
      expect(await refusal(press(desk, RADU, id('more'), { value: `${choice}:${number}` }))).toContain(
        'I find no ticket',
      );
    }
  });
});

describe('a dialog that could not be sent', () => {
  const pressed = (by: string, button: string, value = String(number)) =>
    refusal(press(desk, by, id(button), { value, message: onCard }));

  it('isn’t opened for somebody who sees the ticket but may not do it', async () => {
    for (const button of ['ask-back', 'reply', 'resolve', 'assign']) {
      expect(await pressed(ELENA, button)).toContain('Only those who staff IT');
    }
    for (const choice of ['reply', 'note', 'sort', 'move', 'dismiss']) {
      expect(await pressed(ELENA, 'more', `${choice}:${number}`)).toContain('Only those who staff IT');
    }
    expect(await pressed(MARA, 'tell')).toContain('Only whoever asked');
  });

  it('isn’t opened once the ticket is solved; it says so, and draws the old card anew', async () => {
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    await desk.delivered(`it.help-desk/${number}/triage/${TRIAGE}`, TRIAGE, '1.1');
    const edits = async () => (await desk.posted()).filter(({ kind, to }) => kind === 'change' && to === TRIAGE);
    const [before] = await edits();
    const sentence = await refusal(desk.work((at) => resolveTicket(at, number, MARA, '')));
    for (const button of ['ask-back', 'resolve', 'assign']) expect(await pressed(MARA, button)).toBe(sentence);
    expect(await pressed(MARA, 'more', `sort:${number}`)).toBe(sentence);
    expect((await edits()).at(-1)?.once).not.toBe(before?.once);
  });

  it('draws the old card anew, too, where an article can’t be made of it any more', async () => {
    await desk.delivered(`it.help-desk/${number}/triage/${TRIAGE}`, TRIAGE, '1.1');
    await pressed(MARA, 'more', `article:${number}`);
    expect((await desk.posted()).filter(({ kind, to }) => kind === 'change' && to === TRIAGE)).toHaveLength(1);
  });

  it('gets no canned reply put in by somebody who may not send it', async () => {
    const view = await open(MARA, 'reply');
    expect(await refusal(press(desk, ELENA, id('insert'), { value: 'restart-ro', view }))).toContain('Only those');
  });
});

describe('the dialogs behind the buttons', () => {
  it('reply, with a canned reply in the requester’s language put under what was written', async () => {
    const view = await open(MARA, 'reply');
    expect(textsOf(view.blocks)).toMatch(/Te rugăm să repornești \(ro\).*Please restart it \(en\)/);

    const put = await press(desk, MARA, id('insert'), {
      value: 'restart-ro',
      view,
      typed: filled({ text: 'Bună ziua' }),
    });
    if (!put?.update) throw new Error('nothing was put in');
    expect(textsOf(put.update.blocks)).toContain('Bună ziua\\nTe rugăm să oprești');

    expect(await send(desk, MARA, put.update, filled({ 'text-1': 'Bună ziua' }))).toEqual({ close: 'all' });
    expect((await desk.posted()).filter(({ to }) => to === ELENA).map(({ text }) => text)).toContain(
      `*<@${MARA}>*: Bună ziua`,
    );
  });

  it('note, which only those who staff the desk see', async () => {
    const answer = await press(desk, MARA, id('more'), { value: `note:${number}` });
    if (!answer?.open) throw new Error('no form was opened');
    await send(desk, MARA, answer.open, filled({ text: 'Third time this week' }));
    const letters = await desk.posted();
    expect(letters.filter(({ text }) => text.includes('Third time')).map(({ to }) => to)).toEqual([TRIAGE]);
  });

  it('assign, to a colleague with what they have to do, or back to the queue', async () => {
    const view = await open(MARA, 'assign');
    expect(textsOf(view.blocks)).toContain('0 open tickets');
    await send(desk, MARA, view, filled({ assignee: TUDOR }));
    expect(await desk.ticket(number)).toMatchObject({ assigneeId: TUDOR });

    const again = await open(TUDOR, 'assign');
    expect(textsOf(again.blocks)).toContain('Nobody: back to the queue');
    await send(desk, TUDOR, again, filled({ assignee: 'queue' }));
    expect(await desk.ticket(number)).toMatchObject({ assigneeId: null });
  });

  it('assign, forged to somebody who doesn’t staff the desk, is refused at the field', async () => {
    const sent = send(desk, MARA, await open(MARA, 'assign'), filled({ assignee: RADU }));
    await expect(sent).rejects.toMatchObject({ message: 'refusals.notStaff', field: 'assignee' });
  });

  it('priority and category', async () => {
    const answer = await press(desk, MARA, id('more'), { value: `sort:${number}` });
    if (!answer?.open) throw new Error('no form was opened');
    await send(desk, MARA, answer.open, filled({ priority: 'urgent', category: 'network' }));
    expect(await desk.ticket(number)).toMatchObject({ priority: 'urgent', category: 'network' });
  });

  it('asked for by a technician, but sent by the requester, do nothing', async () => {
    const view = await open(MARA, 'resolve');
    expect(await refusal(send(desk, ELENA, view, filled({ text: 'Solved' })))).toContain('Only those who staff IT');
    expect(await desk.ticket(number)).toMatchObject({ state: 'new' });
  });
});

describe('the faces', () => {
  beforeEach(() => desk.work((at) => resolveTicket(at, number, MARA, '')));

  it('rate the ticket, and ask for a word', async () => {
    const answer = await press(desk, ELENA, id('rate:2'), { value: String(number) });
    expect(await desk.ticket(number)).toMatchObject({ rating: 2, state: 'closed' });
    if (!answer?.open) throw new Error('no form was opened');
    await send(desk, ELENA, answer.open, filled({ text: 'Took long' }));
    expect(await desk.ticket(number)).toMatchObject({ ratingComment: 'Took long' });
  });

  it('may be given without a word', async () => {
    const answer = await press(desk, ELENA, id('rate:5'), { value: String(number) });
    if (!answer?.open) throw new Error('no form was opened');
    expect(await send(desk, ELENA, answer.open, filled({ text: '' }))).toEqual({ close: 'all' });
    expect(await desk.ticket(number)).toMatchObject({ rating: 5, ratingComment: null });
  });

  it.each(['rate:6', 'rate:0', 'rate:', 'rate'])('are five: %s is refused', async (face) => {
    expect(await refusal(press(desk, ELENA, id(face), { value: String(number) }))).toContain('no rating I know');
  });
});

describe('in the ticket’s own form', () => {
  it('a button shows the form as it is afterwards', async () => {
    const view = await open(MARA, 'open');
    const answer = await press(desk, MARA, id('take'), { value: String(number), view });
    expect(textsOf(answer?.update?.blocks)).toContain('🔧 In progress');
  });
});

describe('canned replies', () => {
  const manage = async (by: string) => (await command(desk, by, 'replies'))?.open;
  const write = async (by: string, title: string) => {
    const view = (await press(desk, by, id('add-reply')))?.push;
    if (!view) throw new Error('no form was opened');
    return send(desk, by, view, filled({ title, text: 'Which one?', language: 'en' }));
  };

  it('are added, changed and deleted by leads', async () => {
    expect(textsOf((await write(LEAD, 'Ask which'))?.update?.blocks)).toContain('Ask which');
    const [reply] = await desk.database.prisma.cannedReply.findMany();
    const view = (await press(desk, LEAD, id('edit-reply'), { value: reply?.id ?? '' }))?.push;
    if (!view) throw new Error('no form was opened');
    await send(desk, LEAD, view, filled({ title: 'Ask where', text: 'Where is it?', language: 'en' }));
    expect(await desk.database.prisma.cannedReply.findMany()).toMatchObject([{ id: reply?.id, title: 'Ask where' }]);
    expect(textsOf((await open(MARA, 'reply')).blocks)).toContain('Ask where (en)');

    expect(textsOf((await manage(LEAD))?.blocks)).toContain("“Ask where” can't be put in any more.");
    await press(desk, LEAD, id('remove-reply'), { value: reply?.id ?? '' });
    expect(await desk.database.prisma.cannedReply.count()).toBe(0);
    expect(await refusal(press(desk, LEAD, id('remove-reply'), { value: reply?.id ?? '' }))).toContain(
      "doesn't exist any more",
    );
  });

  it('are nothing for others to change', async () => {
    expect(await refusal(manage(MARA))).toContain('Only leads');
    expect(await refusal(write(MARA, 'Mine'))).toContain('Only leads');
    expect(await refusal(press(desk, MARA, id('remove-reply'), { value: 'x' }))).toContain('Only leads');
    expect(await desk.database.prisma.cannedReply.count()).toBe(0);
  });

  it('that come with the desk can’t be changed', async () => {
    expect(textsOf((await manage(LEAD))?.blocks)).toContain('Please restart it');
    expect(await refusal(press(desk, LEAD, id('remove-reply'), { value: 'restart-en' }))).toContain(
      "doesn't exist any more",
    );
  });
});
