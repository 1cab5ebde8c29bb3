import fc from 'fast-check';
import type { Employee, Terms } from '../../../../../src/departments/accounting/payroll/employee.js';
import { readHeaders } from '../../../../../src/departments/accounting/payroll/service/import/columns.js';
import { readLines } from '../../../../../src/departments/accounting/payroll/service/import/lines.js';
import {
  type Kept,
  type Plan,
  planImport,
} from '../../../../../src/departments/accounting/payroll/service/import/plan.js';
import { money } from '../../../../../src/platform/money.js';
import { readCsv } from '../../../../../src/platform/tables/read-csv.js';
import { Temporal } from '../../../../../src/platform/time.js';
import { IBAN, OTHER_IBAN } from '../open-people.js';

const day = (text: string) => Temporal.PlainDate.from(text);

const HEAD = 'number;name;email;manager;group;job;rate;currency;weekly hours;from;starts;ends;iban';

const sample = {
  ...{ number: '1', name: 'Ana', email: '', manager: '', group: '', job: 'Cashier', rate: '45,50', currency: '' },
  ...{ hours: '40', from: '', starts: '2026-01-01', ends: '', iban: '' },
};
const person = (change: Partial<typeof sample>) => Object.values({ ...sample, ...change }).join(';');

const nobody: Kept = { employees: new Map(), terms: new Map(), accounts: new Map(), slack: new Map() };

function planned(lines: string[], kept: Kept = nobody, head = HEAD): Plan {
  const table = readCsv(Buffer.from([head, ...lines].join('\n')));
  expect(table.problems).toEqual([]);
  return planImport(readLines(table, readHeaders(table.headers), 'RON'), kept);
}

/** What is wrong, by line: `3: needsFrom`. */
const wrong = ({ bad }: Plan): string[] =>
  bad.map(({ line, problems }) => `${line}: ${problems.map(({ key }) => key).join(' ')}`);

const employee = (number: string, change: Partial<Employee> = {}): Employee => ({
  ...{ number, personId: null, name: `Nr ${number}`, email: null, managerNumber: null, group: null, hasAccount: false },
  ...{ startsOn: day('2026-01-01'), endsOn: null },
  ...change,
});
const terms = (employeeNumber: string, from: string, rate: number, jobTitle = 'Cashier'): Terms => ({
  ...{ employeeNumber, from: day(from), jobTitle, rate: money(rate, 'RON'), weeklyMinutes: 2400 },
});
const keeping = (employees: Employee[], history: Terms[] = [], more: Partial<Kept> = {}): Kept => ({
  ...nobody,
  employees: new Map(employees.map((one) => [one.number, one])),
  terms: new Map(employees.map(({ number }) => [number, history.filter((one) => one.employeeNumber === number)])),
  ...more,
});

describe('a line', () => {
  it('is somebody new with their first terms from the first day', () => {
    const { added, bad } = planned([person({ iban: IBAN, email: 'Ana@Harbour.Example', group: 'f' })]);
    expect(bad).toEqual([]);
    expect(added).toHaveLength(1);
    expect(added[0]?.employee).toMatchObject({ number: '1', email: 'ana@harbour.example', group: 'f', endsOn: null });
    expect(added[0]?.terms).toEqual(terms('1', '2026-01-01', 4550));
    expect(added[0]?.iban).toBe(IBAN);
  });

  it.each([
    ['2026-11-01', '2026-11-01'],
    ['01.11.2026', '2026-11-01'],
    ['1/11/2026', '2026-11-01'],
    ['29.02.2028', '2028-02-29'],
  ])('may write its days as %s', (typed, read) => {
    expect(planned([person({ starts: typed })]).added[0]?.employee.startsOn.toString()).toBe(read);
  });

  it.each([
    ['45.5', 4550],
    ['45,50', 4550],
    ['1.045,50', 104_550],
    ['1 045.50', 104_550],
    ['45', 4500],
  ])('may write its rate as %s', (typed, minor) => {
    expect(planned([person({ rate: typed })]).added[0]?.terms?.rate).toEqual(money(minor, 'RON'));
  });

  it.each([
    ['40', 2400],
    ['37,5', 2250],
    ['37.5', 2250],
    ['37:30', 2250],
    ['0', 0],
  ])('may write its weekly hours as %s', (typed, minutes) => {
    expect(planned([person({ hours: typed })]).added[0]?.terms?.weeklyMinutes).toBe(minutes);
  });

  it.each<[string, Partial<typeof sample>]>([
    ['number', { number: '' }],
    ['number', { number: '1 2' }],
    ['number', { number: 'x'.repeat(21) }],
    ['name', { name: ' ' }],
    ['email', { email: 'ana at harbour' }],
    ['group', { group: 'g'.repeat(41) }],
    ['job', { job: '' }],
    ['rate', { rate: 'a lot' }],
    ['rate', { rate: '-45' }],
    ['rate', { rate: '0' }],
    ['rate', { rate: '45,505' }],
    ['rate', { rate: '45.5', currency: 'JPY' }],
    ['rate', { rate: '100000000' }],
    ['currency', { currency: 'LEI' }],
    ['weeklyHours', { hours: '160' }],
    ['weeklyHours', { hours: 'forty' }],
    ['weeklyHours', { hours: '-8' }],
    ['from', { from: '31.02.2026' }],
    ['starts', { starts: '' }],
    ['starts', { starts: '11/31/2026' }],
    ['ends', { ends: 'never' }],
    ['endsFirst', { ends: '2025-12-31' }],
    ['iban', { iban: 'RO49AAAA1B31007593840001' }],
    ['iban', { iban: 'RO49' }],
    ['fromTooEarly', { from: '2025-12-31' }],
    ['fromTooLate', { from: '2026-03-01', ends: '2026-02-28' }],
    ['noManager', { manager: '99' }],
    ['ownManager', { manager: '1' }],
  ])('is refused for its %s, and the others are not: %o', (problem, change) => {
    const plan = planned([person(change), person({ number: '2', name: 'Toma' })]);
    expect(wrong(plan)).toEqual([`2: ${problem}`]);
    expect(plan.added.map(({ employee: { number } }) => number)).toEqual(['2']);
  });

  it('is told all that is wrong with it at once, without what it pays or where to', () => {
    const plan = planned([person({ name: '', rate: '4545454x', starts: 'soon', iban: 'SECRETIBAN' })]);
    expect(wrong(plan)).toEqual(['2: name rate starts iban']);
    expect(JSON.stringify(plan.bad)).not.toMatch(/4545454|SECRETIBAN/);
  });
});

describe('somebody twice in a list', () => {
  it('is imported from neither line: nobody can say which is right', () => {
    const plan = planned([person({}), person({ rate: '50' }), person({ number: '2' })]);
    expect(plan.bad.map(({ line, problems }) => [line, problems[0]?.values])).toEqual([
      [2, { lines: '3' }],
      [3, { lines: '2' }],
    ]);
    expect(plan.added).toHaveLength(1);
  });

  it('also where one of the two lines is bad by itself, and where only the address is the same', () => {
    expect(wrong(planned([person({}), person({ rate: 'x' })]))).toEqual(['2: sameNumber', '3: rate']);
    const mail = 'ana@harbour.example';
    expect(wrong(planned([person({ email: mail }), person({ number: '2', email: mail })]))).toEqual([
      '2: sameEmail',
      '3: sameEmail',
    ]);
  });
});

describe('somebody on the payroll already', () => {
  const kept = keeping([employee('1', { name: 'Ana' })], [terms('1', '2026-01-01', 4550)]);

  it('is unchanged by the same line, however often', () => {
    expect(planned([person({})], kept)).toMatchObject({ added: [], changed: [], unchanged: 1, absent: 0, bad: [] });
  });

  it('has each field named that changes', () => {
    const { changed } = planned([person({ name: 'Ana A.', group: 'f', ends: '31.12.2026' })], kept);
    expect(changed[0]?.changes).toEqual([
      { field: 'name', before: 'Ana', after: 'Ana A.' },
      { field: 'group', before: null, after: 'f' },
      { field: 'ends', before: null, after: day('2026-12-31') },
    ]);
    expect(changed[0]?.terms).toBeNull();
  });

  it('gets another rate only from a day on, also one in the past; the same day corrects', () => {
    expect(wrong(planned([person({ rate: '47' })], kept))).toEqual(['2: needsFrom']);
    const raised = planned([person({ rate: '47', from: '2026-06-01' })], kept);
    expect(raised.changed[0]?.terms).toEqual(terms('1', '2026-06-01', 4700));
    expect(raised.changed[0]?.changes).toEqual([
      { field: 'rate', before: money(4550, 'RON'), after: money(4700, 'RON'), from: day('2026-06-01') },
    ]);
    const corrected = planned([person({ rate: '47', from: '2026-01-01' })], kept);
    expect(corrected.changed[0]?.terms).toEqual(terms('1', '2026-01-01', 4700));
  });

  it('has nothing new where those terms hold on that day anyway', () => {
    expect(planned([person({ from: '2026-06-01' })], kept)).toMatchObject({ changed: [], unchanged: 1 });
  });

  it('keeps what the list has no column for', () => {
    const ana = employee('1', { name: 'Ana', email: 'a@b.example', group: 'f', endsOn: day('2027-01-01') });
    const plan = planned(
      ['1;Ana;Cashier;45,50;40;2026-01-01'],
      keeping([ana], [terms('1', '2026-01-01', 4550)]),
      'Număr;NUME;Funcție;Tarif;Ore pe săptămână;Începe',
    );
    expect(plan).toMatchObject({ changed: [], unchanged: 1, bad: [] });
  });

  it('is refused a first day after the last one that is kept', () => {
    const gone = keeping([employee('1', { name: 'Ana', endsOn: day('2026-03-01') })], [terms('1', '2026-01-01', 4550)]);
    const head = 'number;name;job;rate;weekly hours;starts';
    expect(wrong(planned(['1;Ana;Cashier;45,50;40;2026-04-01'], gone, head))).toEqual(['2: endsFirst']);
  });

  it('has another account only where it differs, shown by its last four characters', () => {
    const banked = { ...kept, accounts: new Map([['1', IBAN]]) };
    expect(planned([person({ iban: 'ro49 aaaa 1b31 0075 9384 0000' })], banked)).toMatchObject({ unchanged: 1 });
    expect(planned([person({ iban: '' })], banked)).toMatchObject({ unchanged: 1 });
    const { changed } = planned([person({ iban: OTHER_IBAN })], banked);
    expect(changed[0]?.changes).toEqual([{ field: 'account', before: '0000', after: '6819' }]);
  });

  it('is counted, and left alone, where the list doesn’t name them', () => {
    expect(planned([person({ number: '2' })], kept)).toMatchObject({ absent: 1 });
  });
});

describe('people in Slack', () => {
  const slack = new Map([
    ['ana@harbour.example', 'U0ANA'],
    ['toma@harbour.example', 'U0TOMA'],
  ]);

  it('are found by their address; whose address nobody has is named, and still imported', () => {
    const plan = planned(
      [person({ email: 'ana@harbour.example' }), person({ number: '2', email: 'nobody@harbour.example' })],
      { ...nobody, slack },
    );
    expect(plan.added.map(({ employee: { personId } }) => personId)).toEqual(['U0ANA', null]);
    expect(plan.notInSlack).toEqual([3]);
  });

  it('are one employee each', () => {
    const kept = keeping([employee('7', { personId: 'U0ANA' })], [], { slack });
    const plan = planned([person({ email: 'ana@harbour.example' })], kept);
    expect(plan.bad).toMatchObject([{ line: 2, problems: [{ key: 'slackTaken', values: { number: '7' } }] }]);
    const addressed = keeping([employee('7', { email: 'ana@harbour.example' })]);
    expect(wrong(planned([person({ email: 'ana@harbour.example' })], addressed))).toEqual(['2: emailTaken']);
  });

  it('may be exchanged between two lines, but not with a line that stays out', () => {
    const [ana, toma] = ['ana@harbour.example', 'toma@harbour.example'];
    const kept = keeping(
      [
        employee('1', { name: 'Ana', email: ana, personId: 'U0ANA' }),
        employee('2', { name: 'Ana', email: toma, personId: 'U0TOMA' }),
      ],
      [terms('1', '2026-01-01', 4550), terms('2', '2026-01-01', 4550)],
      { slack },
    );
    const exchanged = planned([person({ email: toma }), person({ number: '2', email: ana })], kept);
    expect(exchanged.changed.map(({ employee: { personId } }) => personId)).toEqual(['U0TOMA', 'U0ANA']);
    const halfBad = planned([person({ email: toma }), person({ number: '2', email: ana, manager: '99' })], kept);
    expect(wrong(halfBad)).toEqual(['2: emailTaken', '3: noManager']);
  });
});

describe('managers', () => {
  it('may stand further down, or be on the payroll already', () => {
    const lines = [person({ manager: '2' }), person({ number: '2', manager: '7' })];
    expect(wrong(planned(lines, keeping([employee('7')])))).toEqual([]);
  });

  it('whose own line is bad leave those whom they lead without one', () => {
    const lines = [
      person({ manager: '2' }),
      person({ number: '2', manager: '3' }),
      person({ number: '3', rate: 'x' }),
      person({ number: '4' }),
    ];
    const plan = planned(lines);
    expect(wrong(plan)).toEqual(['2: noManager', '3: noManager', '4: rate']);
    expect(plan.added.map(({ employee: { number } }) => number)).toEqual(['4']);
  });

  it('never go round in a circle, and the circle is shown', () => {
    const lines = [
      person({ manager: '2' }),
      person({ number: '2', manager: '3' }),
      person({ number: '3', manager: '1' }),
      person({ number: '4', manager: '1' }),
    ];
    const plan = planned(lines);
    expect(wrong(plan)).toEqual(['2: managerCircle', '3: managerCircle', '4: managerCircle', '5: noManager']);
    expect(plan.bad[0]?.problems[0]?.values?.circle).toBe('1 → 2 → 3 → 1');
  });

  it('nor together with those who are kept', () => {
    const kept = keeping([employee('7', { managerNumber: '1' }), employee('1')], [terms('1', '2026-01-01', 4550)]);
    expect(wrong(planned([person({ manager: '7' })], kept))).toEqual(['2: managerCircle']);
  });

  it('are never lost and never circular after an import, whatever the list says', () => {
    const numbers: fc.Arbitrary<string> = fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8');
    const lines = fc.array(fc.record({ number: numbers, manager: fc.oneof(numbers, fc.constant('')) }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(lines, fc.uniqueArray(numbers, { maxLength: 4 }), (list, keptNumbers) => {
        const kept = keeping(keptNumbers.map((number) => employee(number)));
        const plan = planned(list.map(person), kept);
        const after = new Map(keptNumbers.map((number) => [number, null as string | null]));
        for (const { employee: one } of [...plan.added, ...plan.changed]) after.set(one.number, one.managerNumber);
        for (const [number, manager] of after) {
          let [at, steps] = [manager, 0];
          while (at !== null && steps <= after.size) {
            expect(after.has(at)).toBe(true);
            [at, steps] = [after.get(at) ?? null, steps + 1];
          }
          expect([number, steps <= after.size]).toEqual([number, true]);
        }
        // Nothing is lost: every line is added, changed, unchanged or named as bad.
        expect(plan.added.length + plan.changed.length + plan.unchanged + plan.bad.length).toBe(list.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('headers', () => {
  it('may be English or Romanian, in any order and case, with or without accents', () => {
    const found = readHeaders(['NUMĂR', 'nume', 'E-mail', 'Șef', 'Weekly  Hours', 'funcția', 'Tarif_orar', 'de la']);
    expect([...found.places.keys()]).toEqual([
      ...['number', 'name', 'email', 'manager', 'weeklyHours', 'job', 'rate', 'from'],
    ]);
    expect(found).toMatchObject({ missing: ['starts'], twice: [], unknown: [] });
  });

  it('that are unknown are left alone, and two for one column are told', () => {
    expect(readHeaders(['number', 'nr', 'shoe size'])).toMatchObject({ twice: ['number'], unknown: ['shoe size'] });
  });
});

it('takes a list of 5,000 in which everybody leads the next, with the last one’s manager unknown', () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => person({ number: String(at), manager: String(at + 1) }));
  const plan = planned(lines);
  expect(plan.bad).toHaveLength(5_000);
  expect(planned([...lines, person({ number: '5000' })]).added).toHaveLength(5_001);
});
