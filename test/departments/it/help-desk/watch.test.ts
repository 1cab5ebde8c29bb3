import { askRequester } from '../../../../src/departments/it/help-desk/service/converse.js';
import { resolveTicket } from '../../../../src/departments/it/help-desk/service/finish.js';
import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { sortTicket } from '../../../../src/departments/it/help-desk/service/sort.js';
import { BOSS, ELENA, LEAD, MARA, type OpenDesk, openTestDesk, TRIAGE } from './open-desk.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk.database.close());

/** Lets the clock of the office reach that moment, and the job run. */
const runAt = async (moment: string, job: string) => {
  desk.at(moment);
  const found = desk.desk.jobs?.find(({ name }) => name === `it.help-desk.${job}`);
  await desk.office.transact(
    (tx) => found?.run(tx, { dueAt: desk.now(), now: desk.now() }) ?? Promise.reject(new Error(job)),
  );
};
const told = async (key: string) => (await desk.posted()).filter(({ once }) => once.includes(key)).map(({ to }) => to);

describe('a target that is near', () => {
  it('is told once to whoever has the ticket', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => takeTicket(at, number, MARA));
    await runAt('2026-03-04T13:00:00Z', 'watch-targets');
    expect(await told('/near/')).toEqual([MARA]);
    await runAt('2026-03-04T13:01:00Z', 'watch-targets');
    expect(await told('/near/')).toEqual([MARA]);
  });

  it('is told in the triage thread where nobody has it', async () => {
    await desk.raise();
    await runAt('2026-03-02T11:00:00Z', 'watch-targets');
    expect(await told('/near/respond')).toEqual([TRIAGE]);
  });

  it('isn’t told before three quarters of the time are used', async () => {
    await desk.raise();
    await runAt('2026-03-02T10:59:00Z', 'watch-targets');
    expect(await told('/near/')).toEqual([]);
  });
});

describe('a target that was missed', () => {
  it('is told once to the leads, their managers and whoever has the ticket', async () => {
    const { number } = await desk.raise(ELENA, { priority: 'urgent' });
    await desk.work((at) => takeTicket(at, number, MARA));
    await runAt('2026-03-02T12:00:00Z', 'watch-targets');
    await runAt('2026-03-02T12:01:00Z', 'watch-targets');
    expect((await told('/late/')).sort()).toEqual([BOSS, LEAD, MARA].sort());
    expect(await told('/near/')).toEqual([]);
  });

  it('is told in the triage channel where nobody leads the desk', async () => {
    await desk.office.transact((tx) => tx.staff.appoint('it.help-desk', 'lead', []));
    await desk.raise(ELENA, { priority: 'urgent' });
    await runAt('2026-03-02T08:30:00Z', 'watch-targets');
    expect(await told('/late/respond')).toEqual([TRIAGE]);
  });

  it('isn’t told at night, but in the morning', async () => {
    desk.at('2026-03-02T14:00:00Z');
    await desk.raise(ELENA, { priority: 'urgent' });
    for (const closed of ['2026-03-02T15:00:00Z', '2026-03-02T22:00:00Z', '2026-03-03T06:59:00Z']) {
      await runAt(closed, 'watch-targets');
    }
    expect(await told('/late/')).toEqual([]);
    await runAt('2026-03-03T07:00:00Z', 'watch-targets');
    expect((await told('/late/respond')).sort()).toEqual([BOSS, LEAD].sort());
  });

  it('isn’t told while the requester has yet to answer', async () => {
    const { number } = await desk.raise(ELENA, { priority: 'urgent' });
    await desk.work((at) => askRequester(at, number, MARA, 'Which till?'));
    await runAt('2026-03-06T12:00:00Z', 'watch-targets');
    expect(await told('/late/')).toEqual([]);
  });

  it('is told again when the priority moved and the new target is missed as well', async () => {
    const { number } = await desk.raise(ELENA, { priority: 'urgent' });
    await runAt('2026-03-02T08:40:00Z', 'watch-targets');
    await desk.work((at) => sortTicket(at, number, MARA, { priority: 'high', category: 'till' }));
    expect(await told('/late/respond')).toHaveLength(2);
    await runAt('2026-03-02T09:00:00Z', 'watch-targets');
    expect(await told('/late/respond')).toHaveLength(4);
  });
});

describe('a question that waits', () => {
  it('is recalled once, after two working days, in working hours', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => askRequester(at, number, MARA, 'Which till?'));
    await runAt('2026-03-04T07:00:00Z', 'remind');
    expect(await told('/reminder/')).toEqual([]);
    await runAt('2026-03-04T08:00:00Z', 'remind');
    await runAt('2026-03-04T08:10:00Z', 'remind');
    expect(await told('/reminder/')).toEqual([ELENA]);
  });
});

describe('a resolved ticket', () => {
  it('closes by itself after three working days, and says so', async () => {
    const { number } = await desk.raise();
    await desk.work((at) => resolveTicket(at, number, MARA, ''));
    await runAt('2026-03-05T07:59:00Z', 'close');
    expect((await desk.ticket(number)).state).toBe('resolved');
    await runAt('2026-03-05T08:00:00Z', 'close');
    expect((await desk.ticket(number)).state).toBe('closed');
    expect((await desk.posted()).at(-1)?.text).toContain('🔒 Closed');
  });
});

describe('forms that were never sent', () => {
  it('are forgotten after a day', async () => {
    await desk.work((at) => at.drafts.open(ELENA, { channel: 'C1', ts: '1.1' }));
    await runAt('2026-03-04T08:00:00Z', 'tidy');
    expect(await desk.database.prisma.ticketDraft.count()).toBe(0);
  });
});
