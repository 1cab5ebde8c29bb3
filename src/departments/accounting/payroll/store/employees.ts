import type { Prisma } from '../../../../generated/prisma/client.js';
import type { Days } from '../../../../platform/hours.js';
import { fromDay } from '../../../../platform/people/days.js';
import type { Adjustment, Employee, Terms } from '../employee.js';
import { adjustmentOf, type EmployeeRow, employeeOf, termsOf as termsOfRow } from './employee-rows.js';
import { writeEmployees, writeTerms } from './write-employees.js';

type Db = Prisma.TransactionClient;

/** Whom the payroll pays, and for what. Lists of any length are read with a handful of queries. */
export const employeesIn = (db: Db) => ({
  all: () => find(db, {}),

  async get(number: string): Promise<Employee | null> {
    return (await find(db, { number }))[0] ?? null;
  },

  async ofPerson(personId: string): Promise<Employee | null> {
    return (await find(db, { personId }))[0] ?? null;
  },

  /** Those who are employed on at least one of the days. */
  working: ({ from, until }: Days) =>
    find(db, { startsOn: { lte: fromDay(until) }, OR: [{ endsOn: null }, { endsOn: { gte: fromDay(from) } }] }),

  /** Everybody's terms, the earliest first; whoever has none isn't in the map. */
  async termsOf(numbers: readonly string[]): Promise<Map<string, Terms[]>> {
    const found = new Map<string, Terms[]>();
    for (const some of inParts(numbers)) {
      const where = { employeeNumber: { in: some } };
      for (const row of await db.employeeTerms.findMany({ where, orderBy: { from: 'asc' } })) {
        found.set(row.employeeNumber, [...(found.get(row.employeeNumber) ?? []), termsOfRow(row)]);
      }
    }
    return found;
  },

  /** What counts on at least one of the days, everybody's first. */
  async adjustmentsFor({ from, until }: Days): Promise<Adjustment[]> {
    const rows = await db.payAdjustment.findMany({
      where: { from: { lte: fromDay(until) }, OR: [{ until: null }, { until: { gte: fromDay(from) } }] },
      orderBy: [{ employeeNumber: { sort: 'asc', nulls: 'first' } }, { from: 'asc' }, { id: 'asc' }],
    });
    return rows.map(adjustmentOf);
  },

  /** Adds them, or replaces those with the same number. */
  put: (employees: readonly Omit<Employee, 'hasAccount'>[]) => writeEmployees(db, employees),

  /** Adds them, or corrects those from the same day. */
  putTerms: (terms: readonly Terms[]) => writeTerms(db, terms),
});

async function find(db: Db, where: Prisma.EmployeeWhereInput): Promise<Employee[]> {
  const rows: EmployeeRow[] = await db.employee.findMany({ where, orderBy: { number: 'asc' } });
  const holders = await db.bankAccount.findMany({ where: { employee: where }, select: { employeeNumber: true } });
  const withAccount = new Set(holders.map(({ employeeNumber }) => employeeNumber));
  return rows.map((row) => employeeOf(row, withAccount.has(row.number)));
}

/** A query takes so many values at most. */
const AT_ONCE = 5_000;

function* inParts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += AT_ONCE) yield items.slice(start, start + AT_ONCE);
}
