import {
  askForgetful,
  clockState,
  fillFromClock,
  punch,
  putRight,
  stintOf,
} from '../../../../../src/departments/accounting/timesheets/service/clock.js';
import { keepProject } from '../../../../../src/departments/accounting/timesheets/service/projects.js';
import { writeLines } from '../../../../../src/departments/accounting/timesheets/service/write.js';
import { Temporal } from '../../../../../src/platform/time.js';
import { refusedAt } from '../../../../support/visits.js';
import { ANA, day, OLIVE, type OpenTimesheets, openTimesheets, refusal, TOMA, worked } from '../open-timesheets.js';

let open: OpenTimesheets;
beforeAll(async () => {
  open = await openTimesheets();
});
beforeEach(() => open.begin({ period: 'week' }));
afterAll(() => open.database.close());

const press = async (act: 'in' | 'out' | 'break', project?: string, by = TOMA) => {
  const who = await open.person(by);
  return open.work((desk) => punch(desk, who, act, project));
};
const state = async (by = TOMA) => {
  const who = await open.person(by);
  return open.look((desk) => clockState(desk, who));
};
const project = (name: string) => open.work((desk) => keepProject(desk, OLIVE, null, name));

describe('the punch clock', () => {
  it('counts today’s minutes up to now, and what was worked before a break', async () => {
    expect(await state()).toEqual({ open: null, minutes: 0 });
    await press('in');
    open.later(90);
    expect(await state()).toMatchObject({ open: { kind: 'work' }, minutes: 90 });
    await press('break');
    open.later(30);
    expect(await state()).toMatchObject({ open: { kind: 'break' }, minutes: 90 });
    await press('in');
    open.later(60);
    await press('out');
    expect(await state()).toEqual({ open: null, minutes: 150 });
    expect(await state(ANA)).toEqual({ open: null, minutes: 0 });
  });

  it('begins each day anew, where the person is', async () => {
    open.at('2026-11-18T21:00:00Z');
    await press('in');
    open.at('2026-11-18T23:30:00Z');
    expect((await state()).minutes).toBe(90);
  });

  it('takes a part of a project’s name, its own name before longer ones', async () => {
    const [harbour] = [await project('Harbour'), await project('Harbour two'), await project('Țărm')];
    await press('in', ' harbour ');
    expect((await state()).open?.projectId).toBe(harbour.id);
    await press('in', 'tarm');
    expect((await state()).open?.projectId).not.toBe(harbour.id);
    expect(await refusal(press('in', 'harb'))).toContain('harb');
    expect(await refusal(press('in', 'quay'))).not.toBe('');
  });

  it('fills the sheet in the place of what stood on those days, and leaves the others', async () => {
    await open.work((desk) =>
      writeLines(desk, TOMA, { ownerId: TOMA, day: day('2026-11-16') }, [
        worked('2026-11-16', 8),
        worked('2026-11-18', 3),
      ]),
    );
    await press('in');
    open.later(240);
    await press('out');
    const who = await open.person(TOMA);
    const place = { ownerId: TOMA, day: day('2026-11-18') };
    const period = { first: day('2026-11-16'), last: day('2026-11-22') };
    const sheet = await open.work((desk) => fillFromClock(desk, who, place, period));
    expect(sheet.entries.map((entry) => [entry.day.toString(), entry.minutes, entry.kind, entry.note])).toEqual([
      ['2026-11-16', 480, 'work', null],
      ['2026-11-18', 240, 'work', null],
    ]);
  });

  it('fills in all of the last day, and nothing of the days beside the period', async () => {
    for (const [from, hours] of [
      ['2026-11-15T08:00:00Z', 1],
      ['2026-11-22T20:00:00Z', 1],
      ['2026-11-22T22:00:00Z', 1],
    ] as const) {
      open.at(from);
      await press('in');
      open.later(hours * 60);
      await press('out');
    }
    const who = await open.person(TOMA);
    const place = { ownerId: TOMA, day: day('2026-11-18') };
    const sheet = await open.work((desk) =>
      fillFromClock(desk, who, place, { first: day('2026-11-16'), last: day('2026-11-22') }),
    );
    expect(sheet.entries.map((entry) => [entry.day.toString(), entry.minutes])).toEqual([['2026-11-22', 60]]);
  });
});

describe('whoever forgot to press “out”', () => {
  const forgetOut = async () => {
    await press('in');
    open.later(14 * 60 - 1);
    await open.work(askForgetful);
    expect(await open.saidTo(TOMA)).toEqual([]);
    open.later(1);
    await open.work(askForgetful);
    await open.work(askForgetful);
    expect(await open.saidTo(TOMA)).toHaveLength(1);
    const { id } = await open.prisma.stint.findFirstOrThrow();
    return id;
  };
  const went = async (id: string, at: string, by = TOMA) => {
    const who = await open.person(by);
    return open.work((desk) => putRight(desk, who, id, Temporal.PlainDateTime.from(at)));
  };

  it('is asked once when it was, and says it by the clock on their wall', async () => {
    const id = await forgetOut();
    const done = await went(id, '2026-11-18T17:30');
    expect(done).toMatchObject({ id, endedBy: 'corrected' });
    expect(done.endedAt?.toString()).toBe('2026-11-18T15:30:00Z');
    expect(await open.look((desk) => stintOf(desk, id))).toMatchObject({ endedBy: 'corrected' });
  });

  it('can’t have gone before they came, nor later than now, which is told at the time', async () => {
    const id = await forgetOut();
    for (const at of ['2026-11-18T09:00', '2026-11-20T09:00']) expect(await refusedAt(went(id, at))).toBe('time');
  });

  it('can’t put right what isn’t theirs, or what they pressed themselves', async () => {
    const id = await forgetOut();
    expect(await refusal(went(id, '2026-11-18T17:30', ANA))).not.toBe('');
    expect(await refusedAt(went(id, '2026-11-18T17:30', ANA))).toBeUndefined();
    await press('in');
    open.later(10);
    await press('out');
    const own = await open.prisma.stint.findFirstOrThrow({ where: { endedBy: 'person' } });
    expect(await refusedAt(went(own.id, '2026-11-19T00:05'))).toBeUndefined();
  });
});
