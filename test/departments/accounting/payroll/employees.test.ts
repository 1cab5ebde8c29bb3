import type { Employee } from '../../../../src/departments/accounting/payroll/employee.js';
import { accountsIn } from '../../../../src/departments/accounting/payroll/store/accounts.js';
import { employeesIn } from '../../../../src/departments/accounting/payroll/store/employees.js';
import { money } from '../../../../src/platform/money.js';
import { Temporal } from '../../../../src/platform/time.js';
import { IBAN, OFFICER, type OpenPeople, openPeople } from './open-people.js';

let open: OpenPeople;
beforeAll(async () => {
  open = await openPeople();
});
beforeEach(() => open.begin());
afterAll(() => open.database.close());

const day = (text: string) => Temporal.PlainDate.from(text);
const employee = (number: string, change: Partial<Employee> = {}): Omit<Employee, 'hasAccount'> => ({
  ...{ number, personId: null, name: `Nr ${number}`, email: null, managerNumber: null, group: null },
  ...{ startsOn: day('2026-01-01'), endsOn: null },
  ...change,
});
const store = () => employeesIn(open.database.prisma);
const numbers = (employees: readonly Employee[]) => employees.map(({ number }) => number);
const days = (from: string, until: string) => ({ from: day(from), until: day(until) });

describe('people on the payroll', () => {
  it('are found by number, by their account in Slack, and all together', async () => {
    await store().put([employee('2', { personId: 'U0ANA', group: 'f' }), employee('1', { email: 'x@y.example' })]);
    expect(numbers(await store().all())).toEqual(['1', '2']);
    expect(await store().get('2')).toEqual({ ...employee('2', { personId: 'U0ANA', group: 'f' }), hasAccount: false });
    expect((await store().ofPerson('U0ANA'))?.number).toBe('2');
    expect(await store().get('3')).toBeNull();
  });

  it('are working where they are employed on at least one of the days', async () => {
    await store().put([
      employee('always'),
      employee('left', { endsOn: day('2026-11-01') }),
      employee('gone', { endsOn: day('2026-10-31') }),
      employee('joins', { startsOn: day('2026-11-30') }),
      employee('later', { startsOn: day('2026-12-01') }),
    ]);
    expect(numbers(await store().working(days('2026-11-01', '2026-11-30')))).toEqual(['always', 'joins', 'left']);
  });

  it('may exchange their accounts in Slack in one go', async () => {
    await store().put([employee('1', { personId: 'U0A' }), employee('2', { personId: 'U0B' })]);
    await store().put([employee('1', { personId: 'U0B' }), employee('2', { personId: 'U0A' })]);
    expect((await store().all()).map(({ personId }) => personId)).toEqual(['U0B', 'U0A']);
  });
});

it('terms come by person, the earliest first, and the same day is corrected', async () => {
  await store().put([employee('1'), employee('2')]);
  const terms = (from: string, rate: number) => ({
    ...{ employeeNumber: '1', from: day(from), jobTitle: 'Cashier', rate: money(rate, 'RON'), weeklyMinutes: 2400 },
  });
  await store().putTerms([terms('2026-06-01', 4700), terms('2026-01-01', 4500)]);
  await store().putTerms([terms('2026-06-01', 4800)]);
  const found = await store().termsOf(['1', '2', '3']);
  expect([...found.keys()]).toEqual(['1']);
  expect(found.get('1')).toEqual([terms('2026-01-01', 4500), terms('2026-06-01', 4800)]);
});

it('allowances and deductions count on their days, everybody’s first', async () => {
  const { prisma } = open.database;
  const common = { kind: 'deduction', name: 'x', from: new Date('2026-01-01') } as const;
  await prisma.payAdjustment.createMany({
    data: [
      { ...common, name: 'own', employeeNumber: '1', amountMinor: -500, currency: 'RON' },
      { ...common, name: 'all', basisPoints: 1000 },
      { ...common, name: 'over', basisPoints: 1, until: new Date('2026-10-31') },
    ],
  });
  const found = await store().adjustmentsFor(days('2026-11-01', '2026-11-30'));
  expect(found.map(({ name, size }) => [name, size])).toEqual([
    ['all', { basisPoints: 1000 }],
    ['own', { amount: money(-500, 'RON') }],
  ]);
});

describe('an account', () => {
  const open1 = () => open.work((desk) => accountsIn(desk.tx).open(['1', '2'], OFFICER, 'pay'));
  beforeEach(async () => {
    await store().put([employee('1'), employee('2')]);
    await open.work((desk) => accountsIn(desk.tx).put([{ employeeNumber: '1', iban: IBAN }], OFFICER));
  });

  it('is recorded whenever somebody opens it', async () => {
    const before = (await open.recorded()).length;
    expect((await open1()).get('1')).toBe(IBAN);
    expect((await open.recorded()).slice(before)).toEqual([
      {
        actor: OFFICER,
        action: 'accounting.payroll.read-accounts',
        detail: expect.stringContaining('"purpose":"pay"'),
      },
    ]);
  });

  it('that was moved to somebody else’s row by hand can’t be opened there', async () => {
    const { prisma } = open.database;
    const row = await prisma.bankAccount.findFirstOrThrow();
    await prisma.bankAccount.create({ data: { ...row, employeeNumber: '2' } });
    expect([...(await open1()).keys()]).toEqual(['1']);
  });
});
