import { pino } from 'pino';
import { takeTicket } from '../../../../src/departments/it/help-desk/service/handle.js';
import { createScheduler } from '../../../../src/platform/scheduler/scheduler.js';
import { ELENA, LEAD, MARA, type OpenDesk, openTestDesk, TRIAGE, TUDOR } from './open-desk.js';
import { happens } from './visits.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
beforeEach(async () => {
  await desk.begin();
  await desk.database.prisma.jobCursor.deleteMany();
  await desk.database.prisma.occurrence.deleteMany();
  found(TRIAGE);
  await scheduler().runDue();
});
afterAll(() => desk.database.close());

const scheduler = () => {
  const { office, database, desk: helpDesk } = desk;
  const log = pino({ level: 'silent' });
  return createScheduler({ office, database, jobs: helpDesk.jobs ?? [], clock: office.clock, log, retryAfterMs: [] });
};
/** The office was stopped, heard nothing, and starts again a while later. */
const startAgain = async () => {
  desk.later(15);
  const runs = await scheduler().runDue();
  expect(runs.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
};
const found = (id: string, { isArchived = false, isMember = true } = {}) =>
  desk.channels.set(id, { id, name: 'it', isPrivate: false, isArchived, isMember });
const deactivate = (id: string) =>
  desk.database.prisma.person.update({ where: { id }, data: { deactivatedAt: new Date(0) } });
const posted = async (to: string) => (await desk.posted()).filter((letter) => letter.to === to);
const lost = () => desk.look(async (at) => [...at.lost].sort());

describe('a channel that came back while the office was stopped', () => {
  beforeEach(() => happens(desk, { type: 'channel_archive', channel: TRIAGE }));

  it('gets the cards that it lacks', async () => {
    const { number } = await desk.raise();
    expect(await posted(TRIAGE)).toEqual([]);
    await startAgain();
    expect(await lost()).toEqual([]);
    expect((await posted(TRIAGE)).map(({ once }) => once)).toContain(`it.help-desk/${number}/triage/${TRIAGE}`);
  });

  it.each([{ isArchived: true }, { isMember: false }])('stays lost with %j', async (fate) => {
    found(TRIAGE, fate);
    await startAgain();
    expect(await lost()).toEqual([TRIAGE]);
    expect(await posted(LEAD)).toHaveLength(1);
  });
});

describe('a channel that went while the office was stopped', () => {
  it.each([{ isArchived: true }, { isMember: false }])('is told to the leads, once, with %j', async (fate) => {
    found(TRIAGE, fate);
    await startAgain();
    await startAgain();
    expect(await lost()).toEqual([TRIAGE]);
    expect((await posted(LEAD)).map(({ text }) => text)).toEqual([
      expect.stringContaining(`I can't reach <#${TRIAGE}>, where IT tickets go.`),
    ]);
  });

  it('is told to the leads when nothing is left of it', async () => {
    desk.channels.delete(TRIAGE);
    await startAgain();
    expect(await lost()).toEqual([TRIAGE]);
  });

  it('is told again when it was back in between', async () => {
    found(TRIAGE, { isMember: false });
    await startAgain();
    found(TRIAGE);
    await startAgain();
    found(TRIAGE, { isMember: false });
    await startAgain();
    expect(await posted(LEAD)).toHaveLength(2);
  });

  it('is one of several: none of them is forgotten', async () => {
    const queue = { channel: 'C0TILLS', categories: ['till' as const], peopleIds: [] };
    await desk.work((at) => at.queueList.write(null, { name: 'Tills', ...queue }, LEAD));
    found(TRIAGE, { isArchived: true });
    found('C0TILLS', { isArchived: true });
    await startAgain();
    expect(await lost()).toEqual(['C0TILLS', TRIAGE]);
  });
});

describe('a technician whose departure nobody told of', () => {
  it('keeps no ticket, and the leads are told once which went back', async () => {
    const { number } = await desk.raise();
    const other = await desk.raise(ELENA);
    await desk.work((at) => takeTicket(at, number, MARA));
    await desk.work((at) => takeTicket(at, other.number, TUDOR));
    await deactivate(MARA);
    await startAgain();
    expect(await desk.ticket(number)).toMatchObject({ state: 'new', assigneeId: null });
    await startAgain();
    await happens(desk, { type: 'user_change', user: { id: MARA, deleted: true } });

    expect(await desk.ticket(other.number)).toMatchObject({ assigneeId: TUDOR });
    expect((await posted(LEAD)).map(({ text }) => text)).toEqual([
      `Mara has left, so a ticket is back in the queue: #${number}.`,
    ]);
  });
});
