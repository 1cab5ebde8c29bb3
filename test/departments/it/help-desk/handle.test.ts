import { askRequester, tellDesk } from '../../../../src/departments/it/help-desk/service/converse.js';
import {
  dismissTicket,
  reopenTicket,
  resolveTicket,
  withdrawTicket,
} from '../../../../src/departments/it/help-desk/service/finish.js';
import { assignTicket, releaseTicket, takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { explainRating, rateTicket } from '../../../../src/departments/it/help-desk/service/rate.js';
import { sortTicket } from '../../../../src/departments/it/help-desk/service/sort.js';
import { UserError } from '../../../../src/platform/user-error.js';
import { ADMIN, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, RADU, refusal, TRIAGE, TUDOR } from './open-desk.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

const take = (number: number, by: string) => desk.work((at) => takeTicket(at, number, by));
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.in('en') : String(error)),
  );
const saidTo = async (to: string) => (await desk.posted()).filter((letter) => letter.to === to).map(({ text }) => text);

describe('taking a ticket', () => {
  it('tells the person who asked who is helping', async () => {
    const { number } = await desk.raise();
    expect(await take(number, MARA)).toMatchObject({ state: 'in_progress', assigneeId: MARA });
    expect(await saidTo(ELENA)).toContain(`🔧 Se ocupă <@${MARA}>.`);
  });

  it('goes to whoever pressed first, and the other is told who has it', async () => {
    for (let i = 0; i < 6; i++) {
      const { number } = await desk.raise();
      const pressed = [MARA, TUDOR].map((by) => outcomeOf(take(number, by)));
      const { assigneeId } = await Promise.all(pressed).then(() => desk.ticket(number));
      const first = assigneeId === MARA ? 'Mara' : 'Tudor';
      const told = `${first} has ticket #${number} already. Use “Assign…” if somebody else should have it.`;
      expect((await Promise.all(pressed)).sort()).toEqual([told, 'done'].sort());

      const letters = (await desk.posted()).filter(({ once }) => once.startsWith(`it.help-desk/${number}/said/`));
      expect(letters.map(({ to }) => to)).toEqual([ELENA]);
    }
  });

  it('of a ticket that was given to somebody else is refused with their name', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => assignTicket(at, number, LEAD, TUDOR));
    expect(await refusal(take(number, MARA))).toContain('was given to Tudor');
    expect(await take(number, TUDOR)).toMatchObject({ state: 'in_progress' });
  });
});

describe('giving a ticket to somebody', () => {
  it('tells them by direct message, and says so in the triage thread', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => assignTicket(at, number, MARA, TUDOR));
    expect(await saidTo(TUDOR)).toEqual([`<@${MARA}> gave you ticket #${number}.\nTill 3 is frozen`]);
    expect(await saidTo(TRIAGE)).toContain(`<@${MARA}> gave this to <@${TUDOR}>.`);
  });

  it('to oneself is to take it', async () => {
    const { number } = await desk.raise();
    expect(await desk.work((at) => assignTicket(at, number, MARA, MARA))).toMatchObject({ state: 'in_progress' });
    expect(await saidTo(MARA)).toEqual([]);
  });

  it('who doesn’t staff the desk is refused', async () => {
    const { number } = await desk.raise();
    expect(await refusal(desk.work((at) => assignTicket(at, number, MARA, RADU)))).toContain("doesn't staff IT");
  });

  it('and back to the queue is for whoever has it, or a lead', async () => {
    const { number } = await desk.raise();
    await take(number, MARA);
    expect(await refusal(desk.work((at) => releaseTicket(at, number, TUDOR)))).toContain('Ask a lead');
    expect(await desk.work((at) => releaseTicket(at, number, LEAD))).toMatchObject({ state: 'new', assigneeId: null });
  });
});

describe('asking back', () => {
  it('stops the clock until the requester answers', async () => {
    const { number } = await desk.raise();
    desk.later(60);
    const asked = await desk.work((at) => askRequester(at, number, MARA, 'Which till?'));
    expect(asked).toMatchObject({ state: 'waiting', assigneeId: MARA, spentMinutes: 60, runningSince: null });
    expect(asked.targets).toMatchObject([{ kind: 'resolve', dueAt: null }]);

    desk.at('2026-03-03T08:00:00Z');
    const told = await desk.work((at) => tellDesk(at, number, ELENA, { text: 'The third' }));
    expect(told).toMatchObject({ state: 'in_progress', spentMinutes: 60, remindAt: null });
    expect(told.targets[0]?.dueAt?.toString()).toBe('2026-03-05T15:00:00Z');
    expect((await saidTo(TRIAGE)).at(-1)).toContain(`<@${MARA}>`);
  });
});

describe('a ticket that is resolved', () => {
  const solve = async () => {
    const { number } = await desk.raise();
    await take(number, MARA);
    return desk.work((at) => resolveTicket(at, number, MARA, 'A new <cable>'));
  };

  it('tells the requester what solved it, shown as typed', async () => {
    const { closeAt } = await solve();
    expect((await saidTo(ELENA)).at(-1)).toBe(`✅ <@${MARA}> l-a rezolvat.\n> A new &lt;cable&gt;`);
    expect(closeAt?.toString()).toBe('2026-03-05T08:00:00Z');
  });

  it('can be reopened by whoever asked, with a clock that starts anew', async () => {
    const { number } = await solve();
    desk.at('2026-03-04T08:00:00Z');
    const reopened = await desk.work((at) => reopenTicket(at, number, ELENA, 'It froze again'));
    expect(reopened).toMatchObject({
      state: 'reopened',
      assigneeId: MARA,
      spentMinutes: 0,
      respondedAt: null,
      closeAt: null,
    });
    expect(reopened.targets.find(({ kind }) => kind === 'respond')?.dueAt?.toString()).toBe('2026-03-04T12:00:00Z');
    expect((await saidTo(TRIAGE)).at(-1)).toContain(`<@${MARA}>, you had it.`);
  });

  it('comes back free when whoever had it doesn’t staff the desk any more', async () => {
    const { number } = await solve();
    await desk.office.transact(({ staff }) => staff.appoint('it.help-desk', 'technician', [TUDOR]));
    expect(await desk.work((at) => reopenTicket(at, number, ELENA, ''))).toMatchObject({ assigneeId: null });
    const told = (await desk.posted()).map(({ text }) => text);
    expect(told.filter((text) => text.includes('you had it'))).toEqual([]);
    expect(await desk.work((at) => takeTicket(at, number, TUDOR))).toMatchObject({ assigneeId: TUDOR });
  });

  it('is then handed to the next in turn, where the desk works that way', async () => {
    const { number } = await solve();
    await desk.office.transact(async ({ staff, settings }) => {
      await staff.appoint('it.help-desk', 'technician', [TUDOR]);
      await settings.set('it.help-desk', { triage: TRIAGE, rotation: true }, LEAD);
    });
    const again = await desk.work((at) => reopenTicket(at, number, ELENA, ''));
    expect(again).toMatchObject({ state: 'reopened', assigneeId: TUDOR });
    expect((await desk.posted()).find(({ to }) => to === TUDOR)?.text).toContain(`Ticket #${number} is yours`);
  });

  it('can’t be reopened by its requester long after, but by a technician', async () => {
    const { number } = await solve();
    desk.at('2026-04-20T08:00:00Z');
    expect(await refusal(desk.work((at) => reopenTicket(at, number, ELENA, '')))).toContain('long ago');
    expect(await desk.work((at) => reopenTicket(at, number, TUDOR, ''))).toMatchObject({ state: 'reopened' });
  });

  it('is closed by a rating, which can be changed for a while and explained', async () => {
    const { number } = await solve();
    expect(await desk.work((at) => rateTicket(at, number, ELENA, 2))).toMatchObject({ state: 'closed', rating: 2 });
    expect(await desk.work((at) => rateTicket(at, number, ELENA, 5))).toMatchObject({ rating: 5 });
    expect((await saidTo(TRIAGE)).at(-1)).toBe(`<@${ELENA}> rated it 😀 5 of 5.`);
    const explained = await desk.work((at) => explainRating(at, number, ELENA, 'Quick & kind'));
    expect(explained).toMatchObject({ state: 'closed', rating: 5, ratingComment: 'Quick & kind' });
    expect((await saidTo(TRIAGE)).at(-1)).toBe(`<@${ELENA}> says about the rating:\n> Quick &amp; kind`);
    const acts = await desk.database.prisma.auditEntry.findMany({ where: { object: `it.help-desk/${number}` } });
    expect(acts.map(({ action }) => action).slice(-3)).toEqual(Array(3).fill('it.help-desk.rate'));

    desk.at('2026-04-20T08:00:00Z');
    expect(await refusal(desk.work((at) => rateTicket(at, number, ELENA, 1)))).toContain('long ago');
  });

  it('has nothing to be explained before it is rated', async () => {
    const { number } = await solve();
    const early = desk.work((at) => explainRating(at, number, ELENA, 'Slow'));
    expect(await refusal(early)).toBe(`Rate ticket #${number} first, then say something about it.`);
    expect(await desk.ticket(number)).toMatchObject({ state: 'resolved', ratingComment: null });
  });

  it('isn’t rated by the technician, nor by a colleague of the requester', async () => {
    const { number } = await solve();
    expect(await refusal(desk.work((at) => rateTicket(at, number, MARA, 5)))).toContain('Only whoever asked');
    expect(await refusal(desk.work((at) => rateTicket(at, number, RADU, 5)))).toContain('I find no ticket');
  });
});

describe('what isn’t for IT', () => {
  it('is put away with a reason, and can be reopened', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => dismissTicket(at, number, MARA, 'Please ask the front desk'));
    expect((await saidTo(ELENA)).at(-1)).toContain('> Please ask the front desk');
    expect(await desk.work((at) => reopenTicket(at, number, ELENA, 'No'))).toMatchObject({ state: 'reopened' });
  });

  it('can be withdrawn by whoever asked', async () => {
    const { number } = await desk.raise(ELENA, { behalfOfId: RADU });
    expect(await desk.work((at) => withdrawTicket(at, number, RADU))).toMatchObject({
      state: 'withdrawn',
      targets: [],
    });
    expect(await saidTo(ELENA)).toContain(`↩️ <@${RADU}> nu mai are nevoie de ajutor.`);
  });
});

describe('moving the priority', () => {
  it('sets new targets, from when it was raised', async () => {
    const { number } = await desk.raise();
    desk.later(15);
    const sorted = await desk.work((at) => sortTicket(at, number, ADMIN, { priority: 'urgent', category: 'till' }));
    expect(sorted.targets.map(({ kind, dueAt }) => [kind, dueAt?.toString()])).toEqual([
      ['respond', '2026-03-02T08:30:00Z'],
      ['resolve', '2026-03-02T12:00:00Z'],
    ]);
    expect((await saidTo(ELENA)).at(-1)).toBe('Prioritatea este acum 🔴 Urgentă.');
  });

  it('is written down, and told in triage with what it was changed to', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => sortTicket(at, number, MARA, { priority: 'urgent', category: 'till' }));
    const { prisma } = desk.database;
    const events = await prisma.ticketEvent.findMany({ where: { ticketNumber: number, kind: 'sorted' } });
    expect(events).toMatchObject([
      { actorId: MARA, detail: { fromPriority: 'normal', priority: 'urgent', category: 'till' } },
    ]);
    const actions = await prisma.auditEntry.findMany({ where: { object: `it.help-desk/${number}` } });
    expect(actions.map(({ action }) => action)).toEqual(['it.help-desk.raise', 'it.help-desk.sort']);
    const said = (await saidTo(TRIAGE)).at(-1);
    expect(said).toContain(`<@${MARA}> changed it to`);
    expect(said).toContain('Urgent');
    expect(said).toContain('Till');
  });

  it('tells the requester nothing where only the category changes, and one that no queue has moves nothing', async () => {
    const { number } = await desk.raise();
    const before = (await saidTo(ELENA)).length;
    await desk.work((at) => sortTicket(at, number, MARA, { priority: 'normal', category: 'network' }));
    expect(await saidTo(ELENA)).toHaveLength(before);
    const events = await desk.database.prisma.ticketEvent.findMany({ where: { ticketNumber: number } });
    expect(events.map(({ kind }) => kind)).toEqual(['raised', 'sorted']);
  });

  it('to what it is already does nothing', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => sortTicket(at, number, MARA, { priority: 'normal', category: 'till' }));
    expect(await desk.posted()).toHaveLength(2);
  });
});

describe('every act', () => {
  it('is audited, without a word of what was said', async () => {
    const { number } = await desk.raise(ELENA, { text: 'canary text' });
    await desk.work((at) => askRequester(at, number, MARA, 'canary question'));
    const entries = await desk.database.prisma.auditEntry.findMany({
      where: { object: `it.help-desk/${number}` },
      orderBy: { seq: 'asc' },
    });
    expect(entries.map(({ actor, action, object }) => [actor, action, object])).toEqual([
      [ELENA, 'it.help-desk.raise', `it.help-desk/${number}`],
      [MARA, 'it.help-desk.ask', `it.help-desk/${number}`],
    ]);
    expect(JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      'canary',
    );
  });
});
