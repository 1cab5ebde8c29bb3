import { ADMIN, ELENA, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE, TUDOR } from './open-desk.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

describe('somebody who asks for help', () => {
  it('gets a card by direct message, in their language, and the technicians get theirs', async () => {
    const { number } = await desk.raise();

    const letters = await desk.posted();
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual([
      ['post', ELENA],
      ['post', TRIAGE],
    ]);
    expect(letters[0]).toMatchObject({ text: `#${number} (🆕 Nou): Till 3 is frozen` });
    expect(letters[1]).toMatchObject({ text: `#${number} (🆕 New): Till 3 is frozen` });
    expect(letters[1]?.blocks).toContain('it.help-desk.take');
    expect(letters[0]?.blocks).not.toContain('it.help-desk.take');
  });

  it('hears by when: a normal ticket raised at ten is answered by two, and solved within three working days', async () => {
    const { number } = await desk.raise();
    const { targets } = await desk.ticket(number);
    const due = Object.fromEntries(targets.map(({ kind, dueAt }) => [kind, dueAt?.toString()]));
    expect(due).toEqual({ respond: '2026-03-02T12:00:00Z', resolve: '2026-03-05T08:00:00Z' });
  });

  it('for a colleague keeps both informed', async () => {
    await desk.raise(ELENA, { behalfOfId: RADU });
    const [mine, theirs] = await desk.posted();
    expect(mine).toMatchObject({ to: ELENA });
    expect(theirs).toMatchObject({ to: RADU });
    expect(theirs?.blocks).toContain(`<@${ELENA}> asked for you`);
  });

  it('for themselves asks for nobody else', async () => {
    expect(await desk.raise(ELENA, { behalfOfId: ELENA })).toMatchObject({ behalfOfId: null });
  });

  it('can’t ask for somebody who has left', async () => {
    await desk.database.prisma.person.update({ where: { id: RADU }, data: { deactivatedAt: new Date() } });
    const no = await refusal(desk.raise(ELENA, { behalfOfId: RADU }));
    expect(no).toContain('Radu');
    expect(no).toContain('no longer works here');
    expect(await desk.posted()).toEqual([]);
  });

  it('can’t ask for an app, nor for somebody whom Slack hasn’t told us of', async () => {
    await desk.database.prisma.person.update({ where: { id: RADU }, data: { isBot: true } });
    expect(await refusal(desk.raise(ELENA, { behalfOfId: RADU }))).toContain("can't be raised for apps");
    expect(await refusal(desk.raise(ELENA, { behalfOfId: 'U0NOBODY' }))).toContain('name them in the text');
    expect(await desk.posted()).toEqual([]);
  });

  it('and is refused leaves no gap among the numbers', async () => {
    const { number } = await desk.raise();
    await refusal(desk.raise(ELENA, { behalfOfId: 'U0NOBODY' }));
    expect((await desk.raise()).number).toBe(number + 1);
  });

  it('leaves in the record what was asked for and how, without a word of it', async () => {
    const recorded = async ({ number }: { number: number }) => {
      const { prisma } = desk.database;
      const entries = await prisma.auditEntry.findMany({ where: { object: `it.help-desk/${number}` } });
      return entries.map(({ actor, action, detail }) => ({ actor, action, detail: JSON.parse(detail) }));
    };
    const raised = { actor: ELENA, action: 'it.help-desk.raise' };
    const what = { category: 'till', priority: 'normal' };
    const origin = { channel: 'C1', ts: '2.2', link: null, excerpt: null, files: [] };
    expect(await recorded(await desk.raise())).toEqual([
      { ...raised, detail: { ...what, forOther: false, fromMessage: false } },
    ]);
    expect(await recorded(await desk.raise(ELENA, { behalfOfId: RADU, priority: 'high', origin }))).toEqual([
      { ...raised, detail: { ...what, priority: 'high', forOther: true, fromMessage: true } },
    ]);
  });

  it('from a message with files and nothing else has their names in the history, and no empty quotation', async () => {
    const files = [{ id: 'F1', name: 'smoke.png' }];
    const { number } = await desk.raise(ELENA, {
      origin: { channel: 'C1', ts: '3.3', link: null, excerpt: null, files },
    });
    const events = await desk.database.prisma.ticketEvent.findMany({
      where: { ticketNumber: number },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ kind, fileNames }) => [kind, fileNames])).toEqual([
      ['raised', []],
      ['excerpt', ['smoke.png']],
    ]);
    expect((await desk.posted()).map(({ kind, to }) => [kind, to])).toEqual([
      ['post', ELENA],
      ['post', TRIAGE],
      ['file', TRIAGE],
    ]);
  });

  it('from a message is told which ticket that message is already', async () => {
    const origin = {
      channel: 'C1',
      ts: '1.1',
      link: null,
      excerpt: 'Elena: it smokes',
      files: [{ id: 'F1', name: 'smoke.png' }],
    };
    const { number } = await desk.raise(ELENA, { origin });
    expect(await refusal(desk.raise(RADU, { origin }))).toContain(`ticket #${number} already`);

    const files = (await desk.posted()).filter(({ kind }) => kind === 'file');
    expect(files).toMatchObject([{ to: TRIAGE }]);
  });
});

describe('before anybody is set up to answer', () => {
  beforeEach(() => desk.begin({ triage: null, staffed: false }));

  it('a ticket is kept, its requester is told so, and the admins are told once', async () => {
    const first = await desk.raise();
    await desk.raise();
    const letters = await desk.posted();
    expect(letters.filter(({ to }) => to === ADMIN)).toHaveLength(1);
    expect(letters[0]?.blocks).toContain('nu e stabilit cine răspunde');
    expect(await desk.ticket(first.number)).toMatchObject({ state: 'new', triageCard: null });
  });

  it('tickets that waited get their card once there is a channel', async () => {
    const { number } = await desk.raise();
    await desk.office.transact(async (tx) => {
      await tx.settings.set('it.help-desk', { triage: TRIAGE }, ADMIN);
      await tx.staff.appoint('it.help-desk', 'technician', [MARA]);
      await desk.desk.setup?.changed?.(tx, ADMIN);
    });
    expect((await desk.posted()).filter(({ to }) => to === TRIAGE)).toHaveLength(1);
    expect((await desk.posted()).find(({ to }) => to === ELENA)?.blocks).not.toContain('nu e stabilit');
    expect(await desk.ticket(number)).toMatchObject({ triageChannel: TRIAGE });
  });
});

describe('when tickets are handed out in turn', () => {
  beforeEach(() => desk.begin({ rotation: true }));

  it('each technician gets one, whoever has waited longest first', async () => {
    const given: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      given.push((await desk.raise()).assigneeId);
      desk.later(1);
    }
    expect(given).toEqual([MARA, TUDOR, MARA, TUDOR]);
  });

  it('nobody who is away gets one', async () => {
    await desk.database.prisma.absence.create({
      data: { personId: MARA, firstDay: new Date('2026-03-01'), lastDay: new Date('2026-03-05') },
    });
    expect((await desk.raise()).assigneeId).toBe(TUDOR);
    expect((await desk.raise()).assigneeId).toBe(TUDOR);
  });

  it('nobody is handed what they asked for themselves, unless there is nobody else', async () => {
    expect((await desk.raise(MARA)).assigneeId).toBe(TUDOR);
    expect((await desk.raise(TUDOR)).assigneeId).toBe(MARA);
    await desk.database.prisma.absence.create({
      data: { personId: TUDOR, firstDay: new Date('2026-03-01'), lastDay: new Date('2026-03-05') },
    });
    expect((await desk.raise(MARA)).assigneeId).toBe(MARA);
  });

  it('the history says to whom it was given, and by nobody', async () => {
    const { number } = await desk.raise();
    const event = await desk.database.prisma.ticketEvent.findFirst({
      where: { ticketNumber: number, kind: 'assigned' },
    });
    expect(event).toMatchObject({ actorId: null, detail: { from: null, to: MARA } });
  });

  it('waits in the queue when everybody is away', async () => {
    for (const personId of [MARA, TUDOR]) {
      await desk.database.prisma.absence.create({
        data: { personId, firstDay: new Date('2026-03-01'), lastDay: new Date('2026-03-05') },
      });
    }
    const { number, ...ticket } = await desk.raise();
    expect(ticket).toMatchObject({ state: 'new', assigneeId: null });
    const events = await desk.database.prisma.ticketEvent.findMany({ where: { ticketNumber: number } });
    expect(events.map(({ kind }) => kind)).toEqual(['raised']);
  });

  it('the technician hears of it', async () => {
    const { number } = await desk.raise();
    expect((await desk.posted()).find(({ to }) => to === MARA)?.text).toContain(`Ticket #${number} is yours`);
  });
});
