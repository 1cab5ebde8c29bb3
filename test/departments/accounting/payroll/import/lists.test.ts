import type { Employee, Terms } from '../../../../../src/departments/accounting/payroll/employee.js';
import { readHeaders } from '../../../../../src/departments/accounting/payroll/service/import/columns.js';
import {
  draftImport,
  importAtOnce,
} from '../../../../../src/departments/accounting/payroll/service/import/import-people.js';
import type { PersonLine } from '../../../../../src/departments/accounting/payroll/service/import/lines.js';
import { type Kept, planImport } from '../../../../../src/departments/accounting/payroll/service/import/plan.js';
import {
  withoutLostManagers,
  withoutRepetitions,
} from '../../../../../src/departments/accounting/payroll/service/import/relations.js';
import { slackOf, takenIn } from '../../../../../src/departments/accounting/payroll/service/import/taken.js';
import { termsFor } from '../../../../../src/departments/accounting/payroll/service/import/terms.js';
import {
  addEmployee,
  changeEmployee,
  seeEmployee,
  Unkept,
} from '../../../../../src/departments/accounting/payroll/service/people.js';
import { DESK } from '../../../../../src/departments/accounting/payroll/settings.js';
import { employeesIn } from '../../../../../src/departments/accounting/payroll/store/employees.js';
import { ANA, IBAN, OFFICER, type OpenPeople, OTHER_IBAN, openPeople, refusal, TOMA } from '../open-people.js';
import { day, employee, ron, terms } from '../run/samples.js';

const line = (number: string, change: Partial<PersonLine> = {}): PersonLine => ({
  ...{ line: Number(number) + 1, number, name: `Name ${number}`, email: null, managerNumber: null, group: null },
  ...{ startsOn: day('2024-01-01'), endsOn: null, jobTitle: 'Clerk', rate: ron(3000), weeklyMinutes: 2400 },
  ...{ from: null, iban: null },
  ...change,
});
const keptOf = (employees: Employee[], slack: Record<string, string> = {}, history: Terms[] = []): Kept => ({
  employees: new Map(employees.map((one) => [one.number, one])),
  terms: new Map(employees.map(({ number }) => [number, history.filter((one) => one.employeeNumber === number)])),
  accounts: new Map(),
  slack: new Map(Object.entries(slack)),
});
const bad = ({ bad: lines }: { bad: readonly { number: string; problems: readonly object[] }[] }) =>
  lines.map(({ number, problems }) => [number, ...problems]);

describe('lines about the same person', () => {
  it('name each other, five at most', () => {
    const good = Array.from({ length: 7 }, (_, at) => line('1', { line: at + 2 }));
    expect(bad(withoutRepetitions({ good, bad: [] }))[0]).toEqual([
      '1',
      { key: 'sameNumber', values: { lines: '3, 4, 5, 6, 7' } },
    ]);
  });

  it('are those with one address, too; without an address nobody is like anybody', () => {
    const email = 'ana@harbour.example';
    const good = [line('1', { email }), line('2', { email }), line('3'), line('4'), line('5', { email: undefined })];
    const sorted = withoutRepetitions({ good, bad: [] });
    expect(bad(sorted)).toEqual([
      ['1', { key: 'sameEmail', values: { lines: '3' } }],
      ['2', { key: 'sameEmail', values: { lines: '2' } }],
    ]);
    expect(sorted.good.map(({ number }) => number)).toEqual(['3', '4', '5']);
  });
});

describe('who leads whom', () => {
  const led = (pairs: [string, string | null | undefined][], kept: Employee[] = []) =>
    withoutLostManagers(
      { good: pairs.map(([number, managerNumber]) => line(number, { managerNumber })), bad: [] },
      new Map(kept.map((one) => [one.number, one])),
    );

  it('says which manager nobody knows, and whose own is lost by that', () => {
    const sorted = led([
      ['1', '9'],
      ['2', '1'],
      ['3', '2'],
      ['4', '5'],
      ['5', null],
    ]);
    expect(bad(sorted)).toEqual([
      ['1', { key: 'noManager', values: { text: '9' } }],
      ['2', { key: 'noManager', values: { text: '1' } }],
      ['3', { key: 'noManager', values: { text: '2' } }],
    ]);
    expect(sorted.good.map(({ number }) => number)).toEqual(['4', '5']);
  });

  it('goes on where a line that is taken out is about somebody who is kept', () => {
    const sorted = led(
      [
        ['1', '9'],
        ['2', '1'],
      ],
      [employee('1')],
    );
    expect(bad(sorted)).toEqual([['1', { key: 'noManager', values: { text: '9' } }]]);
    expect(sorted.good.map(({ number }) => number)).toEqual(['2']);
  });

  it('is what is kept where the list has no column for it, and nobody where it says so', () => {
    const kept = [employee('1', { managerNumber: '2' }), employee('2')];
    expect(bad(led([['2', '1']], kept))[0]).toEqual(['2', { key: 'managerCircle', values: { circle: '1 → 2 → 1' } }]);
    expect(
      bad(
        led(
          [
            ['1', undefined],
            ['2', '1'],
          ],
          kept,
        ),
      ).map(([number]) => number),
    ).toEqual(['1', '2']);
    expect(
      bad(
        led(
          [
            ['1', null],
            ['2', '1'],
          ],
          kept,
        ),
      ),
    ).toEqual([]);
  });

  it('shows six of a long circle, and all of one of six', () => {
    const round = (size: number): [string, string][] =>
      Array.from({ length: size }, (_, at) => [String(at + 1), String(((at + 1) % size) + 1)]);
    const shown = (size: number) => led(round(size)).bad[0]?.problems[0]?.values?.circle;
    expect(shown(6)).toBe('1 → 2 → 3 → 4 → 5 → 6 → 1');
    expect(shown(7)).toBe('1 → 2 → 3 → 4 → 5 → 6 → … → 1');
    expect(bad(led([['1', '1']]))).toEqual([['1', { key: 'ownManager' }]]);
  });
});

describe('whose account in Slack it is', () => {
  const email = 'ana@harbour.example';
  const kept = (change: Partial<Employee>) =>
    keptOf([employee('1', { personId: null, ...change })], { [email]: 'U0ANA' });

  it.each<[string, Partial<PersonLine>, Partial<Employee>, string | null]>([
    ['chosen in a form', { personId: 'U0TOMA', email }, { personId: 'U0OLD' }, 'U0TOMA'],
    ['whoever has the address, where a form chose nobody', { personId: null, email }, { personId: 'U0OLD' }, 'U0ANA'],
    ['nobody, where a form chose nobody and there is no address', { personId: null }, { personId: 'U0OLD' }, null],
    ['nobody, where nobody has that address', { personId: null, email: 'x@y.example' }, { personId: 'U0OLD' }, null],
    ['as it is kept, where the list has no addresses', { email: undefined }, { personId: 'U0OLD' }, 'U0OLD'],
    ['nobody, where there are no addresses and none is kept', { email: undefined }, {}, null],
    ['linked by hand, while the address stays', { email }, { personId: 'U0OLD', email }, 'U0OLD'],
    [
      'found anew, once the address is another',
      { email },
      { personId: 'U0OLD', email: 'old@harbour.example' },
      'U0ANA',
    ],
    ['as it is kept, where nobody has the new address', { email: 'x@y.example' }, { personId: 'U0OLD' }, 'U0OLD'],
    ['found, where none was kept', { email }, { email }, 'U0ANA'],
  ])('%s', (_, written, before, expected) => expect(slackOf(line('1', written), kept(before))).toBe(expected));

  it('is nobody’s where somebody else has the account or the address, unless their own line gives it up', () => {
    const held = keptOf([employee('7', { personId: 'U0ANA', email })], { [email]: 'U0ANA' });
    const taken = (lines: PersonLine[], kept = held) => lines.map(takenIn(kept, lines));
    expect(taken([line('1', { email })])).toEqual([{ key: 'emailTaken', values: { number: '7' } }]);
    expect(taken([line('1', { personId: 'U0ANA' })])).toEqual([{ key: 'slackTaken', values: { number: '7' } }]);
    expect(taken([line('1'), line('7', { email, personId: 'U0ANA' })])).toEqual([null, null]);
    expect(taken([line('1', { email }), line('7', { email: null, personId: null })])).toEqual([null, null]);
  });
});

describe('what somebody works for', () => {
  const wanted = (change: Partial<PersonLine> = {}) => line('1', change);
  const history = [terms('1', '2024-01-01'), terms('1', '2026-01-01', ron(3500))];

  it('ends when the line says, else when it is kept', () => {
    const gone = { endsOn: day('2023-12-31') };
    expect(termsFor(wanted({ endsOn: undefined }), [], gone)).toEqual({ key: 'endsFirst' });
    expect(termsFor(wanted({ endsOn: null }), [], gone)).toMatchObject({ terms: { from: day('2024-01-01') } });
    expect(termsFor(wanted({ endsOn: day('2024-01-01') }), [], undefined)).toMatchObject({
      terms: { rate: ron(3000) },
    });
  });

  it('is compared with what holds on that day, not with the last', () => {
    expect(termsFor(wanted({ from: day('2025-06-01') }), history, undefined)).toEqual({ terms: null, changes: [] });
    expect(termsFor(wanted({ from: day('2026-06-01') }), history, undefined)).toMatchObject({
      changes: [{ field: 'rate', before: ron(3500), after: ron(3000), from: day('2026-06-01') }],
    });
    expect(termsFor(wanted({ rate: ron(3500) }), history, undefined)).toEqual({ terms: null, changes: [] });
    expect(termsFor(wanted(), history, undefined)).toEqual({ key: 'needsFrom' });
  });

  it('names each thing that is otherwise', () => {
    const change = { from: day('2026-06-01'), jobTitle: 'Lead', weeklyMinutes: 1200, rate: ron(3500) };
    expect(termsFor(wanted(change), history, undefined)).toMatchObject({
      changes: [
        { field: 'job', before: 'Clerk', after: 'Lead' },
        { field: 'weeklyHours', before: { minutes: 2400 }, after: { minutes: 1200 } },
      ],
    });
  });
});

describe('a plan', () => {
  it('counts whoever stands in a bad line as named, and those without an address as nobody to look for', () => {
    const kept = keptOf([employee('1', { personId: null }), employee('2', { personId: null })]);
    const problem = { line: 3, number: '2', name: 'Name 2', problems: [{ key: 'rate' as const }] };
    const plan = planImport({ good: [line('3', { email: 'x@y.example' }), line('4')], bad: [problem] }, kept);
    expect(plan).toMatchObject({ absent: 1, notInSlack: [4], bad: [problem] });
  });

  it('looks again at who takes whose place once a line is out', () => {
    const email = 'ana@harbour.example';
    const kept = keptOf([employee('7', { personId: 'U0ANA', email })], { [email]: 'U0ANA' }, [
      terms('7', '2024-01-01'),
    ]);
    const given = line('7', { email: null, personId: null, managerNumber: '99' });
    const plan = planImport({ good: [line('1', { email }), given], bad: [] }, kept);
    expect(bad(plan)).toEqual([
      ['1', { key: 'emailTaken', values: { number: '7' } }],
      ['7', { key: 'noManager', values: { text: '99' } }],
    ]);
  });
});

describe('columns', () => {
  it('are found under many names, with any number of dots, dashes and blanks', () => {
    expect([...readHeaders(['  Hours  per – week ', 'E--mail']).places.keys()]).toEqual(['weeklyHours', 'email']);
    expect(readHeaders(['hourly rate', 'shoes', '']).unknown).toEqual(['shoes', '']);
  });
});

describe('with the payroll itself', () => {
  let open: OpenPeople;
  beforeAll(async () => {
    open = await openPeople();
  });
  beforeEach(() => open.begin());
  afterAll(() => open.database.close());

  const HEAD = 'number,name,email,manager,job,rate,weekly hours,from,starts,iban';
  const ANA_LINE = `2,Ana,ana@harbour.example,,Supervisor,"60,50",40,,2024-03-01,${IBAN}`;
  const csv = (...lines: string[]) => Buffer.from([HEAD, ...lines].join('\n'));
  const bring = (...lines: string[]) => open.work((desk) => importAtOnce(desk, csv(...lines), () => true));
  const reads = async () => (await open.recorded()).filter(({ action }) => action.endsWith('read-accounts')).length;
  const texts = { number: '5', name: 'Toma', job: 'Cashier', rate: '45', weeklyHours: '40', starts: '2025-01-01' };

  it('accounts are opened only for lines that name one for somebody who has one', async () => {
    const before = await reads();
    await bring(ANA_LINE, '3,Toma,,,Cashier,45,40,,2025-01-01,');
    await bring(ANA_LINE.replace(IBAN, ''), '3,Toma,,,Cashier,45,40,,2025-01-01,');
    await bring(`3,Toma,,,Cashier,45,40,,2025-01-01,${OTHER_IBAN}`);
    expect(await reads()).toBe(before);
    await bring(ANA_LINE);
    expect(await reads()).toBe(before + 1);
  });

  it('a look from the command line changes nothing unless it is agreed to, and is on record as the system’s', async () => {
    const preview = await open.work((desk) => importAtOnce(desk, csv(ANA_LINE, '3,bad'), () => false));
    expect(preview.plan).toMatchObject({ added: [{ line: 2 }], bad: [{ line: 3, number: '', name: '' }] });
    expect(await open.look(({ db }) => employeesIn(db).all())).toEqual([]);
    await bring(ANA_LINE, '3,bad');
    const entry = (await open.recorded()).findLast(({ action }) => action === `${DESK}.import-people`);
    expect({ ...entry, detail: JSON.parse(entry?.detail ?? '') }).toEqual({
      ...{ actor: 'system', action: `${DESK}.import-people` },
      detail: { added: 1, leftOut: 1, fields: ['2: name,email,slack,starts,job,rate,weeklyHours,account'] },
    });
  });

  it('a list without lines, or with a quote that never ends, says so at its file', async () => {
    const refuse = (text: string) => refusal(open.work((desk) => draftImport(desk, OFFICER, Buffer.from(text))));
    expect(await refuse(`${HEAD}\n`)).toContain('no people');
    expect(await refuse('"number,name\n1,2')).not.toContain('empty');
    const wide = Array.from({ length: 40 }, (_, at) => `column ${at}`);
    const said = await refuse(`${wide.join(',')}\n1`);
    expect(said).toContain('column 29');
    expect(said).not.toContain('column 30');
  });

  it('somebody is added by hand with the rules of a list, and what is wrong is told for each field', async () => {
    const add = (change: object, personId: string | null = null) =>
      open.work((desk) => addEmployee(desk, OFFICER, { texts: { ...texts, ...change }, personId }));
    await expect(add({ name: '', email: 'x', ends: '2024-12-31' })).rejects.toMatchObject({
      name: 'Unkept',
      bad: {
        number: '5',
        problems: [
          { key: 'name', values: { text: '' } },
          { key: 'email', values: { text: 'x' } },
        ],
      },
    });
    await expect(add({ ends: '2024-12-31' })).rejects.toThrow(Unkept);
    await expect(add({ manager: '99' })).rejects.toMatchObject({ bad: { problems: [{ key: 'noManager' }] } });
    expect(await add({}, TOMA)).toEqual({ name: 'Toma' });
    expect(await refusal(add({}))).toContain('5');
    const entry = (await open.recorded()).findLast(({ action }) => action === `${DESK}.keep-employee`);
    expect(entry).toMatchObject({ actor: OFFICER, detail: expect.stringContaining('5: name,slack,starts') });
  });

  it('somebody’s file says that they are nobody where the number is unknown, and keeps their number', async () => {
    expect(await refusal(open.look((desk) => seeEmployee(desk, OFFICER, '42')))).toContain('42');
    await bring(ANA_LINE);
    const { mark, history, accountEnding } = await open.look((desk) => seeEmployee(desk, OFFICER, '2'));
    expect([history.length, accountEnding]).toEqual([1, '0000']);
    const seen = { number: '2', mark };
    const change = {
      texts: { ...texts, number: '77', name: 'Ana B.', rate: '60,50', from: '2026-12-01' },
      personId: ANA,
    };
    await open.work((desk) => changeEmployee(desk, OFFICER, seen, change));
    expect(await open.look(({ db }) => employeesIn(db).get('77'))).toBeNull();
    expect(await open.look(({ db }) => employeesIn(db).get('2'))).toMatchObject({ name: 'Ana B.', personId: ANA });
    expect(await refusal(open.work((desk) => changeEmployee(desk, OFFICER, seen, change)))).toContain('Somebody else');
  });
});
