import { ids } from '../../../../../src/departments/accounting/timesheets/ids.js';
import { command, filled, press, presses, send, shown, textOf } from '../../../../support/visits.js';
import { ANA, OLIVE, type OpenTimesheets, openTimesheets, refusal, TOMA } from '../open-timesheets.js';

let open: OpenTimesheets;
beforeAll(async () => {
  open = await openTimesheets();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const look = async (by = OLIVE, whose = TOMA) => shown(await command(open, by, 'pattern', `<@${whose}>`));
const add = async (typed: Record<string, string | null>) => {
  const form = shown(await presses(open, OLIVE, ids.addPattern, await look()));
  return send(open, OLIVE, form, filled(form, typed));
};
const patterns = async () =>
  (await open.prisma.workPattern.findMany({ orderBy: { validFrom: 'asc' } })).map(({ validFrom, minutes }) => [
    validFrom.toISOString().slice(0, 10),
    minutes.map((amount) => amount / 60).join(' '),
  ]);

describe('somebody’s working week', () => {
  it('is the office’s until an accountant writes another', async () => {
    expect(textOf(await look())).toContain('The office’s hours hold: Mon–Fri 8:00 · 40:00 h a week');
    const form = shown(await presses(open, OLIVE, ids.addPattern, await look()));
    expect(filled(form, {}).week).toMatchObject({ answer: { value: 'Mon–Fri 8:00' } });
    const after = textOf(await add({ validFrom: '2026-11-16', week: 'mon-thu 6, fri 4,5', startsOn: '2026-11-17' }));
    expect(after).toContain('Mon–Thu 6:00, Fri 4:30 · 28:30 h a week');
    expect(after).toContain('first day 17 November 2026');
    expect(await patterns()).toEqual([['2026-11-16', '6 6 6 6 4.5 0 0']]);
    const sheet = textOf(await press(open, TOMA, ids.open, JSON.stringify({ owner: TOMA, day: '2026-11-16' })));
    expect(sheet).toContain('22:30');
  });

  it('is changed, moved to another day, and taken away again', async () => {
    await add({ validFrom: '2026-11-16', week: 'mon-fri 6' });
    await add({ validFrom: '2026-12-01', week: 'mon-fri 4' });
    const form = shown(await presses(open, OLIVE, ids.editPattern, await look()));
    expect(filled(form, {}).validFrom).toMatchObject({ answer: { selected_date: '2026-12-01' } });
    await send(open, OLIVE, form, filled(form, { validFrom: '2026-12-07', week: 'tue 4' }));
    expect(await patterns()).toEqual([
      ['2026-11-16', '6 6 6 6 6 0 0'],
      ['2026-12-07', '0 4 0 0 0 0 0'],
    ]);
    const left = textOf(await presses(open, OLIVE, ids.removePattern, await look()));
    expect(left).toContain('Removed');
    expect(await patterns()).toEqual([['2026-11-16', '6 6 6 6 6 0 0']]);
    const record = await open.prisma.auditEntry.findMany({ where: { action: { contains: 'pattern' } } });
    expect(record.map(({ action }) => action.split('.').at(-1)).sort()).toEqual([
      ...['keep-pattern', 'keep-pattern', 'keep-pattern', 'remove-pattern'],
    ]);
  });

  it('says at the field what is wrong', async () => {
    expect(await add({ week: 'mon 25', validFrom: null })).toEqual({
      errors: {
        week: expect.stringContaining('has no amount of hours for one day'),
        validFrom: 'Choose a day.',
      },
    });
    const wrong = (typed: Record<string, string | null>) => refusal(add({ validFrom: '2026-11-16', ...typed }));
    expect(await wrong({ startsOn: '2026-12-01', endsOn: '2026-11-30' })).toContain('before the first');
    expect(await wrong({ endsOn: '2026-11-15' })).toContain('before the working week begins');
    await add({ validFrom: '2026-11-16' });
    expect(await wrong({})).toContain('from that day already');
    expect(await patterns()).toHaveLength(1);
  });

  it('that was taken away meanwhile can’t be changed', async () => {
    await add({ validFrom: '2026-11-16' });
    const page = await look();
    const form = shown(await presses(open, OLIVE, ids.editPattern, page));
    await presses(open, OLIVE, ids.removePattern, page);
    expect(await refusal(send(open, OLIVE, form, filled(form, {})))).toContain('meanwhile');
    expect(await refusal(presses(open, OLIVE, ids.editPattern, page))).toContain('meanwhile');
  });

  it('is read by whom it concerns, without buttons', async () => {
    await add({ validFrom: '2026-11-16', week: 'mon-fri 6' });
    for (const [by, said] of [
      [TOMA, 'lun.–vin. 6:00'],
      [ANA, 'Mon–Fri 6:00'],
    ] as const) {
      const page = textOf(await look(by));
      expect(page).toContain(said);
      expect(page).not.toContain('pattern-2026');
      expect(page).not.toContain('users_select');
    }
    const other = await presses(open, OLIVE, ids.choosePerson, await look(), ANA);
    expect(textOf(other)).toContain('office’s hours hold');
  });
});
