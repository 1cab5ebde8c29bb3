import fc from 'fast-check';
import { correctEnd } from '../../../../../src/departments/accounting/timesheets/clock/correct.js';
import {
  clockIn,
  clockOut,
  forgetOpen,
  startBreak,
} from '../../../../../src/departments/accounting/timesheets/clock/punch.js';
import type { Period } from '../../../../../src/departments/accounting/timesheets/clock/stint.js';
import { stintsIn } from '../../../../../src/departments/accounting/timesheets/clock/store.js';
import { Temporal } from '../../../../../src/platform/time.js';
import { type TestDatabase, testDatabase } from '../../../../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const ana = 'U1';
const at = (text: string) => Temporal.Instant.from(`2026-11-${text}:00Z`);
const always: Period = { from: at('01T00:00'), until: at('30T00:00') };

type Presses = 'in' | 'out' | 'break';

/** One press of the clock, in a transaction of its own. */
const press = (what: Presses, now: Temporal.Instant, projectId?: string | null, personId = ana) =>
  database.prisma.$transaction((db) => {
    const store = stintsIn(db);
    if (what === 'out') return clockOut(store, { personId, now });
    if (what === 'break') return startBreak(store, { personId, now });
    return clockIn(store, { personId, now, ...(projectId !== undefined && { projectId }) });
  });

const correct = (stintId: string, endedAt: Temporal.Instant, now: Temporal.Instant, personId = ana) =>
  database.prisma.$transaction((db) => correctEnd(stintsIn(db), { stintId, personId, endedAt, now }));

const all = (personId = ana) => stintsIn(database.prisma).of(personId, always);

/** `work 09:00–12:00`, as a test reads. */
const read = async (personId = ana) =>
  (await all(personId)).map(({ kind, projectId, startedAt, endedAt, endedBy }) => {
    const [from, to] = [startedAt, endedAt].map((moment) => moment?.toString().slice(8, 16) ?? '…');
    return [kind, projectId, `${from}–${to}`, endedBy].filter((part) => part !== null).join(' ');
  });

describe('the punch clock', () => {
  it('keeps a day with a break as somebody pressed it', async () => {
    expect(await press('in', at('26T07:00'), 'till')).toMatchObject({ outcome: 'in', forgotten: null });
    expect(await press('break', at('26T10:00'))).toMatchObject({ outcome: 'onBreak' });
    expect(await press('in', at('26T10:30'))).toMatchObject({ outcome: 'back', stint: { projectId: 'till' } });
    expect(await press('out', at('26T15:00'))).toMatchObject({ outcome: 'out' });
    expect(await read()).toEqual([
      'work till 26T07:00–26T10:00 person',
      'break till 26T10:00–26T10:30 person',
      'work till 26T10:30–26T15:00 person',
    ]);
  });

  it('declines what makes no sense, and changes nothing', async () => {
    expect(await press('out', at('26T07:00'))).toEqual({ outcome: 'notIn' });
    expect(await press('break', at('26T07:00'))).toEqual({ outcome: 'notIn' });
    await press('in', at('26T07:00'), 'till');
    expect(await press('in', at('26T08:00'))).toMatchObject({
      outcome: 'alreadyIn',
      stint: { startedAt: at('26T07:00') },
    });
    expect(await press('in', at('26T08:00'), 'till')).toMatchObject({ outcome: 'alreadyIn' });
    await press('break', at('26T09:00'));
    expect(await press('break', at('26T09:05'))).toMatchObject({ outcome: 'alreadyOnBreak' });
    expect(await read()).toEqual(['work till 26T07:00–26T09:00 person', 'break till 26T09:00–…']);
  });

  it('lets somebody go home from a break', async () => {
    await press('in', at('26T07:00'));
    await press('break', at('26T10:00'));
    expect(await press('out', at('26T10:20'))).toMatchObject({ outcome: 'out', stint: { kind: 'break' } });
    expect(await press('out', at('26T10:25'))).toEqual({ outcome: 'notIn' });
  });

  it('goes over to another project, or to none', async () => {
    await press('in', at('26T07:00'), 'till');
    expect(await press('in', at('26T08:00'), 'network')).toMatchObject({ outcome: 'switched' });
    expect(await press('in', at('26T09:00'), null)).toMatchObject({ outcome: 'switched' });
    expect(await read()).toEqual([
      'work till 26T07:00–26T08:00 person',
      'work network 26T08:00–26T09:00 person',
      'work 26T09:00–…',
    ]);
  });

  it('keeps each person apart', async () => {
    await press('in', at('26T07:00'), 'till');
    await press('in', at('26T07:30'), 'till', 'U2');
    await press('out', at('26T08:00'));
    expect(await read('U2')).toEqual(['work till 26T07:30–…']);
  });

  it('has one stint where somebody presses twice at the same moment', async () => {
    const presses = await Promise.all([press('in', at('26T07:00')), press('in', at('26T07:00'))]);
    expect(presses.map(({ outcome }) => outcome).sort()).toEqual(['alreadyIn', 'in']);
    expect(await read()).toEqual(['work 26T07:00–…']);
  });

  it('never ends a stint before it began, though the next computer is a little behind', async () => {
    await press('in', at('26T07:00'));
    await press('out', at('26T06:59'));
    await press('in', at('26T06:59'));
    expect(await read()).toEqual(['work 26T07:00–26T07:00 person', 'work 26T07:00–…']);
  });
});

describe('somebody who forgot to press "out"', () => {
  const forgotten = async () => {
    await press('in', at('25T07:00'), 'till');
    const [stint] = await database.prisma.$transaction((db) => forgetOpen(stintsIn(db), at('25T21:00')));
    if (!stint) throw new Error('nothing was forgotten');
    return stint;
  };

  it('is asked once, when fourteen hours have passed', async () => {
    await press('in', at('25T07:00'));
    const look = (now: string) => database.prisma.$transaction((db) => forgetOpen(stintsIn(db), at(now)));
    expect(await look('25T20:59')).toEqual([]);
    expect(await look('25T21:00')).toMatchObject([{ personId: ana, endedBy: 'forgotten', askedAt: at('25T21:00') }]);
    expect(await look('25T21:05')).toEqual([]);
    expect(await read()).toEqual(['work 25T07:00–… forgotten']);
  });

  it('comes in the next day all the same, and hears of it', async () => {
    await press('in', at('25T07:00'), 'till');
    expect(await press('in', at('26T07:00'))).toMatchObject({
      outcome: 'in',
      forgotten: { startedAt: at('25T07:00'), endedBy: 'forgotten' },
    });
    expect(await read()).toEqual(['work till 25T07:00–… forgotten', 'work 26T07:00–…']);
  });

  it.each(['out', 'break'] as const)('is asked when it was, on pressing %s the next day', async (what) => {
    await press('in', at('25T07:00'));
    expect(await press(what, at('26T07:00'))).toMatchObject({
      outcome: 'askWhen',
      forgotten: { startedAt: at('25T07:00') },
    });
    expect(await press(what, at('26T07:01'))).toEqual({ outcome: 'notIn' });
  });

  it('says when it was, and may say so again', async () => {
    const { id } = await forgotten();
    expect(await correct(id, at('25T15:00'), at('26T08:00'))).toMatchObject({ outcome: 'corrected' });
    expect(await correct(id, at('25T15:30'), at('26T08:01'))).toMatchObject({ outcome: 'corrected' });
    expect(await read()).toEqual(['work till 25T07:00–25T15:30 corrected']);
  });

  it('can only say what can be', async () => {
    const { id } = await forgotten();
    await press('in', at('25T22:00'));
    const now = at('26T09:00');
    expect(await correct(id, at('25T07:00'), now)).toMatchObject({ outcome: 'beforeStart' });
    expect(await correct(id, at('26T09:01'), now)).toEqual({ outcome: 'inFuture' });
    expect(await correct(id, at('25T22:01'), now)).toMatchObject({
      outcome: 'intoNext',
      next: { startedAt: at('25T22:00') },
    });
    expect(await correct(id, at('27T07:01'), at('28T07:00'))).toMatchObject({ outcome: 'tooLong' });
    expect(await correct(id, at('25T15:00'), now, 'U2')).toEqual({ outcome: 'unknown' });
    expect(await correct('0192f0c1-0000-7000-8000-000000000000', at('25T15:00'), now)).toEqual({ outcome: 'unknown' });
    expect(await correct(id, at('25T22:00'), now)).toMatchObject({ outcome: 'corrected' });
  });

  it('corrects nothing that was pressed as it should be', async () => {
    await press('in', at('26T07:00'));
    await press('out', at('26T15:00'));
    const [stint] = await all();
    expect(await correct(stint?.id ?? '', at('26T14:00'), at('26T16:00'))).toEqual({ outcome: 'notForgotten' });
  });
});

describe('the stints that are kept', () => {
  const row = (from: string, to: string | null) => ({
    personId: ana,
    kind: 'work' as const,
    startedAt: new Date(`2026-11-${from}:00Z`),
    ...(to && { endedAt: new Date(`2026-11-${to}:00Z`), endedBy: 'person' as const }),
  });

  it.each([
    ['within one another', row('26T07:00', '26T15:00'), row('26T08:00', '26T09:00')],
    ['over an open one', row('26T07:00', null), row('26T08:00', '26T09:00')],
    ['both open', row('26T07:00', null), row('26T08:00', null)],
  ])('can not lie %s, whoever writes them', async (_, one, other) => {
    await database.prisma.stint.create({ data: one });
    await expect(database.prisma.stint.create({ data: other })).rejects.toThrow();
    await expect(database.prisma.stint.create({ data: { ...other, personId: 'U2' } })).resolves.toBeTruthy();
  });

  it('may follow each other at once', async () => {
    await database.prisma.stint.create({ data: row('26T07:00', '26T08:00') });
    await database.prisma.stint.create({ data: row('26T08:00', null) });
    expect(await read()).toHaveLength(2);
  });

  it('can not end before they begin, or end without anybody having said so', async () => {
    await expect(database.prisma.stint.create({ data: row('26T08:00', '26T07:00') })).rejects.toThrow();
    const nobody = { ...row('26T08:00', null), endedAt: new Date('2026-11-26T09:00:00Z') };
    await expect(database.prisma.stint.create({ data: nobody })).rejects.toThrow();
  });

  it('are found by the time that they touch', async () => {
    await press('in', at('25T20:00'));
    await press('out', at('26T02:00'));
    await press('in', at('26T09:00'));
    const found = async (from: string, until: string) =>
      (await stintsIn(database.prisma).of(ana, { from: at(from), until: at(until) })).length;
    expect(await found('26T00:00', '27T00:00')).toBe(2);
    expect(await found('26T02:00', '26T09:00')).toBe(0);
    expect(await found('25T00:00', '25T20:00')).toBe(0);
    expect(await found('27T00:00', '28T00:00')).toBe(1);
  });

  it('never overlap and end one by one, whatever is pressed', async () => {
    const pressed = fc.record({
      what: fc.constantFrom<Presses>('in', 'in', 'out', 'break'),
      after: fc.oneof(fc.integer({ min: -2, max: 300 }), fc.integer({ min: 800, max: 900 })),
      project: fc.constantFrom(undefined, null, 'till', 'network'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(pressed, { maxLength: 8 }), async (presses) => {
        await database.empty();
        let now = at('02T07:00');
        for (const { what, after, project } of presses) {
          now = now.add({ minutes: after });
          await press(what, now, project);
        }
        const stints = await all();
        const ended = stints.filter(({ endedBy }) => endedBy !== 'forgotten');
        expect(ended.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1);
        for (const [place, { endedAt }] of ended.slice(0, -1).entries()) {
          const next = ended[place + 1];
          expect(endedAt && next && Temporal.Instant.compare(endedAt, next.startedAt) <= 0).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
