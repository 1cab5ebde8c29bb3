import { caseOf, DESK } from '../../../../src/departments/front-desk/calls/call.js';
import type { Shift as Weekly } from '../../../../src/departments/front-desk/calls/rules/shifts.js';
import { eraseAll, eraseCaller } from '../../../../src/departments/front-desk/calls/service/erase.js';
import { forget } from '../../../../src/departments/front-desk/calls/service/forget.js';
import {
  groupsOf,
  knownCalls,
  type LogPlace,
  managerFor,
  PAGE_SIZE,
  queryFor,
  readCall,
  readLog,
  rotationBeginning,
  START,
  waitingFor,
} from '../../../../src/departments/front-desk/calls/service/look.js';
import { candidatesFor, orderFor } from '../../../../src/departments/front-desk/calls/service/order.js';
import { checkPromise, remindAt } from '../../../../src/departments/front-desk/calls/service/promises.js';
import {
  answerSwap,
  askSwap,
  keepRotation,
  keepShifts,
  membersOnDuty,
  readDuty,
  removeRotation,
  turnKey,
  turnsToSwap,
} from '../../../../src/departments/front-desk/calls/service/rotations.js';
import { handOverShifts } from '../../../../src/departments/front-desk/calls/service/summary.js';
import { keepSkills, switchCalls } from '../../../../src/departments/front-desk/calls/service/takers.js';
import { planFor, takeUp } from '../../../../src/departments/front-desk/calls/service/telephone.js';
import { OFFICE } from '../../../../src/platform/settings/office-settings.js';
import { Temporal } from '../../../../src/platform/time.js';
import { refusedAt } from '../../../support/visits.js';
import { ADMIN, CORINA, JAY, OLIVE, type OpenCalls, openCalls, ROWAN, refusal, STRANGER, TOMA } from './open-calls.js';

let open: OpenCalls;
beforeAll(async () => {
  open = await openCalls();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const GONE = '00000000-0000-7000-8000-000000000000';
const shift = (weekday: number, from: string, to: string) => ({ weekday, from, to }) as Weekly;
const shifts = (id: string, personId: string, ...weekly: Weekly[]) =>
  open.work((desk) => desk.rotations.setShifts(id, personId, weekly));
const leaves = (id: string) => open.prisma.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
const eventsOf = (number: number) =>
  open.prisma.callEvent.findMany({ where: { callNumber: number }, orderBy: { id: 'asc' } });
const recorded = async (act: string) => {
  const rows = await open.prisma.auditEntry.findMany({
    where: { action: `${DESK}.${act}` },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ actor, object, detail }) => ({ actor, object, detail: JSON.parse(detail) as unknown }));
};
const instant = (text: string) => Temporal.Instant.from(text);

describe('a rotation', () => {
  const wish = { name: 'Reception', members: [TOMA, OLIVE], managerId: ROWAN, channel: null, ringSeconds: 45 };
  const keep = (by: string, id: string | null = null, change: object = {}) =>
    open.work((desk) => keepRotation(desk, by, id, { ...wish, ...change }));

  it('is made, changed, given shifts and removed, each on record', async () => {
    const id = await keep(JAY);
    await keep(ROWAN, id, { name: 'RECEPTION', ringSeconds: 30 });
    expect(await open.look((desk) => desk.rotations.get(id))).toMatchObject({ name: 'RECEPTION', ringSeconds: 30 });
    const typed = new Map([
      [TOMA, 'mon-fri 9-13'],
      [STRANGER, 'whenever'],
    ]);
    await open.work((desk) => keepShifts(desk, ROWAN, id, typed));
    await open.work((desk) => removeRotation(desk, JAY, id));
    const object = `${DESK}/rotation/${id}`;
    expect(await recorded('rotation')).toMatchObject([
      { actor: JAY, object },
      { actor: ROWAN, object },
    ]);
    expect(await recorded('shifts')).toMatchObject([{ actor: ROWAN, object }]);
    expect(await recorded('rotationRemoved')).toMatchObject([{ actor: JAY, object }]);
    expect(await refusal(keep(JAY, id))).toContain('doesn’t exist any more');
    expect(await refusal(open.work((desk) => keepShifts(desk, JAY, id, new Map())))).toContain('any more');
    expect(await refusal(open.work((desk) => removeRotation(desk, JAY, id)))).toContain('any more');
  });

  it('has a name of its own, and shifts that can be read, each told at its field', async () => {
    const id = await keep(JAY);
    const other = await keep(JAY, null, { name: 'Repairs' });
    expect(await refusedAt(keep(JAY, other, { name: 'reception' }))).toBe('name');
    expect(await refusal(keep(JAY, null, { name: 'reception' }))).toContain('“reception”');
    const wrong = open.work((desk) => keepShifts(desk, JAY, id, new Map([[OLIVE, 'mon 8-8']])));
    expect(await refusedAt(wrong)).toBe(`shifts-${OLIVE}`);
    for (const by of [TOMA, CORINA, ADMIN]) expect(await refusal(keep(by))).toContain('Only heads');
  });

  it('says who takes calls now and why not, who comes next, and to whom it belongs', async () => {
    const id = await keep(JAY);
    await shifts(id, TOMA, shift(4, '09:00', '13:00'), shift(5, '09:00', '13:00'));
    await shifts(id, OLIVE, ...[4, 5, 6, 1, 2, 3].map((day) => shift(day, '13:00', '17:00')));
    open.sees(TOMA, { isActive: false });
    const duty = (by: string) =>
      open.look(async (desk) => readDuty(desk, by, new Map([[TOMA, { isActive: false, quietUntil: null }]])));
    const [one, ...others] = await duty(ROWAN);
    expect(others).toEqual([]);
    expect(one?.now).toEqual([{ personId: TOMA, reason: 'idle' }]);
    expect(one?.next.map(({ personId, startsAt }) => `${personId} ${startsAt}`)).toEqual([
      ...[`${OLIVE} 2026-11-26T11:00:00Z`, `${TOMA} 2026-11-27T07:00:00Z`, `${OLIVE} 2026-11-27T11:00:00Z`],
      ...[`${OLIVE} 2026-11-28T11:00:00Z`, `${OLIVE} 2026-11-30T11:00:00Z`],
    ]);
    expect(one?.mayKeep).toBe(true);
    expect((await duty(TOMA))[0]?.mayKeep).toBe(false);
    expect((await duty(JAY))[0]?.mayKeep).toBe(true);
    expect(await open.look(membersOnDuty)).toEqual([TOMA]);
    const twice = await keep(JAY, null, { name: 'Also', members: [TOMA] });
    await shifts(twice, TOMA, shift(4, '09:00', '13:00'));
    expect(await open.look(membersOnDuty)).toEqual([TOMA]);
  });
});

describe('a swap', () => {
  let id: string;
  beforeEach(async () => {
    id = await open.rotation();
    await shifts(id, TOMA, shift(4, '09:00', '13:00'), shift(5, '09:00', '13:00'));
    await shifts(id, OLIVE, shift(1, '09:00', '13:00'));
  });
  const own = () => turnKey(id, { day: Temporal.PlainDate.from('2026-11-27'), from: '09:00' });
  const theirs = () => turnKey(id, { day: Temporal.PlainDate.from('2026-11-30'), from: '09:00' });
  const ask = (change: Partial<Parameters<typeof askSwap>[2]> = {}, by = TOMA) =>
    open.work((desk) => askSwap(desk, by, { turn: own(), toId: OLIVE, back: null, ...change }));
  const answer = (by: string, swapId: string, isAgreed: boolean) =>
    open.work((desk) => answerSwap(desk, by, swapId, isAgreed));

  it('is of turns that are still to come, of rotations that one belongs to, within five weeks', async () => {
    const turns = await open.look((desk) => turnsToSwap(desk, TOMA));
    // The turn of today has begun.
    expect(String(turns[0]?.turn.day)).toBe('2026-11-27');
    expect(turns.every(({ turn }) => Temporal.PlainDate.compare(turn.day, '2026-12-31') <= 0)).toBe(true);
    expect(turns.some(({ turn }) => turn.day.equals('2026-12-31'))).toBe(true);
    expect(await open.look((desk) => turnsToSwap(desk, STRANGER))).toEqual([]);
  });

  it('asks a colleague who is here, for a turn of one’s own and perhaps one of theirs', async () => {
    const request = await ask({ back: theirs() });
    expect(request).toMatchObject({ fromId: TOMA, toId: OLIVE, from: '09:00', backFrom: '09:00', state: 'asked' });
    expect([String(request.day), String(request.backDay)]).toEqual(['2026-11-27', '2026-11-30']);
    expect(await ask()).toMatchObject({ backDay: null, backFrom: null });
    expect(await refusedAt(ask({ turn: theirs() }))).toBe('turn');
    expect(await refusedAt(ask({ turn: `${id}/2026-11-26/09:00` }))).toBe('turn');
    expect(await refusal(ask({ turn: theirs() }))).toContain('isn’t yours any more');
    for (const toId of [TOMA, 'U0NOBODY']) expect(await refusedAt(ask({ toId }))).toBe('person');
    expect(await refusedAt(ask({ toId: STRANGER, back: theirs() }))).toBe('back');
    expect(await refusal(ask({ toId: STRANGER, back: theirs() }))).toContain('Sorrel');
    expect(await refusedAt(ask({ back: own() }))).toBe('back');
    expect((await ask({ toId: STRANGER })).toId).toBe(STRANGER);
    await leaves(OLIVE);
    expect(await refusedAt(ask())).toBe('person');
    await open.prisma.person.update({ where: { id: OLIVE }, data: { deactivatedAt: null, isBot: true } });
    expect(await refusedAt(ask())).toBe('person');
  });

  it('has a turn of another rotation for nothing', async () => {
    const elsewhere = await open.rotation({ name: 'Elsewhere' });
    await shifts(elsewhere, OLIVE, shift(2, '09:00', '13:00'));
    expect(await refusedAt(ask({ back: `${elsewhere}/2026-12-01/09:00` }))).toBe('back');
  });

  it('is agreed to or declined by the colleague, or taken back by whoever asked, once, on record', async () => {
    const [accepted, declined, withdrawn] = [await ask(), await ask(), await ask()];
    expect(await refusal(answer(TOMA, accepted.id, true))).toContain('no such swap');
    expect(await refusal(answer(STRANGER, accepted.id, true))).toContain('no such swap');
    expect(await refusal(answer(OLIVE, GONE, true))).toContain('no such swap');
    expect((await answer(OLIVE, declined.id, false)).state).toBe('declined');
    expect((await answer(TOMA, withdrawn.id, false)).state).toBe('withdrawn');
    expect((await answer(OLIVE, accepted.id, true)).state).toBe('accepted');
    expect(await refusal(answer(OLIVE, declined.id, true))).toContain('declined already');
    expect(await refusal(answer(OLIVE, withdrawn.id, true))).toContain('taken back');
    expect(await refusal(answer(TOMA, accepted.id, false))).toContain('agreed already');
    expect(await recorded('swap')).toEqual(
      (
        [
          [OLIVE, declined.id, 'declined'],
          [TOMA, withdrawn.id, 'withdrawn'],
          [OLIVE, accepted.id, 'accepted'],
        ] as const
      ).map(([actor, swap, state]) => ({ actor, object: `${DESK}/swap/${swap}`, detail: { state } })),
    );
  });
});

describe('an unhappy client', () => {
  const complain = (number: number, managerId = ROWAN, by = CORINA) =>
    open.does(by, number, { act: 'complain', text: 'Wants to leave', managerId });

  it('is taken to a manager who works here, once until that decides', async () => {
    const number = await open.handOver();
    await open.prisma.person.create({ data: { id: 'U0BOT2', name: 'bot', isBot: true, syncedAt: new Date(0) } });
    await leaves(OLIVE);
    for (const id of ['U0NOBODY', 'U0BOT2', OLIVE]) expect(await refusedAt(complain(number, id))).toBe('person');
    await complain(number);
    expect(await refusal(complain(number, JAY))).toContain(`has call ${number} already`);
    await open.does(ROWAN, number, { act: 'decide', text: 'A month for free' });
    expect(await open.call(number)).toMatchObject({
      decision: 'A month for free',
      decidedById: ROWAN,
      unhappyDueAt: null,
    });
    await complain(number, JAY);
    expect(await open.call(number)).toMatchObject({
      decision: null,
      decidedById: null,
      decidedAt: null,
      unhappyLateAt: null,
    });
    const unhappy = (await eventsOf(number)).filter(({ kind }) => kind === 'unhappy');
    expect(unhappy.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [CORINA, { personId: ROWAN }],
      [CORINA, { personId: JAY }],
    ]);
  });

  it('has so much of the clock on the wall where the office is never open', async () => {
    await open.office.transact((tx) => tx.settings.set(OFFICE, { timeZone: 'Europe/Bucharest', hours: {} }, ADMIN));
    const number = await open.handOver();
    await complain(number);
    expect(String((await open.call(number)).unhappyDueAt)).toBe('2026-11-26T10:00:00Z');
  });

  it('that nobody said is unhappy has nothing to be decided', async () => {
    const number = await open.handOver();
    expect(await refusal(open.does(JAY, number, { act: 'decide', text: 'no' }))).toMatch(/Nobody said|decides/);
  });

  it('is told to the heads when nobody decided in time, once, on record', async () => {
    const number = await open.handOver();
    // Nobody is asked any more: what has to be done about that would keep the call for itself.
    await open.does(TOMA, number, { act: 'accept' });
    await complain(number);
    open.pass(2 * 3600);
    await open.tick();
    open.pass(3600);
    await open.tick();
    const late = (await eventsOf(number)).filter(({ kind }) => kind === 'unhappyLate');
    expect(late.map(({ actorId, detail }) => [actorId, detail])).toEqual([[null, { personIds: [JAY] }]]);
    expect(await recorded('unhappyLate')).toMatchObject([{ actor: 'system', object: caseOf(number) }]);
  });
});

describe('erasing whoever called', () => {
  const done = async () => {
    const number = await open.handOver(CORINA, { notes: 'knows the boss' });
    await open.does(TOMA, number, { act: 'accept' });
    await open.does(TOMA, number, { act: 'finish' });
    return number;
  };

  it('is for heads, of finished calls, and leaves who took it and when', async () => {
    const [first, second] = [await done(), await done()];
    const still = await open.handOver();
    const erase = (numbers: number[], by = JAY) => open.work((desk) => eraseAll(desk, by, numbers));
    for (const by of [CORINA, TOMA, ADMIN]) expect(await refusal(erase([first], by))).toContain('Only heads');
    expect(await refusedAt(erase([first, still]))).toBe('which');
    expect(await refusal(erase([first, still]))).toContain(`Call ${still} is still open`);
    expect(await refusedAt(erase([first, 99]))).toBe('which');
    expect(await refusal(erase([99]))).toContain('99');
    expect((await open.call(first)).callerName).toBe('Ana Client');
    expect(await erase([second, first])).toBe(2);
    expect(await open.call(first)).toMatchObject({
      ...{ callerName: '', callerNumber: null, company: null, reason: '', notes: null, language: null },
      ...{ question: null, decision: null, outsideId: null, state: 'done', ownerId: TOMA },
    });
    expect((await eventsOf(first)).at(-1)).toMatchObject({ kind: 'erased', actorId: JAY });
    expect(await recorded('erase')).toMatchObject([
      { actor: JAY, object: caseOf(first) },
      { actor: JAY, object: caseOf(second) },
    ]);
    expect(await erase([first, second])).toBe(0);
    expect(await recorded('erase')).toHaveLength(2);
  });

  it('finds all calls of a number', async () => {
    const numbers = [await done(), await done()];
    await open.handOver(CORINA, { callerNumber: '+40722333444' });
    expect(await open.work((desk) => eraseCaller(desk, JAY, '+40213141234'))).toBe(2);
    expect((await open.call(numbers[0] ?? 0)).erasedAt).not.toBeNull();
    expect(await open.work((desk) => eraseCaller(desk, JAY, '+40999999999'))).toBe(0);
  });

  it('happens by itself after the months that are set, as nobody’s act', async () => {
    await open.begin({ keepMonths: 3 });
    const number = await done();
    open.at('2027-02-26T07:59:00Z');
    await open.runJob('erase');
    expect((await open.call(number)).erasedAt).toBeNull();
    open.at('2027-02-26T08:01:00Z');
    await open.runJob('erase');
    expect((await open.call(number)).erasedAt).not.toBeNull();
    expect(await recorded('erase')).toMatchObject([{ actor: 'system', object: caseOf(number) }]);
    expect((await eventsOf(number)).at(-1)?.actorId).toBeNull();
  });
});

describe('somebody who leaves', () => {
  it('is forgotten as a taker of calls and in every rotation', async () => {
    const id = await open.rotation();
    await shifts(id, TOMA, shift(1, '09:00', '13:00'));
    await open.work((desk) => keepSkills(desk, TOMA, { skills: ['contracts'], languages: [] }));
    const forgotten = (who: string) => open.office.transact((tx) => forget(tx, who));
    expect(await forgotten(TOMA)).toEqual([{ fate: 'erased', what: 'forgotten', count: 2 }]);
    expect(await open.look((desk) => desk.rotations.get(id))).toMatchObject({ members: [OLIVE] });
    expect(await open.prisma.callShift.count()).toBe(0);
    expect(await forgotten(STRANGER)).toEqual([{ fate: 'erased', what: 'forgotten', count: 0 }]);
  });

  it('leaves their calls to whoever took them, else to the front desk, its heads, an admin', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    await leaves(TOMA);
    await open.runJob('take-in-orphans');
    expect(await open.call(number)).toMatchObject({ ownerId: CORINA, state: 'held' });
    expect((await eventsOf(number)).at(-1)).toMatchObject({
      kind: 'orphaned',
      actorId: null,
      detail: { personId: TOMA },
    });
    expect(await recorded('orphaned')).toEqual([
      { actor: 'system', object: caseOf(number), detail: { from: TOMA, to: CORINA } },
    ]);
    await leaves(CORINA);
    await open.runJob('take-in-orphans');
    expect((await open.call(number)).ownerId).toBe(JAY);
    await leaves(JAY);
    await open.runJob('take-in-orphans');
    expect((await open.call(number)).ownerId).toBe(ADMIN);
    await leaves(ADMIN);
    await open.runJob('take-in-orphans');
    expect((await open.call(number)).ownerId).toBe(ADMIN);
    expect(await recorded('orphaned')).toHaveLength(3);
  });

  it('leaves a call that is being asked about as it is, but for its owner', async () => {
    const number = await open.handOver();
    await leaves(CORINA);
    await open.runJob('take-in-orphans');
    expect(await open.call(number)).toMatchObject({ ownerId: JAY, state: 'ringing' });
    expect(await open.rung(number)).toBe(TOMA);
  });
});

describe('taking calls', () => {
  it('is what somebody can and speaks, once each, in small letters', async () => {
    const keep = (skills: string[]) => open.work((desk) => keepSkills(desk, TOMA, { skills, languages: ['hu', 'ro'] }));
    await keep([' Contracts ', 'contracts', '', 'Returns']);
    expect(await open.look(groupsOf)).toEqual({
      rotations: [],
      skills: ['contracts', 'returns'],
      languages: ['hu', 'ro'],
    });
    const many = (count: number) => Array.from({ length: count }, (_, at) => `skill ${at}`);
    await keep(many(20));
    expect(await refusedAt(keep(many(21)))).toBe('skills');
    expect(await refusal(keep(many(21)))).toContain('20');
    await keep(['x'.repeat(40)]);
    expect(await refusedAt(keep(['x'.repeat(41)]))).toBe('skills');
    expect(await refusal(keep(['x'.repeat(41)]))).toContain('40');
  });

  it('can be switched off until a moment, and on again, which one’s App Home shows', async () => {
    const off = (until: string | null) =>
      open.work((desk) => switchCalls(desk, TOMA, until === null ? null : instant(until)));
    await open.prisma.person.update({ where: { id: TOMA }, data: { homeOpenedAt: new Date() } });
    const isOff = async () => (await open.look((desk) => waitingFor(desk, TOMA))).isOff;
    await off('2026-11-26T08:30:00Z');
    expect(await isOff()).toBe(true);
    open.at('2026-11-26T08:30:00Z');
    expect(await isOff()).toBe(false);
    open.at('2026-11-26T08:10:00Z');
    await off(null);
    expect(await isOff()).toBe(false);
    expect(await open.prisma.letter.findMany({ where: { lane: `home:${TOMA}` } })).toHaveLength(1);
  });
});

describe('the order in which people are asked', () => {
  const order = (target: Parameters<typeof orderFor>[1], by = CORINA) =>
    open.look(async (desk) => {
      const { turns, ...rest } = await orderFor(desk, target, by, new Map());
      return { ...rest, turns: turns.map(({ personId, as }) => `${personId} ${as}`) };
    });

  it('is whoever is named, then around their rotation, then its manager and the heads', async () => {
    const id = await open.rotation({ members: [STRANGER, TOMA, OLIVE], ringSeconds: 20 });
    expect(await order({ kind: 'person', value: TOMA })).toMatchObject({
      ...{ ringSeconds: 20, rotation: { id } },
      turns: [`${TOMA} named`, `${OLIVE} inTurn`, `${STRANGER} inTurn`, `${ROWAN} manager`, `${JAY} manager`],
    });
    expect((await order({ kind: 'person', value: TOMA }, OLIVE)).turns).not.toContain(`${OLIVE} inTurn`);
    expect((await order({ kind: 'rotation', value: id })).turns.slice(0, 3)).toEqual([
      ...[`${STRANGER} inTurn`, `${TOMA} inTurn`, `${OLIVE} inTurn`],
    ]);
  });

  it('is their own manager’s where somebody is in no rotation, and the desk’s time for each', async () => {
    await open.begin({ ringSeconds: 35 });
    expect(await order({ kind: 'person', value: OLIVE })).toEqual({
      ...{ rotation: null, ringSeconds: 35 },
      turns: [`${OLIVE} named`, `${ROWAN} manager`, `${JAY} manager`],
    });
    expect((await order({ kind: 'person', value: STRANGER })).turns).toEqual([`${STRANGER} named`, `${JAY} manager`]);
    expect((await order({ kind: 'person', value: JAY })).turns).toEqual([`${JAY} named`]);
  });

  it('has whoever took over a shift of a rotation in it, and those with a skill, each once', async () => {
    const id = await open.rotation({ members: [TOMA] });
    await shifts(id, TOMA, shift(5, '09:00', '13:00'));
    const { id: swap } = await open.work((desk) =>
      askSwap(desk, TOMA, { turn: `${id}/2026-11-27/09:00`, toId: STRANGER, back: null }),
    );
    await open.work((desk) => answerSwap(desk, STRANGER, swap, true));
    expect(await open.look((desk) => candidatesFor(desk, { kind: 'rotation', value: id }, CORINA))).toEqual([
      ...[TOMA, STRANGER, ROWAN, JAY],
    ]);
    await open.work((desk) => keepSkills(desk, OLIVE, { skills: ['returns'], languages: [] }));
    expect((await order({ kind: 'skill', value: 'returns' })).turns).toEqual([`${OLIVE} inTurn`, `${JAY} manager`]);
    expect((await order({ kind: 'rotation', value: GONE })).turns).toEqual([`${JAY} manager`]);
  });

  it('refuses whoever can’t be meant, at the field', async () => {
    const hand = (target: Parameters<typeof orderFor>[1], by = CORINA) => open.handOver(by, { target });
    expect(await refusedAt(hand({ kind: 'person', value: CORINA }))).toBe('person');
    expect(await refusal(hand({ kind: 'person', value: CORINA }))).toContain('That is you');
    expect(await refusedAt(hand({ kind: 'person', value: 'U0NOBODY' }))).toBe('person');
    await open.prisma.person.update({ where: { id: OLIVE }, data: { isBot: true } });
    expect(await refusal(hand({ kind: 'person', value: OLIVE }))).toContain('nobody who works here');
    await leaves(TOMA);
    expect(await refusal(hand({ kind: 'person', value: TOMA }))).toContain('nobody who works here');
    expect(await refusedAt(hand({ kind: 'skill', value: 'none' }, JAY))).toBe('group');
  });
});

describe('what somebody does to a call', () => {
  it('passes it to somebody else, but not to whom it is with already', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    const to = (value: string) => ({ act: 'redirect' as const, target: { kind: 'person' as const, value }, text: '' });
    expect(await refusal(open.does(CORINA, number, to(TOMA)))).toContain('Toma has to do with this call already');
    await open.does(CORINA, number, to(OLIVE));
    const event = (await eventsOf(number)).findLast(({ kind }) => kind === 'redirected');
    expect(event).toMatchObject({ actorId: CORINA, text: null, detail: { target: `person:${OLIVE}` } });
    expect(await open.rung(number)).toBe(OLIVE);
    await open.does(CORINA, number, { ...to(STRANGER), text: 'knows them' });
    expect((await eventsOf(number)).findLast(({ kind }) => kind === 'redirected')?.text).toBe('knows them');
  });

  it('is written down as what it was, with its words', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'ask', text: 'Which invoice?' });
    expect((await open.call(number)).question).toBe('Which invoice?');
    await open.does(CORINA, number, { act: 'answer', text: '4411' });
    expect((await open.call(number)).question).toBeNull();
    await open.does(TOMA, number, { act: 'decline', text: 'in a meeting' });
    await open.does(CORINA, number, { act: 'takeOver' });
    expect(await refusal(open.does(CORINA, number, { act: 'takeOver' }))).toContain(`Call ${number} is yours already`);
    await open.does(CORINA, number, { act: 'note', text: 'called twice' });
    await open.does(CORINA, number, { act: 'finish' });
    await open.does(CORINA, number, { act: 'reopen' });
    await open.does(CORINA, number, { act: 'lose', text: 'hung up' });
    const acts = ['asked', 'answered', 'declined', 'tookOver', 'noted', 'done', 'reopened', 'lost'];
    const told = (await eventsOf(number)).filter(({ kind }) => acts.includes(kind));
    expect(told.map(({ kind, actorId, text }) => [kind, actorId, text])).toEqual([
      ['asked', TOMA, 'Which invoice?'],
      ['answered', CORINA, '4411'],
      ['declined', TOMA, 'in a meeting'],
      ['tookOver', CORINA, null],
      ['noted', CORINA, 'called twice'],
      ['done', CORINA, null],
      ['reopened', CORINA, null],
      ['lost', CORINA, 'hung up'],
    ]);
    expect(await recorded('lose')).toMatchObject([{ actor: CORINA, object: caseOf(number) }]);
  });

  it('is accepted by whoever is asked, and a promise says for when', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    expect((await eventsOf(number)).at(-1)).toMatchObject({ kind: 'accepted', actorId: TOMA });
    const at = open.now().add({ hours: 2 });
    await open.does(TOMA, number, { act: 'promise', at });
    expect((await eventsOf(number)).at(-1)).toMatchObject({ kind: 'promised', detail: { at: String(at) } });
    expect(await refusal(open.does(TOMA, number, { act: 'promise', at: open.now() }))).toContain('has passed');
  });

  it('says who was passed over and why, and that nobody could be asked', async () => {
    open.sees(TOMA, { isActive: false });
    await open.rotation({ managerId: null });
    const number = await open.handOver(CORINA, { target: { kind: 'rotation', value: (await rotationIds())[0] ?? '' } });
    const passed = (await eventsOf(number)).filter(({ kind }) => kind === 'skipped' || kind === 'rung');
    expect(passed.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['skipped', { personId: TOMA, why: 'idle' }],
      ['rung', { personId: OLIVE, why: 'ringing' }],
    ]);
    expect(await open.rung(number)).toBe(OLIVE);
    expect((await eventsOf(number)).map(({ kind }) => kind)).not.toContain('held');
    for (const id of [OLIVE, JAY]) await open.work((desk) => switchCalls(desk, id, open.now().add({ hours: 1 })));
    const none = await open.handOver(CORINA, { target: { kind: 'rotation', value: (await rotationIds())[0] ?? '' } });
    expect(await open.rung(none)).toBeNull();
    expect((await eventsOf(none)).at(-1)).toMatchObject({ kind: 'held', actorId: null });
  });
  const rotationIds = () => open.look(async (desk) => (await desk.rotations.all()).map(({ id }) => id));

  it('adds a colleague who works here, once, and not without end', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'accept' });
    const join = (personId: string) => open.does(TOMA, number, { act: 'join', personId });
    await leaves(STRANGER);
    for (const id of ['U0NOBODY', STRANGER, TOMA]) expect(await refusedAt(join(id))).toBe('person');
    expect(await refusal(join(TOMA))).toContain('Toma has to do with this call already');
    await join(OLIVE);
    expect(await refusal(join(OLIVE))).toContain('Olive has to do with this call already');
    expect((await eventsOf(number)).findLast(({ kind }) => kind === 'joined')?.detail).toEqual({ personId: OLIVE });
    const crowd = Array.from({ length: 30 }, (_, at) => `U0H${at}`);
    await open.prisma.person.createMany({ data: crowd.map((id) => ({ id, name: id, syncedAt: new Date(0) })) });
    let said = '';
    for (const id of crowd) {
      said = await join(id).then(
        () => '',
        async () => refusal(join(id)),
      );
      if (said !== '') break;
    }
    expect(said).toMatch(/More than \d+ people/);
    expect(await refusedAt(join('U0H29'))).toBe('person');
  });
});

describe('a promise', () => {
  const now = instant('2026-11-26T08:00:00Z');

  it('is for later than now, and for a year ahead at most', () => {
    const refused = (at: string) => {
      try {
        checkPromise(now, instant(at), 'when');
        return null;
      } catch (error) {
        return (error as { field?: string }).field ?? 'nowhere';
      }
    };
    expect(refused('2026-11-26T08:00:00Z')).toBe('when');
    expect(refused('2026-11-26T08:00:01Z')).toBeNull();
    expect(refused('2027-11-27T08:00:00Z')).toBeNull();
    expect(refused('2027-11-27T08:00:01Z')).toBe('when');
  });

  it('is reminded of somewhat before, or when it is due', () => {
    const settings = { remindMinutes: 10 } as Parameters<typeof remindAt>[0]['settings'];
    expect(String(remindAt({ settings, now }, instant('2026-11-26T08:30:00Z')))).toBe('2026-11-26T08:20:00Z');
    expect(String(remindAt({ settings, now }, instant('2026-11-26T08:10:00Z')))).toBe('2026-11-26T08:10:00Z');
    expect(remindAt({ settings, now }, null)).toBeNull();
  });

  it('that was missed is told to the nearest manager', async () => {
    const number = await open.handOver();
    await open.does(TOMA, number, { act: 'promise', at: open.now().add({ hours: 1 }) });
    open.pass(3 * 3600);
    await open.tick();
    open.pass(3600);
    await open.tick();
    const missed = (await eventsOf(number)).filter(({ kind }) => kind === 'missed');
    expect(missed.map(({ actorId, detail }) => [actorId, detail])).toEqual([[null, { personIds: [ROWAN] }]]);
    expect((await open.call(number)).missedAt).not.toBeNull();
  });
});

describe('looking calls up', () => {
  const query = (by: string, change: Partial<LogPlace> = {}) =>
    open.look((desk) => queryFor(desk, by, { ...START, ...change }));

  it('asks for what is meant, of all calls or of one’s own', async () => {
    expect(await query(CORINA)).toEqual({ isAll: true, query: { isOpen: true, words: [] } });
    expect(await query(TOMA)).toEqual({ isAll: false, query: { about: TOMA, isOpen: true, words: [] } });
    expect(await query(JAY, { filter: 'mine' })).toEqual({
      isAll: true,
      query: { about: JAY, isOpen: true, words: [] },
    });
    for (const filter of ['promised', 'done', 'lost'] as const)
      expect((await query(JAY, { filter })).query).toEqual({ state: filter, words: [] });
    expect((await query(JAY, { filter: 'unhappy' })).query).toEqual({ isUnhappy: true, words: [] });
    expect((await query(JAY, { filter: 'all', words: ' ana  client ' })).query).toEqual({ words: ['ana', 'client'] });
    expect((await query(JAY, { filter: 'all', words: '021 314 1234' })).query).toEqual({ number: '+40213141234' });
    expect((await query(JAY, { filter: 'all', since: '2026-11-02', until: '2026-11-02' })).query).toEqual({
      ...{ words: [], since: instant('2026-11-01T22:00:00Z'), until: instant('2026-11-02T22:00:00Z') },
    });
  });

  it('turns the log’s pages, and of one beyond the last shows the last', async () => {
    for (let count = 0; count <= PAGE_SIZE; count++) await open.handOver();
    const page = (at: number) => open.look((desk) => readLog(desk, CORINA, { ...START, page: at }));
    expect([(await page(0)).calls.length, (await page(1)).calls.length]).toEqual([PAGE_SIZE, 1]);
    expect(await page(7)).toMatchObject({
      count: PAGE_SIZE + 1,
      isAll: true,
      place: { page: 1 },
      calls: [{ number: 1 }],
    });
    expect(await open.look((desk) => readLog(desk, STRANGER, START))).toMatchObject({
      ...{ count: 0, calls: [], isAll: false, place: { page: 0 } },
    });
  });

  it('shows a call to those concerned, with what the same caller asked before: what is open first, five at most', async () => {
    const rotation = await open.rotation();
    const numbers: number[] = [];
    for (let count = 0; count < 7; count++) numbers.push(await open.handOver());
    await open.does(CORINA, 7, { act: 'lose', text: 'gone' });
    await open.does(CORINA, 6, { act: 'lose', text: 'gone' });
    const other = await open.handOver(CORINA, { callerNumber: null, target: { kind: 'rotation', value: rotation } });
    const seen = (number: number, by = CORINA) => open.look((desk) => readCall(desk, by, number));
    expect((await seen(1)).earlier.map(({ number }) => number)).toEqual([5, 4, 3, 2, 7]);
    expect(await seen(other)).toMatchObject({ earlier: [], rotationName: 'Accounting', call: { number: other } });
    expect((await seen(1)).events.map(({ kind }) => kind)).toContain('opened');
    expect(await refusal(seen(1, STRANGER))).toContain('There is no call 1');
    expect(await refusal(seen(99))).toContain('There is no call 99');
    expect(await open.look((desk) => knownCalls(desk, STRANGER, '+40213141234'))).toEqual([]);
  });

  it('knows who would hear of an unhappy client: the rotation’s manager, the owner’s, the heads', async () => {
    const id = await open.rotation({ managerId: STRANGER });
    const number = await open.handOver(CORINA, { target: { kind: 'rotation', value: id } });
    const manager = async () => {
      const call = await open.call(number);
      return open.look((desk) => managerFor(desk, call));
    };
    expect(await manager()).toBe(STRANGER);
    await leaves(STRANGER);
    expect(await manager()).toBe(JAY);
    await open.does(TOMA, number, { act: 'accept' });
    expect(await manager()).toBe(ROWAN);
    await leaves(ROWAN);
    await leaves(JAY);
    expect(await manager()).toBeNull();
  });
  it('knows a rotation by the beginning of what is typed, the longest name first', async () => {
    const [short, long] = [await open.rotation({ name: 'Plăți' }), await open.rotation({ name: 'Plăți mari' })];
    const begin = (text: string) => open.look((desk) => rotationBeginning(desk, text));
    expect(await begin('plati')).toEqual({ rotationId: short, rest: '' });
    expect(await begin('PLATI mari  asks')).toEqual({ rotationId: long, rest: 'asks' });
    expect(await begin('plati mare')).toEqual({ rotationId: short, rest: 'mare' });
    expect(await begin('platile')).toBeNull();
  });

  it('says what waits for somebody', async () => {
    const number = await open.handOver();
    const waiting = (by: string) => open.look((desk) => waitingFor(desk, by));
    expect(await waiting(TOMA)).toMatchObject({ calls: [{ number }], isOff: false, seesAll: false });
    expect(await waiting(JAY)).toMatchObject({ seesAll: true });
    expect((await waiting(STRANGER)).calls).toEqual([]);
  });
});

describe('the end of a shift', () => {
  const told = async () =>
    (await open.prisma.letter.findMany({ where: { once: { contains: '/shift/' } }, orderBy: { id: 'asc' } })).map(
      ({ lane }) => lane,
    );
  const between = (after: string, until: string) =>
    open.work((desk) => handOverShifts(desk, instant(after), instant(until)));

  it('is told once, when it has come, to whoever stays, else to those who come next', async () => {
    const id = await open.rotation({ members: [TOMA, OLIVE, STRANGER] });
    await shifts(id, TOMA, shift(4, '09:00', '13:00'));
    await shifts(id, OLIVE, shift(4, '12:00', '17:00'));
    await shifts(id, STRANGER, shift(5, '09:00', '12:00'));
    await open.handOver(CORINA, { target: { kind: 'rotation', value: id } });
    await between('2026-11-26T10:00:00Z', '2026-11-26T10:59:59Z');
    await between('2026-11-26T11:00:00Z', '2026-11-26T12:00:00Z');
    expect(await told()).toEqual([]);
    await between('2026-11-26T10:59:00Z', '2026-11-26T11:00:00Z');
    expect(await told()).toEqual([OLIVE]);
    await between('2026-11-26T14:59:00Z', '2026-11-26T15:00:00Z');
    expect((await told()).slice(1)).toEqual([STRANGER]);
  });
});

describe('a call of the telephone system', () => {
  const ringing = { id: 'CA1', from: '0213141234', to: '+40211111111', callerName: '' };

  it('belongs to whoever of the front desk is there, else to its first, and goes to the rotation that is meant', async () => {
    const plan = (wanted: string | null = null) => open.look((desk) => planFor(desk, wanted));
    expect(await plan()).toBeNull();
    const [first, second] = [await open.rotation({ name: 'Accounting' }), await open.rotation({ name: 'Reception' })];
    expect(await plan()).toMatchObject({ rotationId: first, ownerId: CORINA });
    expect(await plan('RECEPTION')).toMatchObject({ rotationId: second, ids: [TOMA, OLIVE, ROWAN, JAY] });
    expect(await plan('nothing')).toBeNull();
    await open.work((desk) => switchCalls(desk, CORINA, open.now().add({ hours: 1 })));
    expect((await plan())?.ownerId).toBe(JAY);
    await open.work((desk) => switchCalls(desk, JAY, open.now().add({ hours: 1 })));
    expect((await plan())?.ownerId).toBe(CORINA);
    await leaves(CORINA);
    expect((await plan())?.ownerId).toBe(JAY);
    await leaves(JAY);
    expect(await plan()).toBeNull();
  });

  it('is told in its owner’s language, with what is known of the caller, once', async () => {
    await open.rotation();
    await open.handOver();
    const plan = await open.look((desk) => planFor(desk, null));
    if (!plan) throw new Error('nobody is there');
    await open.work((desk) => takeUp(desk, plan, ringing, new Map()));
    await open.work((desk) => takeUp(desk, plan, ringing, new Map()));
    expect(await open.call(2)).toMatchObject({
      ...{ callerName: 'Ana Client', company: 'Firma SRL', language: 'ro', urgency: 'normal', outsideId: 'CA1' },
      reason: expect.stringContaining('+40 21 111 1111'),
    });
    expect(await open.prisma.call.count()).toBe(2);
    await open.work((desk) =>
      takeUp(desk, plan, { ...ringing, id: 'CA2', from: '', to: '', callerName: 'Bo' }, new Map()),
    );
    expect(await open.call(3)).toMatchObject({ callerName: 'Bo', callerNumber: null, company: null, language: null });
  });
});
