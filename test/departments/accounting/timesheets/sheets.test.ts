import { sheetApproval } from '../../../../src/departments/accounting/timesheets/approval.js';
import { timesheetHours } from '../../../../src/departments/accounting/timesheets/hours.js';
import { rowField } from '../../../../src/departments/accounting/timesheets/ids.js';
import { patternsIn } from '../../../../src/departments/accounting/timesheets/patterns/store.js';
import {
  correctSheet,
  dropCorrection,
  submitSheet,
  withdrawSheet,
} from '../../../../src/departments/accounting/timesheets/service/hand-in.js';
import { lockApproved } from '../../../../src/departments/accounting/timesheets/service/lock.js';
import { seeSheet } from '../../../../src/departments/accounting/timesheets/service/place.js';
import { archiveProject, keepProject } from '../../../../src/departments/accounting/timesheets/service/projects.js';
import { remindOwners } from '../../../../src/departments/accounting/timesheets/service/remind.js';
import { copyLast, writeDay, writeLines } from '../../../../src/departments/accounting/timesheets/service/write.js';
import { readDay } from '../../../../src/departments/accounting/timesheets/views/day-form.js';
import { words } from '../../../../src/departments/accounting/timesheets/words.js';
import { decideApproval, undoApproval } from '../../../../src/platform/approvals/decide.js';
import {
  ANA,
  day,
  HAZEL,
  LINDEN,
  OLIVE,
  type OpenTimesheets,
  openTimesheets,
  refusal,
  TOMA,
  worked,
} from './open-timesheets.js';

let open: OpenTimesheets;
beforeAll(async () => {
  open = await openTimesheets();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const week = (ownerId: string, on = '2026-11-16') => ({ ownerId, day: day(on) });
const workWeek = ['16', '17', '18', '19', '20'].map((date) => worked(`2026-11-${date}`, 8));
const write = (by: string, entries = workWeek, place = week(by)) =>
  open.work((desk) => writeLines(desk, by, place, entries));
const handIn = (by: string, place = week(by)) => open.work((desk) => submitSheet(desk, by, place));
const decide = async (by: string, outcome: 'approved' | 'returned', subject?: string) => {
  const waiting = await open.prisma.approval.findFirstOrThrow({
    where: { state: 'open', ...(subject && { subject }) },
    orderBy: { askedAt: 'desc' },
  });
  const what = outcome === 'approved' ? { outcome } : { outcome, reason: 'Too long' };
  return open.office.transact((tx) => decideApproval(tx, [sheetApproval], waiting.id, by, what));
};
const stateOf = async (ownerId: string) =>
  (await open.prisma.sheet.findFirstOrThrow({ where: { personId: ownerId } })).state;

describe('writing hours', () => {
  it('is saved at once, and repeating a line changes nothing', async () => {
    await write(TOMA);
    const again = await write(TOMA);
    expect(again.entries).toHaveLength(5);
    expect(await stateOf(TOMA)).toBe('draft');
  });

  it('is not for somebody else to do, and not for colleagues to see', async () => {
    expect(await refusal(write(LINDEN, workWeek, week(TOMA)))).toContain('This isn’t yours');
    expect(await refusal(write(ANA, workWeek, week(TOMA)))).toContain('This isn’t yours');
    expect(await refusal(open.work((desk) => seeSheet(desk, LINDEN, week(TOMA))))).toContain('This isn’t yours');
    expect((await open.work((desk) => seeSheet(desk, ANA, week(TOMA)))).canWrite).toBe(false);
  });

  it('stops at a few periods ahead, before joining, and after leaving', async () => {
    expect(await refusal(write(TOMA, [worked('2027-03-01', 8)], week(TOMA, '2027-03-01')))).toContain('periods ahead');
    await open.office.transact(({ db }) =>
      patternsIn(db).keep(TOMA, {
        validFrom: day('2026-11-17'),
        minutes: [480, 480, 480, 480, 480, 0, 0],
        startsOn: day('2026-11-17'),
        endsOn: day('2026-11-19'),
      }),
    );
    expect(await refusal(write(TOMA))).toContain('Hours before 2026-11-17');
    expect(await refusal(write(TOMA, [worked('2026-11-20', 8)]))).toContain('Hours after 2026-11-19');
    expect((await write(TOMA, [worked('2026-11-18', 8)])).entries).toHaveLength(1);
  });

  it('never makes a day longer than it is: 23 hours when clocks go forward', async () => {
    open.at('2026-03-30T08:00:00Z');
    const place = week(TOMA, '2026-03-29');
    expect(await refusal(write(TOMA, [worked('2026-03-29', 23.5)], place))).toContain('at most 23:00 h are possible');
    expect((await write(TOMA, [worked('2026-03-29', 23)], place)).entries).toHaveLength(1);
    const two = [worked('2026-03-28', 20), worked('2026-03-28', 5, { kind: 'leave' })];
    expect(await refusal(write(TOMA, two, place))).toContain('25:00 h');
  });

  it('from two windows loses nothing: the form that shows an older day is refused', async () => {
    const shown = (await write(TOMA)).edition;
    await write(TOMA, [worked('2026-11-16', 4)]);
    const late = open.work((desk) => writeDay(desk, TOMA, week(TOMA), shown, [worked('2026-11-16', 9)]));
    expect(await refusal(late)).toContain('changed this day meanwhile');
    const sheet = await open.work((desk) => writeDay(desk, TOMA, week(TOMA), shown + 1, [worked('2026-11-16', 9)]));
    expect(sheet.entries.find((entry) => entry.day.equals(day('2026-11-16')))?.minutes).toBe(540);
  });

  it('goes on from the week before, without its absences, holidays, and projects that were put away', async () => {
    const project = await open.work((desk) => keepProject(desk, OLIVE, null, 'Website'));
    const last = [
      worked('2026-11-23', 8, { projectId: project.id }),
      worked('2026-11-24', 8),
      worked('2026-11-25', 8, { kind: 'leave' }),
    ];
    open.at('2026-12-02T08:00:00Z');
    await write(TOMA, last, week(TOMA, '2026-11-23'));
    await write(TOMA, [worked('2026-12-02', 3)], week(TOMA, '2026-11-30'));
    const copied = await open.work((desk) => copyLast(desk, TOMA, week(TOMA, '2026-11-30')));
    // Tuesday the first of December is a holiday, Wednesday was leave, and has hours already.
    expect(copied.entries.map((entry) => [String(entry.day), entry.projectId])).toEqual([
      ['2026-11-30', project.id],
      ['2026-12-02', null],
    ]);
    expect(await refusal(open.work((desk) => copyLast(desk, TOMA, week(TOMA, '2026-11-30'))))).toContain(
      'nothing to copy',
    );
  });

  it('goes to open projects only, whatever a form claims; what was booked before stays', async () => {
    const project = await open.work((desk) => keepProject(desk, OLIVE, null, 'Website'));
    const booked = worked('2026-11-16', 4, { projectId: project.id });
    await write(TOMA, [booked]);
    await open.work((desk) => archiveProject(desk, OLIVE, project.id, true));
    const forged = worked('2026-11-17', 4, { projectId: '00000000-0000-4000-8000-000000000000' });
    expect(await refusal(write(TOMA, [forged]))).toContain('can’t be booked on');
    expect(await refusal(write(TOMA, [{ ...forged, projectId: 'no id at all' }]))).toContain('can’t be booked on');
    expect((await write(TOMA, [worked('2026-11-17', 2)])).entries).toHaveLength(2);
    expect(await refusal(open.work((desk) => archiveProject(desk, OLIVE, 'no id at all', true)))).not.toBe('');
  });

  it('in the form of a day keeps the hours at night of a row that wasn’t touched', async () => {
    const night = { from: 22 * 60, to: 24 * 60 };
    const { entries } = await write(TOMA, [
      worked('2026-11-16', 0, { time: night }),
      worked('2026-11-16', 1, { kind: 'sick' }),
    ]);
    const typed = (hours: string) => {
      const values = { [rowField('hours', 0)]: { answer: { type: 'plain_text_input', value: hours } } };
      const read = readDay(words.in('en'), values, day('2026-11-16'), entries);
      if ('errors' in read) throw new Error(JSON.stringify(read.errors));
      return open.work((desk) => writeDay(desk, TOMA, week(TOMA), null, read.entries));
    };
    expect((await typed('2:00')).entries[0]).toMatchObject({ minutes: 120, nightMinutes: 120 });
    expect((await typed('1:00')).entries[0]).toMatchObject({ minutes: 60, nightMinutes: 0 });
  });
});

describe('handing in', () => {
  it('asks the manager, and nobody else', async () => {
    await write(TOMA);
    await handIn(TOMA);
    expect(await open.saidTo(ANA)).toEqual([expect.stringContaining('Waits for your decision')]);
    expect(await open.saidTo(HAZEL)).toEqual([]);
    expect(await open.saidTo(OLIVE)).toEqual([]);
  });

  it('asks the accountants where there is no manager', async () => {
    await write(LINDEN);
    await handIn(LINDEN);
    expect(await open.saidTo(OLIVE)).toHaveLength(1);
  });

  it('asks the manager’s manager as well while the manager is away with nobody standing in', async () => {
    await open.prisma.absence.create({
      data: { personId: ANA, firstDay: new Date('2026-11-16'), lastDay: new Date('2026-11-30') },
    });
    await write(TOMA);
    await handIn(TOMA);
    expect(await open.saidTo(HAZEL)).toHaveLength(1);
    await decide(HAZEL, 'approved');
    expect(await stateOf(TOMA)).toBe('approved');
  });

  it('asks whoever stands in for the manager, and says so', async () => {
    await open.prisma.delegation.create({
      data: { personId: ANA, delegateId: LINDEN, firstDay: new Date('2026-11-18'), lastDay: new Date('2026-11-18') },
    });
    await write(TOMA);
    await handIn(TOMA);
    expect(await open.saidTo(LINDEN)).toEqual([expect.stringContaining('you stand in for')]);
    await decide(LINDEN, 'approved');
    const decided = await open.prisma.approval.findFirstOrThrow();
    expect(decided).toMatchObject({ decidedBy: LINDEN, actingFor: ANA });
  });

  it('of nothing, or of work that is still to come, is declined', async () => {
    await open.work((desk) => writeLines(desk, TOMA, week(TOMA), []));
    expect(await refusal(handIn(TOMA))).toContain('nothing to hand in');
    const ahead = week(TOMA, '2026-11-23');
    await write(TOMA, [worked('2026-11-23', 8)], ahead);
    expect(await refusal(handIn(TOMA, ahead))).toContain('hasn’t begun');
    await write(TOMA, [worked('2026-11-23', 8, { kind: 'leave' }), worked('2026-11-23', 0)], ahead);
    expect((await handIn(TOMA, ahead)).state).toBe('submitted');
  });

  it('can be taken back before it is decided, and no later', async () => {
    await write(TOMA);
    await handIn(TOMA);
    expect(await refusal(write(TOMA))).toContain('Take it back first');
    await open.work((desk) => withdrawSheet(desk, TOMA, week(TOMA)));
    expect(await stateOf(TOMA)).toBe('draft');
    expect((await open.prisma.approval.findFirstOrThrow()).state).toBe('withdrawn');
    await handIn(TOMA);
    await decide(ANA, 'approved');
    expect(await refusal(open.work((desk) => withdrawSheet(desk, TOMA, week(TOMA))))).toContain('approved already');
  });
});

describe('deciding', () => {
  it('returns with a reason that the owner reads, and asks anew after that', async () => {
    await write(TOMA);
    await handIn(TOMA);
    await decide(ANA, 'returned');
    expect(await stateOf(TOMA)).toBe('returned');
    expect(await open.saidTo(TOMA)).toEqual([expect.stringContaining('Too long')]);
    await write(TOMA, [worked('2026-11-20', 4)]);
    await handIn(TOMA);
    await decide(ANA, 'approved');
    expect(await stateOf(TOMA)).toBe('approved');
  });

  it('is not for oneself, nor for whoever isn’t asked', async () => {
    await write(ANA, workWeek, week(ANA));
    await handIn(ANA);
    expect(await refusal(decide(ANA, 'approved'))).toContain('Nobody decides on what they asked for themselves');
    expect(await refusal(decide(LINDEN, 'approved'))).toContain('not for you');
  });

  it('a second time says by whom it was decided', async () => {
    await write(TOMA);
    await handIn(TOMA);
    const { id } = await open.prisma.approval.findFirstOrThrow();
    await decide(ANA, 'approved');
    const again = open.office.transact((tx) => decideApproval(tx, [sheetApproval], id, ANA, { outcome: 'approved' }));
    expect(await refusal(again)).toContain(`<@${ANA}> has approved this already`);
  });

  it('can be taken back for a quarter of an hour', async () => {
    await write(TOMA);
    await handIn(TOMA);
    const { id } = await open.prisma.approval.findFirstOrThrow();
    const undo = (by: string) => open.office.transact((tx) => undoApproval(tx, [sheetApproval], id, by));
    await decide(ANA, 'approved');
    open.later(14);
    expect(await refusal(undo(HAZEL))).toContain('Only');
    await undo(ANA);
    expect(await stateOf(TOMA)).toBe('submitted');
    await decide(ANA, 'approved');
    open.later(15);
    expect(await refusal(undo(ANA))).toContain("can't be taken back any more");
  });

  it('needs a second yes where there are very many hours, from an accountant who didn’t give the first', async () => {
    await open.begin({ secondLevelOver: 45 * 60 });
    await write(TOMA, [...workWeek, worked('2026-11-21', 8)]);
    await handIn(TOMA);
    await decide(ANA, 'approved');
    expect(await stateOf(TOMA)).toBe('submitted');
    expect(await refusal(decide(ANA, 'approved'))).toContain('somebody else decides');
    await decide(OLIVE, 'approved');
    expect(await stateOf(TOMA)).toBe('approved');
  });
});

describe('the cut-off', () => {
  const approve = async () => {
    await write(TOMA);
    await handIn(TOMA);
    await decide(ANA, 'approved');
  };
  const lock = () => open.work(lockApproved);

  it('locks on Monday noon what was approved, and nothing before', async () => {
    await approve();
    open.at('2026-11-23T09:59:00Z');
    expect(await lock()).toBe(0);
    open.at('2026-11-23T10:00:00Z');
    expect(await lock()).toBe(1);
    expect(await stateOf(TOMA)).toBe('locked');
  });

  it('leaves to a late approval its quarter of an hour', async () => {
    await write(TOMA);
    await handIn(TOMA);
    open.at('2026-11-24T08:00:00Z');
    await decide(ANA, 'approved');
    open.later(14);
    expect(await lock()).toBe(0);
    open.later(1);
    expect(await lock()).toBe(1);
  });

  it('moves behind a holiday', async () => {
    open.at('2026-12-01T12:00:00Z');
    await open.begin();
    await open.office.transact(async (tx) =>
      tx.settings.set('office', { timeZone: 'Europe/Bucharest', holidays: [{ date: '2026-11-23', name: 'x' }] }, HAZEL),
    );
    await approve();
    open.at('2026-11-23T16:00:00Z');
    expect(await lock()).toBe(0);
    open.at('2026-11-24T10:00:00Z');
    expect(await lock()).toBe(1);
  });

  it('gives payroll the hours by what they are worth, and of a correction only once that is locked', async () => {
    await approve();
    open.at('2026-11-23T10:00:00Z');
    await lock();
    const days = { from: day('2026-11-01'), until: day('2026-11-30') };
    const paid = () => open.office.read(({ db }) => timesheetHours.locked(db, days));
    const minutes = async () => (await paid())[0]?.slices.map((slice) => [slice.minutes, slice.percent]);
    expect(await minutes()).toEqual(Array.from({ length: 5 }, () => [480, 100]));

    await open.work((desk) => correctSheet(desk, TOMA, week(TOMA), 'Forgot Saturday'));
    await write(TOMA, [worked('2026-11-21', 2)]);
    expect(await minutes()).toHaveLength(5);
    await handIn(TOMA);
    await decide(ANA, 'approved');
    open.later(16);
    await lock();
    expect(await minutes()).toEqual([...Array.from({ length: 5 }, () => [480, 100]), [120, 200]]);
    expect((await paid())[0]).toMatchObject({ version: 2, personId: TOMA });
  });

  it('has who wrote what after the lock on record, and no draft of one’s own', async () => {
    const written = async () => {
      const rows = await open.prisma.auditEntry.findMany({
        where: { action: 'accounting.timesheets.write' },
        orderBy: { seq: 'asc' },
      });
      return rows.map(({ actor, detail }) => [actor, JSON.parse(detail)]);
    };
    await approve();
    expect(await written()).toEqual([]);
    open.at('2026-11-23T10:00:00Z');
    await lock();
    await open.work((desk) => correctSheet(desk, TOMA, week(TOMA), 'Forgot Saturday'));
    await write(TOMA, [worked('2026-11-21', 2)]);
    await write(OLIVE, [worked('2026-11-16', 1)], week(TOMA));
    expect(await written()).toEqual([
      [TOMA, { version: 2, minutesBefore: 2400, minutes: 2520 }],
      [OLIVE, { version: 2, minutesBefore: 2520, minutes: 2100 }],
    ]);
  });

  it('has nothing to give up, and nothing to correct, before it is locked', async () => {
    await write(TOMA);
    expect(await refusal(open.work((desk) => dropCorrection(desk, TOMA, week(TOMA))))).not.toBe('');
    expect(await refusal(open.work((desk) => correctSheet(desk, TOMA, week(TOMA), 'Too early')))).not.toBe('');
    expect(await stateOf(TOMA)).toBe('draft');
  });

  it('lets a correction be given up: what was locked stands', async () => {
    await approve();
    open.at('2026-11-23T10:00:00Z');
    await lock();
    await open.work((desk) => correctSheet(desk, OLIVE, week(TOMA), 'A mistake'));
    await write(OLIVE, [worked('2026-11-16', 1)], week(TOMA));
    const dropped = await open.work((desk) => dropCorrection(desk, OLIVE, week(TOMA)));
    expect(dropped).toMatchObject({ state: 'locked', version: 1 });
    expect(dropped.entries.map((entry) => entry.minutes)).toEqual([480, 480, 480, 480, 480]);
  });

  it('says what is missing: never begun, or not locked', async () => {
    await write(TOMA);
    const days = { from: day('2026-11-16'), until: day('2026-11-22') };
    const missing = await open.office.read(({ db }) => timesheetHours.unfinished(db, days, [TOMA, ANA]));
    expect(missing.map(({ personId, state }) => [personId, state])).toEqual([
      [TOMA, 'draft'],
      [ANA, 'missing'],
    ]);
  });
});

describe('reminders', () => {
  it('come on Friday at three where people are, once, and stop when it is handed in', async () => {
    await write(TOMA);
    await handIn(TOMA);
    open.at('2026-11-20T13:00:00Z');
    await open.work(remindOwners);
    await open.work(remindOwners);
    expect(await open.saidTo(TOMA)).toEqual([]);
    expect(await open.saidTo(LINDEN)).toEqual([expect.stringContaining('isn’t handed in yet')]);
  });
});
