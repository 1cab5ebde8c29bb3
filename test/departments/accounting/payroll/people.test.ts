import type { ModalView } from '@slack/types';
import { peopleIds } from '../../../../src/departments/accounting/payroll/people-ids.js';
import { DESK, payrollSettings } from '../../../../src/departments/accounting/payroll/settings.js';
import { employeesIn } from '../../../../src/departments/accounting/payroll/store/employees.js';
import type { Answer } from '../../../../src/platform/doors/doors.js';
import { command, filled, press, send, textOf, uploaded } from '../../../support/visits.js';
import {
  ANA,
  APPROVER,
  IBAN,
  OFFICER,
  type OpenPeople,
  OTHER_IBAN,
  OVERSEER,
  openPeople,
  refusal,
  TOMA,
} from './open-people.js';

let open: OpenPeople;
beforeAll(async () => {
  open = await openPeople();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const HEAD = 'number,name,email,manager,job,rate,weekly hours,from,starts,iban';
const list = (...lines: string[]) => Buffer.from([HEAD, ...lines].join('\n'));
const ANA_LINE = `2,Ana,ana@harbour.example,,Supervisor,"60,50",40,,2024-03-01,${IBAN}`;

function viewIn(answer: Answer | undefined): ModalView {
  const view = answer?.open ?? answer?.update;
  if (!view) throw new Error(`no form came: ${JSON.stringify(answer)}`);
  return view;
}

async function upload(bytes: Uint8Array | 'tooLarge', by = OFFICER): Promise<ModalView> {
  open.files.set('F1', bytes);
  const form = viewIn(await command(open, OFFICER, 'import'));
  return viewIn(await send(open, by, form, uploaded('F1')));
}

async function employ(...lines: string[]): Promise<void> {
  const preview = await upload(list(...lines));
  expect(await send(open, OFFICER, preview, {})).toMatchObject({ close: 'all' });
}

const file = async (number: string, by = OFFICER) => viewIn(await press(open, by, peopleIds.openEmployee, number));
const employee = (number: string) => open.look(({ db }) => employeesIn(db).get(number));
const termsOf = async (number: string) =>
  ((await open.look(({ db }) => employeesIn(db).termsOf([number]))).get(number) ?? []).map(({ from, rate }) => [
    from.toString(),
    rate.minor,
  ]);

describe('/payroll import', () => {
  it('shows what a list would change, says that its file is gone from Slack, and imports it', async () => {
    const preview = await upload(list(ANA_LINE, '3,Toma,nobody@x.example,9,Cashier,45,40,,2025-01-01,'));
    const text = textOf(preview);
    expect(text).toContain('1 new · 0 changed · 0 unchanged');
    expect(text).toContain('The file was deleted from Slack.');
    expect(text).toContain('Line 3 (3 Toma): The manager 9 is neither on the payroll');
    expect(text).not.toContain(IBAN);
    expect(open.discarded).toEqual(['F1']);
    const done = await send(open, OFFICER, preview, {});
    expect(done).toEqual({ close: 'all', say: { text: 'Imported: 1 new, 0 changed.' } });
    expect(await employee('2')).toMatchObject({ name: 'Ana', personId: ANA, hasAccount: true });
  });

  it('says where Slack keeps the file', async () => {
    open.mayDiscard.is = false;
    expect(textOf(await upload(list(ANA_LINE)))).toContain('delete it yourself');
  });

  it('names each change, with the account by its ending alone', async () => {
    await employ(ANA_LINE);
    const preview = await upload(
      list(
        ANA_LINE.replace('Ana,', 'Ana A.,')
          .replace('60,50', '65')
          .replace('40,,', '40,2026-11-01,')
          .replace(IBAN, OTHER_IBAN),
      ),
    );
    expect(textOf(preview)).toContain(
      '*2* Ana A. (line 2)\\n• name: Ana → Ana A.\\n• rate: 60.50 RON → 65.00 RON, from 1 Nov 2026\\n• account: •••• 0000 → •••• 6819',
    );
  });

  it('has nothing to send where there is nothing to import', async () => {
    await employ(ANA_LINE);
    const preview = await upload(list(ANA_LINE));
    expect(preview.submit).toBeUndefined();
    expect(textOf(preview)).toContain('There is nothing to import.');
  });

  it('refuses at the field what is no list, and doesn’t leave it in Slack either', async () => {
    for (const [bytes, sentence] of [
      [Buffer.from('id,salary\n1,2'), 'These columns are missing'],
      ['tooLarge', 'larger than 5 MB'],
    ] as const) {
      open.discarded.length = 0;
      expect(await refusal(upload(bytes))).toContain(sentence);
      expect(open.discarded).toEqual(['F1']);
    }
    open.files.clear();
    const form = viewIn(await command(open, OFFICER, 'import'));
    expect(await refusal(send(open, OFFICER, form, uploaded('F1')))).toContain('Upload it again');
  });

  it('fits Slack’s limits with 5,000 lines, good or bad', async () => {
    for (const rate of ['45', 'x']) {
      const lines = Array.from(
        { length: 5_000 },
        (_, at) => `${at + 1},${'Name '.repeat(20)}${at},,,Cashier,${rate},40,,2024-01-01,`,
      );
      const preview = await upload(list(...lines));
      expect(preview.blocks.length).toBeLessThanOrEqual(100);
      expect(textOf(preview)).toMatch(/and \d+ more lines/);
    }
  }, 60_000);
});

describe('/payroll people', () => {
  it('lists people without their pay, ten at a time, and finds them with or without accents', async () => {
    await employ(
      ...Array.from({ length: 12 }, (_, at) => `${at + 10},Șerban ${at + 10},,,Cashier,45.67,40,,2024-01-01,`),
    );
    const first = await command(open, OVERSEER, 'people');
    expect(textOf(first)).toContain('12 people');
    expect(textOf(first)).toContain('Page 1 of 2');
    expect(textOf(first)).not.toContain('45');
    const second = await press(open, OVERSEER, peopleIds.peoplePage, JSON.stringify({ query: '', page: 1 }));
    expect(textOf(second?.replace)).toContain('Șerban 21');
    expect(textOf(await command(open, OVERSEER, 'people', 'serban 15'))).toContain('1 person');
    expect(textOf(await command(open, OVERSEER, 'people', 'nobody'))).toContain('Nobody has “nobody”');
  });

  it('is what those who keep the payroll see with nothing typed; everybody else reads what it is', async () => {
    expect(textOf(await command(open, OFFICER, null))).toContain('Nobody is on the payroll yet');
    expect(textOf(await command(open, TOMA, null))).toContain('Your payslip comes to you');
  });

  it('refuses a page that we never offered', async () => {
    expect(await refusal(press(open, OFFICER, peopleIds.peoplePage, '{"page":-1}'))).toContain('too old');
  });
});

describe('one employee’s form', () => {
  beforeEach(() => employ(ANA_LINE, '3,Toma,,2,Cashier,45,40,,2025-01-01,'));
  const change = async (typed: Record<string, string | null>, by = OFFICER) => {
    const view = await file('2');
    return send(open, by, view, filled(view, typed));
  };

  it('shows what is kept, with the terms so far, and the account by its ending', async () => {
    const text = textOf(await file('2'));
    expect(text).toContain('From *1 Mar 2024*: Supervisor, 60.50 RON an hour, 40 hours a week');
    expect(text).toContain('•••• 0000');
    expect(text).not.toContain(IBAN);
  });

  it('sent as it is changes nothing', async () => {
    const before = await employee('2');
    expect(await change({})).toMatchObject({ close: 'all', say: { text: 'Saved: Ana.' } });
    expect([await employee('2'), await termsOf('2')]).toEqual([before, [['2024-03-01', 6050]]]);
  });

  it('gives a raise from a day, another manager and another account', async () => {
    expect(await change({ rate: '65,25', from: '2026-12-01', manager: '3' })).toMatchObject({
      errors: { manager: expect.stringContaining('2 → 3 → 2') },
    });
    await change({ rate: '65,25', from: '2026-12-01', iban: OTHER_IBAN, ends: '2027-01-31' });
    expect(await termsOf('2')).toEqual([
      ['2024-03-01', 6050],
      ['2026-12-01', 6525],
    ]);
    expect(textOf(await file('2'))).toContain('•••• 6819');
    expect((await employee('2'))?.endsOn?.toString()).toBe('2027-01-31');
  });

  it('says at each field what is wrong with it', async () => {
    expect(await change({ rate: '65' })).toEqual({
      errors: { from: expect.stringContaining('say in “from” since when') },
    });
    expect(await change({ rate: 'x', email: 'y', iban: 'z', starts: null })).toEqual({
      errors: {
        rate: expect.any(String),
        email: expect.stringContaining('“y”'),
        iban: expect.any(String),
        starts: expect.any(String),
      },
    });
    expect(await change({ slack: TOMA, email: null })).toMatchObject({ close: 'all' });
    const toma = await file('3');
    expect(await send(open, OFFICER, toma, filled(toma, { slack: TOMA }))).toEqual({
      errors: { slack: expect.stringContaining('employee 2') },
    });
  });

  it('is the same form when it is sent again after a mistake, and is kept then', async () => {
    const view = await file('2');
    expect(await send(open, OFFICER, view, filled(view, { rate: '65' }), 'V1/hash')).toHaveProperty('errors');
    const mended = filled(view, { rate: '65', from: '2026-12-01' });
    expect(await send(open, OFFICER, view, mended, 'V1/hash')).toMatchObject({ close: 'all' });
    expect(await termsOf('2')).toHaveLength(2);
  });

  it('links to somebody in Slack, else by the address, and lets them go where that is gone too', async () => {
    await change({ slack: null });
    expect((await employee('2'))?.personId).toBe(ANA);
    await change({ slack: null, email: null });
    expect((await employee('2'))?.personId).toBeNull();
    await change({ slack: TOMA });
    expect((await employee('2'))?.personId).toBe(TOMA);
  });

  it('gets its link within the hour where its person comes into Slack later', async () => {
    await employ('5,Mihai,mihai@harbour.example,,Technician,62,40,,2025-01-01,');
    const at = new Date(open.now().epochMilliseconds);
    await open.database.prisma.person.create({
      data: { id: 'U0MIHAI', name: 'Mihai', email: 'mihai@harbour.example', syncedAt: at },
    });
    const [tidy] = open.desk.jobs ?? [];
    await open.office.transact(async (tx) => tidy?.run(tx, { dueAt: tx.now, now: tx.now }));
    expect((await employee('5'))?.personId).toBe('U0MIHAI');
    expect((await employee('3'))?.personId).toBeNull();
  });

  it('is refused where somebody else changed the same employee meanwhile', async () => {
    const view = await file('2');
    await change({ group: 'f' });
    expect(await refusal(send(open, OFFICER, view, filled(view, { group: 'm' })))).toContain('Somebody else changed');
    expect((await employee('2'))?.group).toBe('f');
  });

  it('is only to be read for those who may see pay and change nothing', async () => {
    const view = await file('2', OVERSEER);
    expect(view.submit).toBeUndefined();
    expect(textOf(view)).toContain('60.50 RON');
    const officers = await file('2');
    expect(await refusal(send(open, OVERSEER, officers, filled(officers, { name: 'X' })))).toContain('Only those who');
  });

  it('adds somebody new, found in Slack by their address, and never over somebody else', async () => {
    const form = viewIn(await command(open, OFFICER, 'add'));
    const toma = {
      name: 'Toma T.',
      email: 'Toma@harbour.example',
      job: 'Cashier',
      rate: '45',
      weeklyHours: '20',
      starts: '2026-12-01',
    };
    expect(await refusal(send(open, OFFICER, form, filled(form, { ...toma, number: '2' })))).toContain(
      'somebody’s already',
    );
    await send(open, OFFICER, form, filled(form, { ...toma, number: '44' }));
    expect(await employee('44')).toMatchObject({ name: 'Toma T.', personId: TOMA });
    expect(await termsOf('44')).toEqual([['2026-12-01', 4500]]);
  });
});

describe('/payroll settings', () => {
  it('keeps what was set, with decimal commas, beside what other forms keep', async () => {
    await open.office.transact((tx) => tx.settings.set(DESK, { channel: 'C1' }, OFFICER));
    const form = viewIn(await command(open, APPROVER, 'settings'));
    const typed = { currency: 'eur', minimum: 'RON 24,50\nEUR 6.20', gap: '2,5' };
    expect(await send(open, APPROVER, form, filled(form, typed))).toMatchObject({ close: 'all' });
    const kept = await open.office.read(({ settings }) => settings.get(DESK, payrollSettings.loose()));
    expect(kept).toMatchObject({
      currency: 'EUR',
      minimumHourly: { RON: 2450, EUR: 620 },
      gapFrom: 250,
      channel: 'C1',
    });
    expect(textOf(await command(open, OFFICER, 'settings'))).toContain('EUR 6.20\\nRON 24.50');
  });

  it('says at each field what is wrong with it', async () => {
    const form = viewIn(await command(open, OFFICER, 'settings'));
    const answer = await send(open, OFFICER, form, filled(form, { currency: 'lei', minimum: 'lots', gap: '0' }));
    expect(Object.keys(answer?.errors ?? {})).toEqual(['currency', 'minimum', 'gap']);
  });
});

it('says nothing of pay in letters: none is written', async () => {
  await employ(ANA_LINE);
  expect(await open.database.prisma.letter.count()).toBe(0);
});
