import { runIds } from '../../../../src/departments/accounting/payroll/run-ids.js';
import { buttonsIn, presses, sends, shown, textOf, types } from '../../../support/visits.js';
import {
  ADMIN,
  APPROVER,
  NOBODY,
  OFFICER,
  type OpenPayroll,
  OVERSEER,
  openPayroll,
  refusal,
  SECOND_OFFICER,
} from './open-payroll.js';
import { adjustment, employee, eur, fullWeek, ron, sheet, slice, terms } from './run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());
beforeEach(async () => {
  await office.begin({ minimumHourly: { RON: 2500 } });
  await office.hire(
    [employee('1', { name: 'Ion & <!channel>' }), employee('2', { name: 'Eve' }), employee('3', { name: 'Low' })],
    [terms('1', '2020-01-01'), terms('2', '2020-01-01', eur(1000)), terms('3', '2020-01-01', ron(2000))],
    [adjustment('deduction', 'Tax', { id: '11111111-1111-4111-8111-111111111111' })],
  );
  office.hoursAre([
    sheet('U1', '2026-11-02', [
      ...fullWeek('2026-11-02'),
      slice('2026-11-07', 120, { percent: 175, premiums: ['weeklyOvertime', 'weekend'] }),
    ]),
    ...['U2', 'U3'].map((id) => sheet(id, '2026-11-02', fullWeek('2026-11-02'))),
  ]);
});

const days = { from: '2026-11-01', until: '2026-11-30', payday: '2026-12-10' };
const prepared = async (by = OFFICER) => {
  const form = shown(await types(office, by, 'run 2026-11'));
  return shown(await sends(office, by, form, days));
};
const refusals = (work: Promise<unknown>) => refusal(work);

describe('`/payroll run`', () => {
  it('offers last month and a payday on a working day', async () => {
    const form = shown(await types(office, OFFICER, 'run'));
    expect(textOf(form.blocks)).toMatch(/2026-11-01.*2026-11-30.*2026-12-10/);
    const march = shown(await types(office, OFFICER, 'run 2026-09'));
    // The tenth of October 2026 is a Saturday.
    expect(textOf(march.blocks)).toMatch(/2026-09-01.*2026-09-30.*2026-10-09/);
  });

  it('opens the run of that month when there is one', async () => {
    await prepared();
    expect(shown(await types(office, OFFICER, 'run 2026-11')).callback_id).toBe(runIds.view);
  });

  it('says what a month looks like, and which days are taken, at the field', async () => {
    expect(await refusals(types(office, OFFICER, 'run november'))).toContain('`2026-11`');
    const form = shown(await types(office, OFFICER, 'run'));
    await sends(office, OFFICER, form, days);
    const again = sends(office, OFFICER, form, days);
    await expect(again).rejects.toMatchObject({ field: 'from' });
    const empty = await sends(office, OFFICER, form, { from: days.from, until: days.until });
    expect(empty?.errors).toEqual({ payday: 'Choose a day.' });
  });

  it('shows sums by currency, the checks with a button each, and what can be done', async () => {
    const view = shown({ update: await prepared() });
    const text = textOf(view.blocks);
    expect(text).toContain('*EUR* · 1 payslip');
    expect(text).toContain('Gross 400.00 EUR · deducted 40.00 EUR · *net 360.00 EUR*');
    expect(text).toContain('*RON* · 2 payslips');
    expect(text).toContain('🛑 *1* · Below the minimum wage');
    expect(buttonsIn(view.blocks).map(({ action_id }) => action_id)).toEqual(
      expect.arrayContaining([runIds.people, `${runIds.findings}:belowMinimum`, runIds.submit, runIds.discard]),
    );
  });

  it('speaks Romanian with whoever does', async () => {
    const text = textOf((await prepared(SECOND_OFFICER)).blocks);
    expect(text).toContain('noiembrie 2026* · ciornă');
    expect(text).toContain('Brut 400,00 EUR · rețineri 40,00 EUR');
  });
});

describe('one person’s payslip', () => {
  it('is found by name, and answers for each line why it is so', async () => {
    const list = shown(await presses(office, OFFICER, runIds.people, await prepared()));
    expect(textOf(list.blocks)).toMatch(/Eve.*Ion &amp; &lt;!channel&gt;.*Low/);
    const found = shown(await sends(office, OFFICER, list, { query: ' ION ' }));
    expect(textOf(found.blocks)).not.toContain('Eve');
    const slip = shown(await presses(office, OFFICER, runIds.slip, found));
    expect(textOf(slip.blocks)).toContain('Work (weekend, overtime of the week), 2:00 h\\n*105.00 RON*');
    const why = shown(await presses(office, OFFICER, `${runIds.why}:1`, slip));
    expect(textOf(why.blocks)).toContain('2:00 hours × 30.00 RON an hour × 175 % = 105.00 RON');
    expect(textOf(why.blocks)).toContain('since 1 January 2020');
    const tax = shown(await presses(office, OFFICER, `${runIds.why}:2`, why));
    expect(textOf(tax.blocks)).toContain('10 % of 1,305.00 RON, which is the gross = -130.50 RON');
    expect(textOf(tax.blocks)).not.toContain('× 175 %');
  });

  it('isn’t found where nobody is called so', async () => {
    const list = shown(await presses(office, OFFICER, runIds.people, await prepared()));
    expect(textOf(shown(await sends(office, OFFICER, list, { query: '%' })).blocks)).toContain('Nobody is called so');
  });
});

describe('what the checks found', () => {
  it('is shown with its figures, and let pass by an approver with a reason', async () => {
    const run = await prepared();
    const look = `${runIds.findings}:belowMinimum`;
    const seen = shown(await presses(office, OFFICER, look, run));
    expect(textOf(seen.blocks)).toContain('40:00 h at 20.00 RON an hour; the minimum is 25.00 RON');
    expect(buttonsIn(seen.blocks).map(({ action_id }) => action_id)).not.toContain(runIds.pass);
    const theirs = shown(await presses(office, APPROVER, look, run));
    const form = shown(await presses(office, APPROVER, runIds.pass, theirs));
    const after = shown(await sends(office, APPROVER, form, { reason: 'Apprentice <!here>' }));
    expect(textOf(after.blocks)).toContain('Apprentice &lt;!here&gt;');
    const again = shown(await types(office, OFFICER, 'run 2026-11'));
    expect(textOf(again.blocks)).toContain('☑️ *1* · Below the minimum wage · let pass: 1');
  });

  it('is refused to whoever forges the button', async () => {
    const { private_metadata: id } = await prepared();
    const forged = JSON.stringify({ id, check: 'belowMinimum', whom: '3', page: 0 });
    const form = shown(await presses(office, OFFICER, runIds.pass, [], forged));
    expect(await refusals(sends(office, OFFICER, form, { reason: 'Mine' }))).toContain('Only those');
  });
});

describe('the life of a run in Slack', () => {
  it('is submitted, taken back, computed anew and discarded', async () => {
    const run = await prepared();
    const submitted = shown(await presses(office, OFFICER, runIds.submit, run));
    expect(textOf(submitted.blocks)).toContain('1 approver was asked');
    const back = shown(await presses(office, OFFICER, runIds.takeBack, submitted));
    const anew = shown(await presses(office, OFFICER, runIds.recompute, back));
    expect(textOf(anew.blocks)).toContain('Computed anew');
    expect(textOf(shown(await presses(office, OFFICER, runIds.discard, anew)).blocks)).toContain('is discarded');
    expect((await types(office, OFFICER, 'runs'))?.say?.text).toContain('no pay runs yet');
  });

  it('is listed without an amount', async () => {
    await prepared();
    const list = (await types(office, OVERSEER, 'runs'))?.say;
    expect(textOf(list?.blocks)).toContain('November 2026');
    expect(textOf(list?.blocks)).not.toMatch(/\d+[.,]\d\d/);
    const run = shown(await presses(office, OVERSEER, runIds.open, list?.blocks ?? []));
    expect(buttonsIn(run.blocks).map(({ action_id }) => action_id)).not.toContain(runIds.submit);
  });
});

describe('whoever doesn’t keep the payroll', () => {
  it('is told so at every door, and sees nothing', async () => {
    const run = await prepared();
    const id = run.private_metadata ?? '';
    const place = JSON.stringify({ id, query: '', page: 0 });
    const slip = JSON.stringify({ id, number: '1', currency: 'RON', line: 0, page: 0 });
    const found = JSON.stringify({ id, check: 'belowMinimum', page: 0 });
    const pass = shown(
      await presses(office, APPROVER, runIds.pass, [], JSON.stringify({ ...JSON.parse(found), whom: '3' })),
    );
    for (const by of [NOBODY, ADMIN]) {
      const tries = [
        () => types(office, by, 'runs'),
        () => types(office, by, 'run'),
        () => types(office, by, 'run 2026-11'),
        () =>
          sends(office, by, { ...run, callback_id: runIds.form }, { ...days, from: '2026-12-01', until: '2026-12-31' }),
        () => sends(office, by, pass, { reason: 'x' }),
        ...[runIds.open, runIds.recompute, runIds.submit, runIds.takeBack, runIds.markPaid, runIds.discard].map(
          (action) => () => presses(office, by, action, [], id),
        ),
        ...[runIds.people, runIds.peoplePage].map((action) => () => presses(office, by, action, [], place)),
        ...[runIds.slip, runIds.why].map((action) => () => presses(office, by, action, [], slip)),
        ...[runIds.findings, runIds.findingsPage].map((action) => () => presses(office, by, action, [], found)),
        () => sends(office, by, { ...run, callback_id: runIds.peopleView, private_metadata: place }, { query: 'Ion' }),
        () => presses(office, by, runIds.list, [], '0'),
      ];
      for (const attempt of tries) expect(await refusals(attempt())).toContain('Only those who keep the payroll');
    }
  });

  it('gets no further with what was made up', async () => {
    await prepared();
    for (const action of [runIds.people, runIds.slip, runIds.findings, runIds.pass]) {
      for (const value of ['', '{', '{"id":"x"}']) {
        expect(await refusals(presses(office, OFFICER, action, [], value))).toContain("can't be chosen here");
      }
    }
    expect(await refusals(presses(office, OFFICER, runIds.open, [], 'nothing'))).toContain('is gone');
  });
});

it('fits Slack’s limits with a hundred lines and every check', async () => {
  const rates = Array.from({ length: 100 }, (_, index) =>
    slice('2026-11-02', 1, { percent: 101 + index, premiums: ['night'] }),
  );
  office.hoursAre([sheet('U1', '2026-11-02', rates)]);
  const run = await prepared();
  const list = shown(await presses(office, OFFICER, runIds.people, run));
  const slip = shown(await presses(office, OFFICER, runIds.slip, list));
  expect(slip.blocks.length).toBeLessThanOrEqual(100);
  const [, on] = [slip, shown(await presses(office, OFFICER, `${runIds.why}:on`, slip))];
  expect(textOf(on.blocks)).toContain('Page 2 of 4');
  for (const view of [run, list, slip, on]) {
    expect(new Set(view.blocks.flatMap(({ block_id }) => block_id ?? [])).size).toBe(
      view.blocks.flatMap(({ block_id }) => block_id ?? []).length,
    );
    expect((view.private_metadata ?? '').length).toBeLessThanOrEqual(3000);
  }
});
