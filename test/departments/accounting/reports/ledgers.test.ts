import { DESK } from '../../../../src/departments/accounting/reports/ledger.js';
import { periodAround } from '../../../../src/departments/accounting/reports/rules/span.js';
import { REVENUE } from '../../../../src/departments/accounting/reports/service/revenue.js';
import { Temporal } from '../../../../src/platform/time.js';
import { filled, press, presses, refusal, send, shown, textOf, types } from '../../../support/visits.js';
import { JAY, KIT, OLIVE, type OpenReports, openReports } from './open-reports.js';

const titles = 'Date,Account,Description,Document,Amount';
const november = [
  titles,
  '2026-11-02,704,Sale,1,1000.00',
  '2026-11-03,641,Salaries,2,-400.00',
  '2026-11-04,612,Rent,3,-100.00',
].join('\n');

describe('a ledger', () => {
  let open: OpenReports;

  beforeAll(async () => {
    open = await openReports();
  });
  beforeEach(() => open.begin());
  afterAll(() => open.close());

  const totals = async (days = periodAround('month', Temporal.PlainDate.from('2026-11-02'))) => {
    const { source } = open.sources.get(REVENUE) ?? {};
    const tally = await open.office.read(async (look) => source?.tally(look, { days, language: 'en', readerId: null }));
    const told = Object.fromEntries(
      (tally?.measures ?? []).map(({ key, value, budget }) => [key, budget === undefined ? value : [value, budget]]),
    );
    return Object.assign(told, {
      rows: tally?.rows.map(({ label, value }) => `${label} ${value}`),
      notes: tally?.notes,
    });
  };
  const files = () => open.prisma.ledgerFile.findMany({ orderBy: { id: 'asc' } });
  const list = async () => shown(await types(open, KIT, 'ledgers'));

  it('counts once its columns are said and its preview is agreed to', async () => {
    const columns = await open.uploads(november);
    expect(columns.callback_id).toBe(`${DESK}.map-form`);
    expect(textOf(columns)).toContain('2026-11-02 | 704 | Sale | 1 | 1000.00');
    const preview = shown(await send(open, KIT, columns, filled(columns, {})));
    expect(textOf(preview)).toContain('3 rows to take in');
    expect(textOf(preview)).toContain('Sum: *500.00 RON*');
    expect(await open.prisma.ledgerEntry.count()).toBe(0);

    const answer = await send(open, KIT, preview, {});
    expect(answer?.say?.text).toContain('is taken in: 3 rows');
    expect(await totals()).toMatchObject({
      ...{ 'revenue:RON': 100000, 'cost:RON': 50000, 'margin:RON': 50000, 'share:RON': 500 },
      rows: ['704 100000', '641 40000', '612 10000'],
    });
  });

  it('with the same columns is looked at without being asked for them again', async () => {
    await open.takes(november);
    const preview = await open.uploads(`${titles}\n2026-11-09,704,Sale,9,5`);
    expect(preview.callback_id).toBe(`${DESK}.preview-form`);
    const columns = shown(await presses(open, KIT, `${DESK}.map-again`, preview));
    expect(columns.callback_id).toBe(`${DESK}.map-form`);
  });

  it('that has costs below zero is asked about anew, where those before it had none', async () => {
    await open.takes(`${titles}\n2026-11-09,704,Sale,9,5`);
    const columns = await open.uploads(november);
    expect(columns.callback_id).toBe(`${DESK}.map-form`);
    await send(open, KIT, shown(await send(open, KIT, columns, filled(columns, {}))), {});
    expect((await totals())['cost:RON']).toBe(50000);
  });

  it('says what is wrong with its columns at each of them', async () => {
    const columns = await open.uploads('a,b,c\n1,2,3');
    const answer = await send(open, KIT, columns, filled(columns, { usualCurrency: 'euro' }));
    expect(Object.keys(answer?.errors ?? {}).sort()).toEqual(['account', 'amount', 'day', 'usualCurrency']);
    const twice = await send(open, KIT, columns, filled(columns, { day: '0', account: '1', amount: '1' }));
    expect(twice?.errors).toEqual({ amount: 'This column is chosen twice.' });
  });

  it('leaves out what can’t be read, and names each line with the reason', async () => {
    const columns = await open.uploads(`${november}\nsoon,704,Sale,4,5\n2026-11-05,,Sale,5,5`);
    const preview = shown(await send(open, KIT, columns, filled(columns, {})));
    expect(textOf(preview)).toContain('Line 5: “soon” is no day');
    expect(textOf(preview)).toContain('Line 6: the account is missing.');
    const answer = await send(open, KIT, preview, {});
    expect(answer?.say?.text).toContain('2 rows were left out');
  });

  it('shows markup in it as it was typed', async () => {
    const columns = await open.uploads(`${titles}\n<!channel>,<@U0KIT>,*x*,1,5\n2026-11-02,<!here> & co,x,2,5`);
    const preview = shown(await send(open, KIT, columns, filled(columns, {})));
    for (const view of [columns, preview]) {
      expect(textOf(view)).not.toMatch(/<!channel>|<!here>|<@U0KIT>/);
    }
    expect(textOf(preview)).toContain('&lt;!here&gt; &amp; co');
  });

  it('isn’t taken in twice: neither its file nor its rows', async () => {
    await open.takes(november);
    expect(await refusal(open.uploads(november))).toContain('This very file is taken in already');
    const preview = await open.uploads(`${november}\n2026-11-05,704,Sale,5,7`);
    expect(textOf(preview)).toContain('3 rows count already by another file and are left out: lines 2, 3, 4.');
    await send(open, KIT, preview, {});
    expect((await totals())['revenue:RON']).toBe(100700);
    expect(textOf(await open.uploads(`${november}\n`))).toContain('There is nothing to take in.');
  });

  it('taken in by two people at once counts once', async () => {
    await open.takes(`${titles}\n2026-10-01,1,x,1,-1`);
    const [one, other] = [await open.uploads(november), await open.uploads(`${november}\n`)];
    await Promise.allSettled([send(open, KIT, one, {}), send(open, KIT, other, {})]);
    expect((await totals())['revenue:RON']).toBe(100000);
    expect((await files()).filter(({ state }) => state === 'counted')).toHaveLength(2);
  });

  it('is corrected by a new version, which can be withdrawn, and put back', async () => {
    await open.takes(november);
    const form = shown(await presses(open, KIT, `${DESK}.replace`, await list()));
    const preview = await open.uploads(november.replace('1000.00', '1200.00'), { form });
    expect(textOf(preview)).toContain('Sum: 500.00 RON → *700.00 RON*');
    await send(open, KIT, preview, {});
    expect((await totals())['revenue:RON']).toBe(120000);
    expect((await files()).map(({ state, version }) => `${state} ${version}`)).toEqual(['replaced 1', 'counted 2']);

    const after = shown(await presses(open, KIT, `${DESK}.withdraw`, await list()));
    expect(textOf(after)).toContain('doesn’t count any more');
    expect((await totals())['revenue:RON']).toBe(100000);
    await presses(open, KIT, `${DESK}.put-back`, after);
    expect((await totals())['revenue:RON']).toBe(120000);
    expect((await files()).map(({ state }) => state)).toEqual(['replaced', 'counted']);
  });

  it('that was withdrawn can be taken in anew, and then not be put back beside itself', async () => {
    await open.takes(november);
    await presses(open, KIT, `${DESK}.withdraw`, await list());
    expect((await totals()).rows).toEqual([]);
    await open.takes(november);
    const withdrawn = (await files()).find(({ state }) => state === 'withdrawn');
    expect(await refusal(press(open, KIT, `${DESK}.put-back`, withdrawn?.id))).toContain('taken in already');
    expect((await totals())['revenue:RON']).toBe(100000);
  });

  it('can’t be put back while another file brings its rows', async () => {
    await open.takes(november);
    await presses(open, KIT, `${DESK}.withdraw`, await list());
    await open.takes(`${november}\n2026-11-05,704,Sale,5,7`);
    const withdrawn = (await files()).find(({ state }) => state === 'withdrawn');
    expect(await refusal(press(open, KIT, `${DESK}.put-back`, withdrawn?.id))).toContain('3 of its rows count already');
  });

  it('shows its rows page by page', async () => {
    const rows = Array.from({ length: 20 }, (_, place) => `2026-11-02,704,Sale ${place},${place},1`);
    await open.takes([titles, ...rows].join('\n'));
    const first = shown(await presses(open, KIT, `${DESK}.file-turn`, await list()));
    expect(textOf(first)).toContain('Sale 14');
    expect(textOf(first)).not.toContain('Sale 15');
    expect(textOf(shown(await presses(open, KIT, `${DESK}.file-turn`, first)))).toContain('Sale 19');
  });

  it('is sorted into lines, and amounts above zero are told apart by them', async () => {
    const plain = `${titles}\n2026-11-02,704,Sale,1,1000\n2026-11-03,641,Salaries,2,400\n2026-11-04,999,What,3,1`;
    const columns = await open.uploads(plain);
    expect(textOf(columns)).toContain('All above zero');
    const preview = shown(await send(open, KIT, columns, filled(columns, {})));
    expect(textOf(preview)).toContain('nobody can tell whether they are revenue or cost');
    await send(open, KIT, preview, {});
    const form = shown(await types(open, KIT, 'lines'));
    expect(textOf(form)).toContain('641, 704, 999');
    await send(open, KIT, form, filled(form, { revenue: 'Sales: 70*', cost: 'Salaries: 64*' }));
    expect(await totals()).toEqual({
      ...{ 'revenue:RON': 100000, 'cost:RON': 40000, 'margin:RON': 60000, 'share:RON': 600 },
      rows: ['Sales 100000', 'Salaries 40000'],
      notes: [
        'The ledgers end on 4 November 2026, so the rest of these days is missing.',
        'One account has no line and isn’t in it: 999.',
      ],
    });
    const again = shown(await types(open, KIT, 'lines'));
    const wrong = await send(open, KIT, again, filled(again, { revenue: 'Sales: 70*\nnothing', currency: 'x' }));
    expect(wrong?.errors).toMatchObject({ currency: expect.any(String), revenue: expect.stringContaining('Line 2') });
  });

  it('has a budget beside it, of a week its part of the month', async () => {
    await open.takes(november);
    await open.takes(`${titles}\n2026-11-01,704,Plan,b1,3000\n2026-11-01,641,Plan,b2,-1500`, { kind: 'budget' });
    expect(await totals()).toMatchObject({
      'revenue:RON': [100000, 300000],
      'cost:RON': [50000, 150000],
      'margin:RON': [50000, 150000],
    });
    const week = await totals(periodAround('week', Temporal.PlainDate.from('2026-11-02')));
    expect(week).toMatchObject({ 'revenue:RON': [100000, 70000], 'cost:RON': [50000, 35000] });
    const straddling = await totals(periodAround('week', Temporal.PlainDate.from('2026-11-30')));
    expect(straddling.rows).toEqual([]);
  });

  it('keeps each currency to itself', async () => {
    await open.takes(
      `${titles},Currency\n2026-11-02,704,Sale,1,1000,EUR\n2026-11-02,704,Sale,2,10,RON\n2026-11-02,612,Rent,3,-5,RON`,
    );
    expect(await totals()).toMatchObject({
      'revenue:EUR': 100000,
      'revenue:RON': 1000,
      'cost:RON': 500,
      'margin:RON': 500,
    });
  });

  it('takes an amount by hand, which can be withdrawn too', async () => {
    const form = shown(await types(open, KIT, 'entry'));
    const cost = { direction: { answer: { type: 'radio_buttons', selected_option: { value: 'cost' } } } };
    const typed = { ...filled(form, { amount: '1.250,50', account: '612' }), ...cost };
    const wrong = await send(open, KIT, form, {
      ...filled(form, { amount: '-3', account: '', currency: 'lei' }),
      ...cost,
    });
    expect(Object.keys(wrong?.errors ?? {}).sort()).toEqual(['account', 'currency']);
    const below = await send(open, KIT, form, { ...filled(form, { amount: '-3', account: '612' }), ...cost });
    expect(below?.errors).toEqual({ amount: 'An amount above zero, such as 1,250.00.' });
    await send(open, KIT, form, typed);
    await send(open, KIT, form, typed);
    expect((await totals())['cost:RON']).toBe(250100);
    await presses(open, KIT, `${DESK}.withdraw`, await list());
    expect((await totals())['cost:RON']).toBe(125050);
    await presses(open, KIT, `${DESK}.put-back`, await list());
    expect((await totals())['cost:RON']).toBe(250100);
  });

  it.each([
    ['nothing at all', ''],
    ['only titles', titles],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0'],
    ['one column', 'Amount\n1\n2'],
  ])('is refused where it is no table: %s', async (_what, text) => {
    expect(await refusal(open.uploads(text))).toContain('This is no table');
  });

  it('is refused where it is too large, or gone', async () => {
    expect(await refusal(open.uploads(new Uint8Array(5_000_001)))).toContain('larger than 5 MB');
    const form = shown(await types(open, KIT, 'upload'));
    const gone = { file: { answer: { type: 'file_input', files: [{ id: 'F0GONE', name: 'x' }] } } };
    expect(await refusal(send(open, KIT, form, gone))).toContain('Choose a file');
  });

  it('is the bookkeepers’ alone, whatever is pressed', async () => {
    await open.takes(november);
    const [file] = await files();
    const draft = await open.uploads(`${titles}\n2026-11-07,704,x,77,1`);
    for (const by of [OLIVE, JAY]) {
      for (const typed of ['upload', 'entry', 'ledgers', 'lines']) {
        expect(await refusal(types(open, by, typed))).toContain('Ledgers are kept by the bookkeepers');
      }
      for (const [action, value] of [
        ...[
          ['withdraw', file?.id],
          ['put-back', file?.id],
          ['replace', file?.id],
          ['file-turn', `${file?.id}/0`],
        ],
        ...[
          ['files-turn', '0'],
          ['map-again', draft.private_metadata],
          ['lines', ''],
          ['upload', ''],
          ['entry', ''],
        ],
      ]) {
        expect(await refusal(press(open, by, `${DESK}.${action}`, value))).toContain('bookkeepers');
      }
      expect(await refusal(send(open, by, draft, {}))).toContain('bookkeepers');
    }
    expect(await open.prisma.ledgerEntry.count()).toBe(3);
  });

  it.each(['replace', 'withdraw', 'put-back', 'file-turn', 'map-again'])(
    'that isn’t there is said so: %s',
    async (action) => {
      for (const value of ['', 'x', '00000000-0000-7000-8000-000000000000', "' OR 1=1 --"]) {
        expect(await refusal(press(open, KIT, `${DESK}.${action}`, value))).toMatch(
          /isn’t there|can be put back|decided already/,
        );
      }
    },
  );

  it('that somebody else uploaded isn’t theirs to take in', async () => {
    await open.office.transact((tx) => tx.staff.appoint(DESK, 'keeper', [KIT, JAY]));
    const draft = await open.uploads(november);
    expect(await refusal(send(open, JAY, draft, filled(draft, {})))).toContain('decided already');
  });
});
