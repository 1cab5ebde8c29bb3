import fc from 'fast-check';
import { changeStint, type Told } from '../../../../../src/departments/accounting/timesheets/clock/change.js';
import { stintsIn } from '../../../../../src/departments/accounting/timesheets/clock/store.js';
import { ids } from '../../../../../src/departments/accounting/timesheets/ids.js';
import { Temporal } from '../../../../../src/platform/time.js';
import { command, filled, press, presses, refusedAt, send, shown, textOf } from '../../../../support/visits.js';
import { ANA, LINDEN, type OpenTimesheets, openTimesheets, refusal } from '../open-timesheets.js';

let open: OpenTimesheets;
beforeAll(async () => {
  open = await openTimesheets();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const clock = async (by = ANA) => shown(await command(open, by, 'clock'));
const add = async (typed: Record<string, string | null>, by = ANA) => {
  const form = shown(await presses(open, by, ids.addStretch, await clock(by)));
  return send(open, by, form, filled(form, typed));
};
const edit = async (typed: Record<string, string | null>) => {
  const form = shown(await presses(open, ANA, ids.editStretch, await clock()));
  return send(open, ANA, form, filled(form, typed));
};
const kept = async () =>
  (await open.prisma.stint.findMany({ orderBy: { startedAt: 'asc' } })).map(
    ({ kind, startedAt, endedAt }) =>
      `${kind} ${startedAt.toISOString().slice(8, 16)}–${endedAt?.toISOString().slice(8, 16) ?? '…'}`,
  );

// It is Wednesday, 18 November, ten in Bucharest, which is two hours ahead of UTC.
describe('what the clock counted', () => {
  it('says so where nothing was', async () => {
    expect(textOf(await clock())).toContain('The clock counted nothing in this week.');
  });

  it('takes what nobody pressed for, by the clock on the wall', async () => {
    const after = textOf(await add({ from: '08:00', until: '09:30' }));
    expect(after).toContain('Wed 18 Nov 08:00–09:30* · Work · 1:30');
    expect(await kept()).toEqual(['work 18T06:00–18T07:30']);
  });

  it('is put right after a late press, while it goes on', async () => {
    await command(open, ANA, 'in');
    open.later(60);
    expect(textOf(await clock())).toContain('10:00–…* · Work · goes on');
    await edit({ from: '09:15', until: '10:30' });
    expect(await kept()).toEqual(['work 18T07:15–18T08:30']);
    expect(textOf(await command(open, ANA, 'out'))).toContain('isn’t running');
  });

  it('forgets what was pressed by mistake; twice changes nothing', async () => {
    await command(open, ANA, 'in');
    const page = await clock();
    expect(textOf(await presses(open, ANA, ids.removeStretch, page))).toContain('Removed.');
    expect(textOf(await presses(open, ANA, ids.removeStretch, page))).toContain('Removed.');
    expect(await kept()).toEqual([]);
    const record = await open.prisma.auditEntry.findMany({ where: { action: { contains: 'stretch' } } });
    expect(record).toHaveLength(1);
  });

  it('has what was added, changed and removed on record, each as what it was', async () => {
    await add({ from: '08:00', until: '09:00' });
    await edit({ from: '08:15', until: '09:00' });
    await presses(open, ANA, ids.removeStretch, await clock());
    const rows = await open.prisma.auditEntry.findMany({
      where: { action: { contains: 'stretch' } },
      orderBy: { seq: 'asc' },
    });
    expect(rows.map(({ actor, action }) => [actor, action])).toEqual([
      ...['add', 'change', 'remove'].map((act) => [ANA, `accounting.timesheets.${act}-stretch`]),
    ]);
    expect(new Set(rows.map(({ object }) => object)).size).toBe(1);
  });

  it('is told at the field what can’t be', async () => {
    await add({ from: '08:00', until: '09:00' });
    expect(await refusedAt(add({ from: '09:00', until: '08:00' }))).toBe('until');
    expect(await refusedAt(add({ from: '08:59', until: '09:30' }))).toBe('from');
    expect(await refusedAt(add({ from: '09:00', until: '09:30', project: 'x' }))).toBe('project');
  });

  it('says at the field what can’t be, and keeps what was', async () => {
    await add({ from: '08:00', until: '09:00' });
    expect(await add({ from: null, until: null })).toEqual({
      errors: { from: 'Choose a time.', until: 'Choose a time.' },
    });
    expect(await refusal(add({ from: '09:00', until: '08:00' }))).toContain('before it began');
    expect(await refusal(add({ from: '09:00', until: '10:01' }))).toContain('still to come');
    expect(await refusal(add({ from: '08:59', until: '09:30' }))).toContain('some of this time');
    expect(await refusal(add({ fromDay: '2026-11-16', from: '08:00', until: '08:30' }))).toContain('24 hours');
    expect(await refusal(add({ from: '09:00', until: '09:30', project: 'x' }))).toContain('can’t be booked');
    expect(await kept()).toEqual(['work 18T06:00–18T07:00']);
  });

  it('may follow at once on another, and counts in the sheet', async () => {
    await add({ from: '08:00', until: '09:00' });
    await add({ from: '09:00', until: '09:15', kind: 'break' });
    await add({ from: '09:15', until: '10:00' });
    const sheet = await press(open, ANA, ids.fill, JSON.stringify({ owner: ANA, day: '2026-11-18' }));
    expect(textOf(sheet)).toContain('1:45');
  });

  it('is nobody else’s', async () => {
    await add({ from: '08:00', until: '09:00' });
    const page = await clock();
    expect(textOf(await clock(LINDEN))).toContain('counted nothing');
    expect(await refusal(presses(open, LINDEN, ids.editStretch, page))).toContain('isn’t yours');
    await presses(open, LINDEN, ids.removeStretch, page);
    const form = shown(await presses(open, ANA, ids.editStretch, page));
    expect(await refusal(send(open, LINDEN, form, filled(form, { until: '08:30' })))).toContain('isn’t yours');
    expect(await kept()).toEqual(['work 18T06:00–18T07:00']);
  });

  it('is shown by weeks, thirty on a page', async () => {
    const minute = (count: number) => new Date(Date.UTC(2026, 10, 16, 8, count));
    await open.prisma.stint.createMany({
      data: Array.from({ length: 31 }, (_, count) => ({
        ...{ personId: ANA, kind: 'work' as const, endedBy: 'person' as const },
        ...{ startedAt: minute(count), endedAt: minute(count + 1) },
      })),
    });
    const first = await clock();
    expect(textOf(first)).not.toContain('10:30–10:31');
    expect(textOf(await presses(open, ANA, `${ids.stretches}:on`, first))).toContain('10:30–10:31');
    expect(textOf(await presses(open, ANA, `${ids.stretches}:after`, first))).toContain('counted nothing');
  });

  it('never overlaps, whatever people say', async () => {
    const moment = fc.integer({ min: 0, max: 40 });
    const told = fc.record({ from: moment, until: moment, again: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(told, { maxLength: 8 }), async (stretches) => {
        await open.prisma.stint.deleteMany();
        const at = (quarter: number) => Temporal.Instant.from('2026-11-17T00:00:00Z').add({ minutes: quarter * 15 });
        let last: string | null = null;
        for (const { from, until, again } of stretches) {
          const said: Told = {
            ...{ stintId: again ? last : null, personId: ANA, projectId: null, kind: 'work', now: open.now() },
            ...{ startedAt: at(from), endedAt: at(until) },
          };
          const done = await open.office.transact(({ db }) => changeStint(stintsIn(db), said));
          if (done.outcome === 'changed') last = done.stint.id;
        }
        const rows = await open.prisma.stint.findMany({ orderBy: { startedAt: 'asc' } });
        for (const [place, { endedAt }] of rows.slice(0, -1).entries()) {
          expect(endedAt && rows[place + 1] && endedAt <= (rows[place + 1]?.startedAt ?? 0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
