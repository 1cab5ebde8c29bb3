import type { ModalView } from '@slack/types';
import { ids } from '../../../../src/departments/office/approvals/ids.js';
import type { CommandVisit } from '../../../../src/platform/doors/doors.js';
import { ANA, BOGDAN, CORA, DAN, heard, type OpenRequests, openRequests } from './requests.js';

let open: OpenRequests;
beforeAll(async () => {
  open = await openRequests();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const state = async (id: string) => open.prisma.approval.findUniqueOrThrow({ where: { id } });
const queue = async (by: string): Promise<ModalView> => {
  const visit: CommandVisit = { ...(await open.visitBy(by)), text: '', channel: { id: 'C1' } };
  const answer = await open.desk.hubCommands?.find(({ name }) => name === 'approvals')?.run(visit);
  if (!answer?.open) throw new Error('no queue was opened');
  return answer.open;
};
const delegationForm = async (by: string): Promise<ModalView> => {
  const visit: CommandVisit = { ...(await open.visitBy(by)), text: '', channel: { id: 'C1' } };
  const answer = await open.desk.hubCommands?.find(({ name }) => name === 'delegate')?.run(visit);
  if (!answer?.open) throw new Error('no form was opened');
  return answer.open;
};
const text = (view: unknown) => JSON.stringify(view);
const run = async (name: string) => {
  const job = open.desk.jobs?.find((one) => one.name === `office.approvals.${name}`);
  await open.office.transact((tx) => job?.run(tx, { dueAt: open.now(), now: open.now() }) ?? Promise.resolve());
};

describe('a card', () => {
  it('goes to those who decide, in their language, and to nobody who may not', async () => {
    await open.ask('first', { deciders: [ANA, CORA, BOGDAN, DAN], barred: [DAN] });
    expect(await open.said(ANA)).toEqual([expect.stringContaining('Waits for your decision')]);
    expect(await open.said(CORA)).toEqual([expect.stringContaining('Așteaptă decizia ta')]);
    expect(await open.said(BOGDAN)).toEqual([]);
    expect(await open.said(DAN)).toEqual([]);
  });

  it('is not asked for where nobody could decide', async () => {
    expect(await open.refusal(open.ask('alone', { deciders: [BOGDAN] }))).toContain('nobody who could decide');
    expect(await open.prisma.approval.count()).toBe(0);
  });

  it('belongs to whoever pressed first; the second is told by whom and sees it so', async () => {
    const id = await open.ask('first', { deciders: [ANA, CORA] });
    const presses = await Promise.allSettled([open.press(ANA, ids.approve, id), open.press(CORA, ids.approve, id)]);
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(heard).toEqual(['first approved']);
    const { decidedBy } = await state(id);
    expect(await open.refusal(open.press(DAN, ids.approve, id))).toContain(`<@${decidedBy}> has approved this already`);
  });

  it('can’t be decided by whoever asked, prepared it, or isn’t asked', async () => {
    const id = await open.ask('first', { deciders: [ANA, BOGDAN, CORA], barred: [CORA] });
    expect(await open.refusal(open.press(BOGDAN, ids.approve, id))).toContain('Nobody decides on what they asked');
    expect(await open.refusal(open.press(CORA, ids.approve, id))).toContain('somebody else decides');
    expect(await open.refusal(open.press(DAN, ids.approve, id))).toContain('not for you');
    expect(await open.refusal(open.press(DAN, ids.look, id))).toContain('not for you');
    expect(await open.refusal(open.press(ANA, ids.approve, 'no id'))).toContain('no longer waits');
    expect((await state(id)).state).toBe('open');
  });

  it('of something that was asked anew is withdrawn', async () => {
    const id = await open.ask('first');
    await open.ask('first', { version: 2 });
    expect((await state(id)).state).toBe('withdrawn');
    expect(await open.refusal(open.press(ANA, ids.approve, id))).toContain('taken back');
  });

  it('is returned with a reason, and not without', async () => {
    const id = await open.ask('first');
    const form = (await open.press(ANA, ids.giveBack, id))?.open;
    expect(await open.send(ANA, form as ModalView, { reason: ' \u200b ' })).toHaveProperty('errors.reason');
    await open.send(ANA, form as ModalView, { reason: 'Not that <day>' });
    expect(await state(id)).toMatchObject({ state: 'returned', reason: 'Not that <day>' });
    const changed = await open.said(ANA);
    expect(changed.join()).toContain('Not that &lt;day&gt;');
  });

  it('of something that is gone can’t be decided, and waits for nobody any more', async () => {
    const id = await open.ask('gone');
    expect(await open.refusal(open.press(ANA, ids.approve, id))).toContain('no longer waits');
    expect((await state(id)).state).toBe('withdrawn');
    expect(text(await queue(ANA))).toContain('Nothing waits');
  });

  it('whose desk declines stays open', async () => {
    const id = await open.ask('impossible');
    expect(await open.refusal(open.press(ANA, ids.approve, id))).toBe('That day is taken.');
    expect((await state(id)).state).toBe('open');
  });

  it('shows everything that the decision needs, also of what was decided', async () => {
    const id = await open.ask('first');
    expect(text((await open.press(ANA, ids.look, id))?.open)).toContain('All about it');
    await open.press(ANA, ids.approve, id);
    const view = text((await open.press(ANA, ids.look, id))?.open);
    expect(view).toContain('approved this · ');
    expect(view).toContain(ids.undo);
    const gone = await open.ask('gone');
    expect(text((await open.press(ANA, ids.look, gone))?.open)).toContain('is gone');
  });

  it('can be taken back by whoever approved, for a quarter of an hour', async () => {
    const id = await open.ask('first', { deciders: [ANA, CORA] });
    await open.press(ANA, ids.approve, id);
    expect(await open.refusal(open.press(CORA, ids.undo, id))).toContain(`Only <@${ANA}>`);
    open.later(14);
    await open.press(ANA, ids.undo, id);
    expect((await state(id)).state).toBe('open');
    await open.press(CORA, ids.approve, id);
    open.later(15);
    expect(await open.refusal(open.press(CORA, ids.undo, id))).toContain('15 minutes');
    expect(heard).toEqual(['first approved', 'first undone', 'first approved']);
  });
});

describe('what followed an approval', () => {
  it('as a second question is withdrawn when the first yes is taken back', async () => {
    const first = await open.ask('first');
    await open.press(ANA, ids.approve, first);
    const second = await open.ask('first', { level: 2, deciders: [CORA], barred: [ANA] });
    await open.press(ANA, ids.undo, first);
    expect((await state(first)).state).toBe('open');
    expect((await state(second)).state).toBe('withdrawn');
  });

  it('as a second yes keeps the first from being taken back', async () => {
    const first = await open.ask('first');
    await open.press(ANA, ids.approve, first);
    await open.press(CORA, ids.approve, await open.ask('first', { level: 2, deciders: [CORA], barred: [ANA] }));
    expect(await open.refusal(open.press(ANA, ids.undo, first))).toContain('decided or asked since');
    expect((await state(first)).state).toBe('approved');
  });

  it('as a newer version stays asked, and keeps the old one from being taken back', async () => {
    const old = await open.ask('first');
    await open.press(ANA, ids.approve, old);
    open.later(1);
    const newer = await open.ask('first', { version: 2 });
    expect(await open.refusal(open.press(ANA, ids.undo, old))).toContain('decided or asked since');
    expect((await state(newer)).state).toBe('open');
  });
});

describe('the queue', () => {
  it('is calm when it is empty, and App Home shows nothing of it', async () => {
    expect(text(await queue(ANA))).toContain('Nothing waits for your decision');
    expect(await open.desk.home?.blocks(await open.visitBy(ANA))).toEqual([]);
  });

  it('approves several at once, and says which could not be', async () => {
    const chosen = [await open.ask('one'), await open.ask('impossible'), await open.ask('two')];
    const answer = await open.send(ANA, await queue(ANA), { chosen });
    expect(text(answer?.update)).toContain('2 approved');
    expect(text(answer?.update)).toMatch(/impossible[^•]*\*: That day is taken\./);
    const states = await open.prisma.approval.findMany({ orderBy: { id: 'asc' } });
    expect(states.map((one) => one.state)).toEqual(['approved', 'open', 'approved']);
    expect(await open.send(ANA, await queue(ANA), { chosen: [] })).toHaveProperty('errors.chosen');
  });

  it('of sixty fits into Slack’s forms, page by page, oldest first', async () => {
    for (let number = 1; number <= 60; number++) await open.ask(`nr-${number}`);
    const first = await queue(ANA);
    expect(first.blocks.length).toBeLessThanOrEqual(100);
    expect(text(first)).toContain('60 wait for your decision');
    expect(text(first)).toContain('nr-1 ');
    expect(text(first)).toContain('Page 1 of 8');
    const last = (await open.press(ANA, ids.page, '99', first))?.update;
    expect(text(last)).toContain('nr-60 ');
    expect(text(last)).toContain('Page 8 of 8');
    const home = (await open.desk.home?.blocks(await open.visitBy(ANA))) ?? [];
    expect(text(home)).toContain('And 55 more');
  });
});

describe('whoever stands in', () => {
  const away = (until: string, from = '2026-03-02') => ({ delegate: DAN, from, until, note: 'On leave' });

  it('is told, gets what waits, and decides in the other’s name on these days only', async () => {
    const id = await open.ask('first');
    const saved = await open.send(ANA, await delegationForm(ANA), away('2026-03-03'));
    expect(text(saved?.update)).toContain('may decide for you');
    expect(await open.said(DAN)).toEqual([
      expect.stringContaining('lets you decide in their place'),
      expect.stringContaining('you stand in for'),
    ]);
    await open.press(DAN, ids.approve, id);
    expect(await state(id)).toMatchObject({ decidedBy: DAN, actingFor: ANA });

    const second = await open.ask('second');
    open.at('2026-03-03T21:59:00Z');
    expect(text(await queue(DAN))).toContain('second');
    open.at('2026-03-03T22:00:00Z');
    expect(text(await queue(DAN))).not.toContain('second');
    expect(await open.refusal(open.press(DAN, ids.approve, second))).toContain('not for you');
  });

  it('never decides on what they asked for themselves', async () => {
    await open.send(ANA, await delegationForm(ANA), away('2026-03-06'));
    const id = await open.ask('own', { by: DAN });
    expect(await open.refusal(open.press(DAN, ids.approve, id))).toContain('Nobody decides on what they asked');
    expect(text(await queue(DAN))).not.toContain('own of');
  });

  it('for whoever asked has no say, although that one is among those who decide', async () => {
    await open.send(BOGDAN, await delegationForm(BOGDAN), away('2026-03-06'));
    const id = await open.ask('first', { deciders: [ANA, BOGDAN] });
    expect(await open.refusal(open.press(DAN, ids.approve, id))).toContain('not for you');
    expect(await open.refusal(open.press(DAN, ids.look, id))).toContain('not for you');
    expect(text(await queue(DAN))).toContain('Nothing waits');
    expect((await open.said(DAN)).join()).not.toContain('first');
  });

  it('for somebody who has left has no say either', async () => {
    await open.send(ANA, await delegationForm(ANA), away('2026-03-06'));
    const id = await open.ask('first', { deciders: [ANA, CORA] });
    await open.prisma.person.update({ where: { id: ANA }, data: { deactivatedAt: new Date('2026-03-02') } });
    expect(await open.refusal(open.press(DAN, ids.approve, id))).toContain('not for you');
  });

  it('sees on the card that others decide once they were taken off, and the buttons when they are back', async () => {
    await open.ask('first');
    await open.send(ANA, await delegationForm(ANA), away('2026-03-06'));
    expect(await open.cardsOf(DAN)).toContain(ids.approve);
    const { id } = await open.prisma.delegation.findFirstOrThrow();
    await open.press(ANA, ids.removeDelegation, id, await delegationForm(ANA));
    expect(await open.cardsOf(DAN)).toContain('Somebody else decides');
    expect(await open.cardsOf(DAN)).not.toContain(ids.approve);
    await open.send(ANA, await delegationForm(ANA), away('2026-03-06'));
    expect(await open.cardsOf(DAN)).toContain(ids.approve);
  });

  it('is one for each day, also when two forms are sent at once', async () => {
    const form = await delegationForm(ANA);
    const sent = [open.send(ANA, form, away('2026-03-06')), open.send(ANA, form, away('2026-03-06'))];
    expect((await Promise.allSettled(sent)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await open.prisma.delegation.count()).toBe(1);
  });

  it('in a circle harms nobody', async () => {
    await open.send(ANA, await delegationForm(ANA), away('2026-03-06'));
    await open.send(DAN, await delegationForm(DAN), { ...away('2026-03-06'), delegate: ANA });
    const id = await open.ask('first');
    await open.press(DAN, ids.approve, id);
    expect((await state(id)).actingFor).toBe(ANA);
  });

  it('is chosen for days to come, once for each, and can be taken off again', async () => {
    const form = await delegationForm(ANA);
    const refused = (answers: Record<string, string>) => open.refusal(open.send(ANA, form, answers));
    expect(await refused({ ...away('2026-03-06'), delegate: ANA })).toContain('stand in for yourself');
    expect(await refused({ ...away('2026-03-06'), delegate: 'U0NOBODY' })).toContain('choose another');
    expect(await refused(away('2026-03-06', '2026-03-01'))).toContain('That day is over');
    expect(await refused(away('2026-03-01'))).toContain('before the first');
    expect(await refused(away('2027-06-01'))).toContain('more than a year');
    await open.send(ANA, form, away('2026-03-06'));
    expect(await refused(away('2026-03-09', '2026-03-06'))).toContain('stands in for you already');
    expect(await open.send(ANA, form, { from: '2026-03-09' })).toHaveProperty('errors.delegate');
    const { id } = await open.prisma.delegation.findFirstOrThrow();
    expect(await open.refusal(open.press(CORA, ids.removeDelegation, id))).toContain('removed already');
    await open.press(ANA, ids.removeDelegation, id, await delegationForm(ANA));
    expect(await open.prisma.delegation.count()).toBe(0);
  });
});

describe('by the clock', () => {
  it('deciders are reminded in the morning, once a day, with one message for all', async () => {
    await open.ask('first');
    await open.ask('second');
    await open.ask('third', { deciders: [CORA] });
    await open.press(
      CORA,
      ids.approve,
      (await open.prisma.approval.findFirstOrThrow({ where: { subject: 'third' } })).id,
    );
    open.at('2026-03-03T07:30:00Z');
    await run('remind');
    expect((await open.said(ANA)).filter((letter) => letter.includes('more than a day'))).toEqual([]);
    open.at('2026-03-04T07:15:00Z');
    await run('remind');
    open.later(15);
    await run('remind');
    const reminders = (await open.said(ANA)).filter((letter) => letter.includes('more than a day'));
    expect(reminders).toEqual([expect.stringContaining('2 requests have waited')]);
    expect((await open.said(CORA)).join()).not.toContain('mai mult de o zi');
  });

  it('nobody is reminded on a Sunday or while away', async () => {
    await open.ask('first');
    open.at('2026-03-08T07:15:00Z');
    await run('remind');
    await open.prisma.absence.create({
      data: { personId: ANA, firstDay: new Date('2026-03-09'), lastDay: new Date('2026-03-09') },
    });
    open.at('2026-03-09T07:15:00Z');
    await run('remind');
    expect((await open.said(ANA)).join()).not.toContain('more than a day');
  });

  it('what waits for somebody who has left goes to whom the desk says', async () => {
    const id = await open.ask('first');
    await open.prisma.person.update({ where: { id: ANA }, data: { deactivatedAt: new Date('2026-03-02') } });
    await run('follow-people');
    expect(await open.said(DAN)).toEqual([expect.stringContaining('Waits for your decision')]);
    await open.press(DAN, ids.approve, id);
    expect((await state(id)).decidedBy).toBe(DAN);
  });

  it('what waits for somebody who is away alone goes to others as well, and to both when they are back', async () => {
    const id = await open.ask('first');
    await run('follow-people');
    expect((await state(id)).deciderIds).toEqual([ANA]);
    const [firstDay, lastDay] = [new Date('2026-03-02'), new Date('2026-03-03')];
    await open.prisma.absence.create({ data: { personId: ANA, firstDay, lastDay } });
    await run('follow-people');
    await run('follow-people');
    expect((await state(id)).deciderIds).toEqual([ANA, DAN]);
    expect((await open.said(DAN)).filter((letter) => letter.includes('first'))).toHaveLength(1);
    await open.press(ANA, ids.approve, id);
    expect((await state(id)).decidedBy).toBe(ANA);
  });

  it('what waits for somebody who is away with somebody standing in stays where it is', async () => {
    const id = await open.ask('first');
    await open.send(ANA, await delegationForm(ANA), { delegate: CORA, from: '2026-03-02', until: '2026-03-03' });
    const [firstDay, lastDay] = [new Date('2026-03-02'), new Date('2026-03-03')];
    await open.prisma.absence.create({ data: { personId: ANA, firstDay, lastDay } });
    await run('follow-people');
    expect((await state(id)).deciderIds).toEqual([ANA]);
  });

  it('whoever begins to stand in today gets the cards in the morning', async () => {
    await open.ask('first');
    await open.send(ANA, await delegationForm(ANA), { delegate: CORA, from: '2026-03-04', until: '2026-03-05' });
    expect((await open.said(CORA)).join()).not.toContain('first');
    open.at('2026-03-04T06:00:00Z');
    await run('follow-people');
    await run('follow-people');
    expect((await open.said(CORA)).filter((letter) => letter.includes('first'))).toHaveLength(1);
  });
});
