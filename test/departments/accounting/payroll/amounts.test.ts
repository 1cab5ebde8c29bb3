import fc from 'fast-check';
import { amountIds } from '../../../../src/departments/accounting/payroll/amount-ids.js';
import { readSize } from '../../../../src/departments/accounting/payroll/views/amount-form.js';
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
import { employee, eur, fullWeek, ron, sheet, terms } from './run/samples.js';

let office: OpenPayroll;
beforeAll(async () => {
  office = await openPayroll();
});
afterAll(() => office.database.close());
beforeEach(async () => {
  await office.begin();
  await office.hire(
    [employee('1', { name: 'Ion & Co' }), employee('2')],
    [terms('1', '2020-01-01'), terms('2', '2020-01-01')],
  );
  office.hoursAre(['U1', 'U2'].map((id) => sheet(id, '2026-11-02', fullWeek('2026-11-02'))));
});

const list = async (by = OFFICER) => shown(await types(office, by, 'amounts'));
const blank = async () => shown(await presses(office, OFFICER, amountIds.add, await list()));
const tax = { kind: 'deduction', name: 'Tax', size: '10 %', from: '2026-01-01' };
const send = async (answers: Record<string, string>, by = OFFICER, view = blank()) =>
  sends(office, by, await view, answers);
const errors = async (answers: Record<string, string>) => (await send(answers))?.errors;
const prepare = () => office.prepare('2026-11-01', '2026-11-30', '2026-12-10');

describe('allowances and deductions', () => {
  it('are none at first; once written they stand in the list, and on the payslips of the next run', async () => {
    expect(textOf((await list()).blocks)).toContain('There are none yet');
    const answer = await send(tax);
    expect(textOf(answer?.beneath?.blocks)).toContain('Saved: Tax, 10 %');
    await send({ kind: 'allowance', name: 'Lunch <!here>', size: '350,50', whom: '1', from: '2026-11-01' });
    const text = textOf((await list()).blocks);
    expect(text).toContain('*Tax* · Deduction · 10 %\\nEverybody, from 1 January 2026');
    expect(text).toContain('*Lunch &lt;!here&gt;* · Allowance · 350.50 RON\\nIon &amp; Co (1), from 1 November 2026');
    const { id } = await prepare();
    const slips = await office.prisma.payslipRow.findMany({ where: { runId: id }, orderBy: { employeeNumber: 'asc' } });
    // 40 hours at 30.00; the first has 350.50 more, and a tenth of it all goes.
    expect(slips.map(({ gross, deducted, net }) => [gross, deducted, net])).toEqual([
      [155_050n, 15_505n, 139_545n],
      [120_000n, 12_000n, 108_000n],
    ]);
  });

  it('can be changed, ended and taken away, until an approved run may have paid them', async () => {
    await send(tax);
    const form = shown(await presses(office, OFFICER, amountIds.edit, await list()));
    expect(textOf(form.blocks)).toContain('"initial_value":"10 %"');
    await send({ ...tax, size: '12,5 %', until: '2026-12-31' }, OFFICER, Promise.resolve(form));
    expect(textOf((await list()).blocks)).toContain('12.5 %\\nEverybody, 1 January 2026 to 31 December 2026');
    const run = await prepare();
    await office.prisma.runFinding.deleteMany();
    await office.settle(run.id);
    expect(await refusal(presses(office, OFFICER, amountIds.remove, await list()))).toContain(
      'Set its last day instead',
    );
    await send({ ...tax, name: 'Union', from: '2027-01-01' });
    const union = (await office.prisma.payAdjustment.findFirstOrThrow({ where: { name: 'Union' } })).id;
    const gone = shown(await presses(office, OFFICER, amountIds.remove, [], union));
    expect(textOf(gone.blocks)).toContain('Removed.');
    expect(textOf(gone.blocks)).not.toContain('Union');
    expect(await refusal(presses(office, OFFICER, amountIds.edit, [], union))).toContain('any more');
    expect(await refusal(presses(office, OFFICER, amountIds.edit, [], 'made up'))).toContain('any more');
  });

  it('are refused where they make no sense, at the field', async () => {
    expect(Object.keys((await errors({})) ?? {})).toEqual(['kind', 'name', 'size', 'from']);
    expect(await errors({ ...tax, size: 'a lot' })).toEqual({ size: expect.stringContaining('“a lot” is neither') });
    expect(await refusal(send({ ...tax, until: '2025-12-31' }))).toContain('before the first');
    expect(await refusal(send({ ...tax, whom: '99' }))).toContain('Nobody on the payroll');
    await send(tax);
    expect(await refusal(send({ ...tax, name: 'TAX' }))).toContain('There is one called “TAX”');
    expect((await send({ ...tax, whom: '1' }))?.beneath).toBeDefined();
    expect((await send({ ...tax, kind: 'allowance' }))?.beneath).toBeDefined();
  });

  it('are changed by officers, read by those who may see pay, and closed to everybody else', async () => {
    await send(tax);
    for (const by of [APPROVER, OVERSEER]) {
      const view = await list(by);
      expect(textOf(view.blocks)).toContain('*Tax*');
      expect(buttonsIn(view.blocks)).toEqual([]);
      expect(await refusal(send(tax, by))).toContain('Only those who keep the payroll');
    }
    const search = office.desk.searches?.[amountIds.search];
    for (const by of [NOBODY, ADMIN]) {
      expect(await refusal(list(by))).toContain('Only those who keep the payroll');
      const person = await office.office.read(({ people }) => people.get(by));
      if (!person || !search) throw new Error('there is no such door');
      const visit = { person, language: person.language, now: office.now(), key: `search-${by}`, query: '' };
      expect(await refusal(Promise.resolve(search(visit as Parameters<typeof search>[0])))).toContain('Only those who');
    }
    expect(textOf((await list(SECOND_OFFICER)).blocks)).toContain('*Tax* · Reținere · 10 %');
  });

  it('leave no amount on the record', async () => {
    await send({ ...tax, size: '777.70' });
    const entries = await office.prisma.auditEntry.findMany({ where: { action: { contains: 'adjustment' } } });
    expect(entries).toHaveLength(1);
    // Any digits may stand in a row's id.
    const said = entries.map(({ detail, object }) => [detail, object.replace(/[0-9a-f-]{36}$/, '')]);
    expect(JSON.stringify(said)).not.toMatch(/777|77770/);
  });
});

describe('how much', () => {
  it.each([
    ['10 %', { basisPoints: 1000 }],
    ['7,5%', { basisPoints: 750 }],
    ['100%', { basisPoints: 10_000 }],
    ['350', { amount: ron(35_000) }],
    ['1.350,50', { amount: ron(135_050) }],
    ['20 eur', { amount: eur(2000) }],
    ['20.05EUR', { amount: eur(2005) }],
  ])('“%s” is read as people write it', (text, size) => expect(readSize(text, 'RON')).toEqual(size));

  it.each(['', '0', '0 %', '101 %', '-5', '7,555 %', '12.3456', 'ten', '% 5', '99999999999', '5 %%'])(
    '“%s” is none',
    (text) => expect(readSize(text, 'RON')).toBeNull(),
  );

  it('never throws, and is never nothing or below', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9., %A-Z]{0,12}$/)), (text) => {
        const size = readSize(text, 'RON');
        if (size) expect('amount' in size ? size.amount.minor : size.basisPoints).toBeGreaterThan(0);
      }),
    );
  });
});
