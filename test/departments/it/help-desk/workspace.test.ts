import { askRequester } from '../../../../src/departments/it/help-desk/service/converse.js';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { watchTargets } from '../../../../src/departments/it/help-desk/service/watch.js';
import { ADMIN, BOSS, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE } from './open-desk.js';
import { happens } from './visits.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const posted = async (to: string) => (await desk.posted()).filter((letter) => letter.to === to);

describe('when a technician leaves the company', () => {
  it('their tickets go back to the queue, and the leads are told which', async () => {
    const first = await desk.raise();
    const second = await desk.raise();
    await desk.work((at) => takeTicket(at, first.number, MARA));
    await desk.work((at) => askRequester(at, second.number, MARA, 'Which?'));

    const gone = { type: 'user_change', user: { id: MARA, deleted: true } };
    expect(await happens(desk, gone)).toBe(false);

    for (const { number } of [first, second]) {
      expect(await desk.ticket(number)).toMatchObject({ state: 'new', assigneeId: null, remindAt: null });
    }
    expect((await posted(LEAD)).map(({ text }) => text)).toEqual([
      `Mara has left, so 2 tickets are back in the queue: #${first.number}, #${second.number}.`,
    ]);
  });

  it('somebody who changed only their name keeps theirs', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => takeTicket(at, number, MARA));
    await happens(desk, { type: 'user_change', user: { id: MARA, deleted: false, name: 'm' } });
    expect(await desk.ticket(number)).toMatchObject({ assigneeId: MARA });
  });
});

describe('when somebody who asked leaves the company', () => {
  const leave = async (id: string) => {
    await desk.database.prisma.person.update({ where: { id }, data: { deactivatedAt: new Date(0) } });
    await happens(desk, { type: 'user_change', user: { id, deleted: true } });
  };

  it('those who staff the desk are told under each open card, once, and nothing more is sent to them', async () => {
    const { number } = await desk.raise(RADU);
    const solved = await desk.raise(RADU);
    await desk.work((at) => resolveTicket(at, solved.number, MARA, ''));
    await leave(RADU);
    await leave(RADU);
    const before = (await posted(RADU)).length;

    expect(await refusal(desk.work((at) => askRequester(at, number, MARA, 'Which?')))).toContain('nobody would answer');
    await desk.work((at) => resolveTicket(at, number, MARA, 'Never mind'));

    expect(await posted(RADU)).toHaveLength(before);
    const told = (await posted(TRIAGE)).filter(({ text }) => text.includes('has left the company'));
    expect(told.map(({ text, target }) => [text.split(' and ')[0], target])).toEqual([
      ['👋 Radu &amp; &lt;co&gt; has left the company', `it.help-desk/${number}/triage/${TRIAGE}`],
    ]);
  });

  it('the colleague for whom they asked still hears', async () => {
    const { number } = await desk.raise(RADU, { behalfOfId: ELENA });
    await leave(RADU);
    await desk.work((at) => resolveTicket(at, number, MARA, 'Pulled the plug'));
    expect((await posted(ELENA)).at(-1)?.text).toContain('Pulled the plug');
  });

  it('the same is told where no event said so', async () => {
    await desk.raise(RADU);
    await desk.database.prisma.person.update({ where: { id: RADU }, data: { deactivatedAt: new Date(0) } });
    const job = desk.desk.jobs?.find(({ name }) => name === 'it.help-desk.put-back');
    for (let round = 0; round < 2; round++)
      await desk.office.transact(async (tx) => job?.run(tx, { dueAt: tx.now, now: tx.now }));
    expect((await posted(TRIAGE)).filter(({ text }) => text.includes('has left the company'))).toHaveLength(1);
  });
});

describe('a lead’s manager who has left', () => {
  it('is told of nothing that is late', async () => {
    await desk.raise();
    await desk.database.prisma.person.update({ where: { id: BOSS }, data: { deactivatedAt: new Date(0) } });
    desk.at('2026-03-02T13:00:00Z');
    await desk.work(watchTargets);
    expect(await posted(BOSS)).toEqual([]);
    expect(await posted(LEAD)).toHaveLength(1);
  });
});

describe('when the triage channel is out of reach', () => {
  const losses = ['channel_left', 'group_left', 'channel_archive', 'group_archive', 'channel_deleted'];

  it.each(losses)('by %s, the leads are told, and tickets are taken all the same', async (type) => {
    await happens(desk, { type, channel: TRIAGE });
    await happens(desk, { type, channel: TRIAGE });
    expect(await posted(LEAD)).toHaveLength(1);

    const { number } = await desk.raise();
    expect(await desk.ticket(number)).toMatchObject({ triageCard: null });
    expect(await posted(TRIAGE)).toEqual([]);
  });

  it('another channel is none of its business', async () => {
    await happens(desk, { type: 'channel_archive', channel: 'C0OTHER' });
    expect(await posted(LEAD)).toEqual([]);
  });

  it('nothing is said there, and once it is back its cards are brought up to date', async () => {
    const before = await desk.raise();
    await happens(desk, { type: 'channel_left', channel: TRIAGE });
    await desk.work((at) => takeTicket(at, before.number, MARA));
    const during = await desk.raise();
    expect((await posted(TRIAGE))[0]?.blocks).toContain('🆕 New');

    await happens(desk, { type: 'member_joined_channel', channel: TRIAGE, user: 'U0BOT' });
    expect((await posted(TRIAGE)).map(({ once }) => once)).toEqual([
      `it.help-desk/${before.number}/triage/${TRIAGE}`,
      `it.help-desk/${during.number}/triage/${TRIAGE}`,
    ]);
    expect((await posted(TRIAGE))[0]?.blocks).toContain('🔧 In progress');
  });

  it('a colleague who joins it changes nothing', async () => {
    await happens(desk, { type: 'channel_left', channel: TRIAGE });
    await desk.raise();
    await happens(desk, { type: 'member_joined_channel', channel: TRIAGE, user: MARA }, MARA);
    expect(await posted(TRIAGE)).toEqual([]);
  });

  it('choosing another one moves the open cards there, and says so on the old ones', async () => {
    const { number } = await desk.raise();
    await desk.office.transact(async (tx) => {
      await tx.settings.set('it.help-desk', { triage: 'C0NEW' }, ADMIN);
      await desk.desk.setup?.changed?.(tx, ADMIN);
    });
    expect((await posted(TRIAGE))[0]?.text).toBe(`Ticket #${number} is now in <#C0NEW>.`);
    expect(await posted('C0NEW')).toHaveLength(1);
  });
});

describe('🎫 on a message', () => {
  const react = (by: string, reaction = 'ticket') =>
    happens(
      desk,
      { type: 'reaction_added', reaction, user: by, item: { type: 'message', channel: 'C1', ts: '1.2' } },
      by,
    );
  const message = { channel: 'C1', ts: '1.2', threadTs: '1.1', userId: ELENA, files: [] };

  beforeEach(() => {
    desk.threads.set('C1/1.2', [
      { ...message, ts: '1.1', threadTs: null, userId: RADU, text: 'Does anybody’s printer work?' },
      { ...message, text: 'No, it jams &amp; smokes' },
    ]);
  });

  it('makes a ticket of it, for a colleague, with the thread so far', async () => {
    expect(await react(RADU)).toBe(true);
    const ticket = await desk.database.prisma.ticket.findFirstOrThrow();
    expect(ticket).toMatchObject({ text: 'No, it jams & smokes', requesterId: RADU, behalfOfId: ELENA });
    const thread = (await posted(TRIAGE)).find(({ target }) => target !== null);
    expect(thread?.text).toContain('> Radu &amp; &lt;co&gt;: Does anybody’s printer work?');
    expect((await posted('C1')).map(({ text }) => text)).toEqual([
      `🎫 This is ticket #${ticket.number} with IT now. News comes by direct message.`,
    ]);
  });

  it('by a technician makes it the author’s own', async () => {
    await react(MARA, 'admission_tickets');
    expect(await desk.database.prisma.ticket.findFirst()).toMatchObject({ requesterId: ELENA, behalfOfId: null });
  });

  it('once more tells which ticket it is', async () => {
    await react(RADU);
    await react(MARA);
    expect(await desk.database.prisma.ticket.count()).toBe(1);
    const whisper = (await desk.posted()).find(({ kind }) => kind === 'whisper');
    expect(whisper?.text).toContain('already');
  });

  it('with another sign is no business of the desk', async () => {
    expect(await react(RADU, 'tada')).toBe(false);
    expect(await desk.database.prisma.ticket.count()).toBe(0);
  });
});
