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

const opened = async (by: string, name: string): Promise<ModalView> => {
  const visit: CommandVisit = { ...(await open.visitBy(by)), text: '', channel: { id: 'C1' } };
  const answer = await open.desk.hubCommands?.find((one) => one.name === name)?.run(visit);
  if (!answer?.open) throw new Error(`${name} opened nothing`);
  return answer.open;
};
const away = async (from: string, until: string, delegate = DAN, by = ANA) =>
  open.send(by, await opened(by, 'delegate'), { delegate, from, until });
const queueOf = async (by: string) => JSON.stringify(await opened(by, 'approvals'));
const run = async (name: string) => {
  const job = open.desk.jobs?.find((one) => one.name === `office.approvals.${name}`);
  await open.office.transact((tx) => job?.run(tx, { dueAt: open.now(), now: open.now() }) ?? Promise.resolve());
};
const stranger = (subject: string) =>
  open.prisma.approval.create({
    data: {
      ...{ kind: 'test.gone-desk', subject, version: 1, level: 1, requesterId: BOGDAN },
      ...{ deciderIds: [ANA], askedAt: new Date(open.now().epochMilliseconds) },
    },
  });
const recorded = async (action: string) => {
  const entry = await open.prisma.auditEntry.findFirstOrThrow({ where: { action }, orderBy: { seq: 'desc' } });
  return { ...entry, detail: JSON.parse(entry.detail) };
};

describe('whoever says who stands in for them', () => {
  it.each([
    ['themselves', ['2026-03-03', '2026-03-06', ANA], 'delegate', 'stand in for yourself'],
    ['nobody that we know', ['2026-03-03', '2026-03-06', 'U0NOBODY'], 'delegate', 'choose another'],
    ['days that are over', ['2026-03-01', '2026-03-06'], 'from', 'choose today or later'],
    ['an end before the beginning', ['2026-03-06', '2026-03-05'], 'until', 'before the first'],
    ['more than a year', ['2026-03-03', '2027-03-05'], 'until', 'more than a year'],
  ] as [string, [string, string, string?], string, string][])(
    'and asks for %s is told so at the field',
    async (_, days, field, sentence) => {
      expect(await open.refusedAt(away(...days))).toBe(field);
      expect(await open.refusal(away(...days))).toContain(sentence);
      expect(await open.prisma.delegation.count()).toBe(0);
    },
  );

  it.each([
    ['for a single day', '2026-03-03', '2026-03-03'],
    ['from today', '2026-03-02', '2026-03-03'],
    ['for a year and a day', '2026-03-03', '2027-03-04'],
  ])('may say so %s', async (_, from, until) => {
    await away(from, until);
    expect(await open.prisma.delegation.count()).toBe(1);
  });

  it('can’t choose a colleague who has left, nor an app', async () => {
    await open.prisma.person.update({ where: { id: DAN }, data: { deactivatedAt: new Date('2026-03-01') } });
    await open.prisma.person.update({ where: { id: CORA }, data: { isBot: true } });
    expect(await open.refusedAt(away('2026-03-03', '2026-03-04'))).toBe('delegate');
    expect(await open.refusedAt(away('2026-03-03', '2026-03-04', CORA))).toBe('delegate');
  });

  it.each([
    ['before', '2026-03-05', '2026-03-09'],
    ['after', '2026-03-13', '2026-03-20'],
  ])('may choose somebody else for the days just %s', async (_, from, until) => {
    await away('2026-03-10', '2026-03-12');
    await away(from, until, CORA);
    expect(await open.prisma.delegation.count()).toBe(2);
  });

  it.each([
    ['that end on the first of them', '2026-03-05', '2026-03-10'],
    ['that begin on the last of them', '2026-03-12', '2026-03-20'],
    ['among them', '2026-03-11', '2026-03-11'],
    ['around them', '2026-03-04', '2026-03-20'],
  ])('is told of the days that are taken, for days %s', async (_, from, until) => {
    await away('2026-03-10', '2026-03-12');
    expect(await open.refusedAt(away(from, until, CORA))).toBe('from');
    expect(await open.refusal(away(from, until, CORA))).toContain('From 2026-03-10 to 2026-03-12');
  });

  it('leaves in the record for whom, by whom and when, and that it was taken back', async () => {
    await away('2026-03-03', '2026-03-06');
    const { id } = await open.prisma.delegation.findFirstOrThrow();
    expect(await recorded('office.approvals.delegate')).toMatchObject({
      actor: ANA,
      object: `office.approvals/delegation/${id}`,
      detail: { delegateId: DAN, from: '2026-03-03', until: '2026-03-06' },
    });
    await open.press(ANA, ids.removeDelegation, id, await opened(ANA, 'delegate'));
    expect(await recorded('office.approvals.end-delegation')).toMatchObject({
      actor: ANA,
      object: `office.approvals/delegation/${id}`,
    });
  });

  it('hands over what waits for them, and nothing of others, nor of a desk that is no more', async () => {
    await open.ask('own');
    await open.ask('of others', { deciders: [CORA] });
    await stranger('of a desk that is no more');
    await away('2026-03-02', '2026-03-06');
    const cards = (await open.said(DAN)).filter((letter) => letter.includes('Day off'));
    expect(cards).toEqual([expect.stringContaining('Day off own')]);
  });
});

describe('whoever stands in sees in the queue', () => {
  it('for whom they would decide, and nothing of the kind on what is theirs to decide', async () => {
    await away('2026-03-02', '2026-03-06');
    await open.ask('of Ana');
    expect(await queueOf(DAN)).toContain(`You stand in for <@${ANA}>`);
    expect(await queueOf(ANA)).not.toContain('You stand in for');
  });

  it('nothing of it where they are among the deciders themselves', async () => {
    await away('2026-03-02', '2026-03-06');
    await open.ask('of both', { deciders: [ANA, DAN] });
    expect(await queueOf(DAN)).toContain('of both');
    expect(await queueOf(DAN)).not.toContain('You stand in for');
  });
});

describe('what has lost its desk or its subject', () => {
  it('isn’t shown in the queue, and keeps nothing else from being shown', async () => {
    await stranger('of a desk that is no more');
    await open.ask('gone');
    await open.ask('first');
    const queue = await queueOf(ANA);
    expect(queue).toContain('Day off first');
    expect(queue).not.toContain('Day off gone');
  });

  it('waits no longer once the clock finds it, and what has lost its desk harms nobody', async () => {
    await stranger('of a desk that is no more');
    const id = await open.ask('gone');
    const other = await open.ask('first');
    await run('follow-people');
    const states = await open.prisma.approval.findMany({
      orderBy: { askedAt: 'asc' },
      select: { subject: true, state: true },
    });
    expect(states).toContainEqual({ subject: 'of a desk that is no more', state: 'open' });
    expect(await open.prisma.approval.findUnique({ where: { id } })).toMatchObject({ state: 'withdrawn' });
    expect(await open.prisma.approval.findUnique({ where: { id: other } })).toMatchObject({ state: 'open' });
  });
});

describe('several at once', () => {
  const approve = async (chosen: string[], by = ANA) =>
    JSON.stringify((await open.send(by, await opened(by, 'approvals'), { chosen }))?.update);

  it('name what could not be approved, and why', async () => {
    const chosen = [await open.ask('one'), await open.ask('impossible')];
    const told = await approve(chosen);
    expect(told).toContain('1 approved.');
    expect(told).toContain('Day off impossible');
    expect(told).toContain('That day is taken.');
    expect(told).not.toContain('Stryker');
  });

  it('name nothing that whoever chose may not see', async () => {
    const [mine, also] = [await open.ask('one'), await open.ask('two')];
    const foreign = await open.ask('secret', { deciders: [CORA] });
    const told = await approve([mine, foreign, also]);
    expect(told).toContain('2 approved.');
    expect(told).not.toContain('secret');
    expect(told).toContain('not for you');
  });

  it('say where all were approved that there is nothing else', async () => {
    const told = await approve([await open.ask('one'), await open.ask('two')]);
    expect(told).toContain('2 approved.');
    expect(told).not.toContain('•');
  });

  it('stop at what is our own fault, and keep what was approved before', async () => {
    const chosen = [await open.ask('one'), await open.ask('broken'), await open.ask('two')];
    await expect(approve(chosen)).rejects.toThrow('the calendar is lost');
    expect(heard).toEqual(['one approved', 'broken approved']);
    const states = await open.prisma.approval.findMany({ orderBy: { id: 'asc' }, select: { state: true } });
    expect(states.map(({ state }) => state)).toEqual(['approved', 'open', 'open']);
  });

  it('are each approved once, also when the form is sent twice', async () => {
    const chosen = [await open.ask('one'), await open.ask('two')];
    const form = await opened(ANA, 'approvals');
    const visit = { ...(await open.visitBy(ANA)), key: 'twice' };
    const view = { id: 'V1', hash: 'h', callbackId: ids.queue, privateMetadata: '0', blocks: form.blocks as never };
    const values = {
      chosen: { answer: { type: 'checkboxes', selected_options: chosen.map((value) => ({ value })) } },
    };
    const send = () => open.desk.forms?.[ids.queue]?.({ ...visit, view: { ...view, values } as never });
    await send();
    await expect(send()).rejects.toThrow('twice');
    expect(heard).toEqual(['one approved', 'two approved']);
  });
});

describe('a decider in the morning', () => {
  const remindedOf = async (id: string) =>
    (await open.said(id)).filter((letter) => letter.includes('for more than a day'));

  it('is reminded when it has waited for exactly a day', async () => {
    open.at('2026-03-02T07:15:00Z');
    await open.ask('first');
    open.at('2026-03-03T07:15:00Z');
    await run('remind');
    expect(await remindedOf(ANA)).toEqual([expect.stringContaining('1 request has waited')]);
  });

  it.each(['2026-03-03T06:59:00Z', '2026-03-03T08:00:00Z'])('isn’t reminded at another hour: %s', async (moment) => {
    open.at('2026-03-01T07:15:00Z');
    await open.ask('first');
    open.at(moment);
    await run('remind');
    expect(await remindedOf(ANA)).toEqual([]);
  });

  it('isn’t reminded of what has lost its desk', async () => {
    await stranger('of a desk that is no more');
    open.at('2026-03-04T07:15:00Z');
    await run('remind');
    expect(await remindedOf(ANA)).toEqual([]);
  });
});

describe('by the clock', () => {
  it('nothing is said of what goes on as it was', async () => {
    const id = await open.ask('first');
    const before = await open.prisma.letter.count();
    await run('follow-people');
    expect(await open.prisma.letter.count()).toBe(before);
    expect(await open.prisma.approval.findUnique({ where: { id } })).toMatchObject({ deciderIds: [ANA] });
  });
});

it('who stood in for whom is forgotten with either of them', async () => {
  await away('2026-03-03', '2026-03-06');
  await away('2026-03-03', '2026-03-06', BOGDAN, CORA);
  const told = await open.office.transact((tx) => open.desk.forget?.(tx, DAN) ?? Promise.resolve([]));
  expect(told).toEqual([{ fate: 'erased', what: 'forgotten', count: 1 }]);
  expect(await open.prisma.delegation.findMany({ select: { personId: true } })).toEqual([{ personId: CORA }]);
});
