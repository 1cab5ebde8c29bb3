import { createHash } from 'node:crypto';
import { type Payroll, type Reading, require, standingsOf } from '../desk.js';
import type { Employee, Terms } from '../employee.js';
import { may } from '../permissions.js';
import { accountEnding } from '../store/accounts.js';
import { employeesIn } from '../store/employees.js';
import { no } from '../words.js';
import { saveIntents } from './import/import-people.js';
import { keptFor } from './import/kept.js';
import { type BadLine, type PersonLine, readLine, type Texts } from './import/lines.js';
import { planImport } from './import/plan.js';

export const PAGE = 10;

export interface PeoplePage {
  employees: Employee[];
  total: number;
  page: number;
  /** Whether they may add and change. */
  mayKeep: boolean;
}

/** Who is on the payroll, those who work here first; by name, number or address, with or without accents. */
export async function listPeople(desk: Reading, by: string, query: string, page: number): Promise<PeoplePage> {
  await require(desk, 'seePeople', by);
  const wanted = plainly(query);
  const today = desk.now.toZonedDateTimeISO(desk.office.timeZone).toPlainDate();
  const isGone = ({ endsOn }: Employee) => endsOn !== null && endsOn.until(today).sign > 0;
  const found = (await employeesIn(desk.db).all()).filter(({ number, name, email }) =>
    plainly(`${number} ${name} ${email ?? ''}`).includes(wanted),
  );
  found.sort((one, other) => Number(isGone(one)) - Number(isGone(other)) || one.name.localeCompare(other.name, 'ro'));
  const last = Math.max(0, Math.ceil(found.length / PAGE) - 1);
  const at = Math.min(page, last);
  const mayKeep = may('keepPeople', await standingsOf(desk, by));
  return { employees: found.slice(at * PAGE, (at + 1) * PAGE), total: found.length, page: at, mayKeep };
}

const plainly = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Somebody on the payroll with all that is kept of them; the account by its ending alone. */
export interface EmployeeFile {
  employee: Employee;
  /** The earliest first. */
  history: readonly Terms[];
  accountEnding: string | null;
  mayKeep: boolean;
  /** Names this state of the file: what is saved over another is refused. */
  mark: string;
}

export async function seeEmployee(desk: Reading, by: string, number: string): Promise<EmployeeFile> {
  await require(desk, 'seePeople', by);
  const employee = await employeesIn(desk.db).get(number);
  if (!employee) throw no('people.refused.unknown', { number });
  const history = (await employeesIn(desk.db).termsOf([number])).get(number) ?? [];
  const ending = await accountEnding(desk, number);
  const mayKeep = may('keepPeople', await standingsOf(desk, by));
  return { employee, history, accountEnding: ending, mayKeep, mark: markOf([employee, history, ending]) };
}

const markOf = (state: unknown): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 16);

/** Before a form for somebody new is shown. */
export const mayAdd = (desk: Reading, by: string): Promise<void> => require(desk, 'keepPeople', by);

export interface Written {
  texts: Texts;
  /** Chosen in Slack; null: whoever has the address. */
  personId: string | null;
}

/**
 * What was written can't be kept, for all these reasons. Thrown, so that nothing of the request is kept either: the same form
 * is sent again once it was mended.
 */
export class Unkept extends Error {
  override name = 'Unkept';

  constructor(readonly bad: BadLine) {
    super('what was written about an employee can’t be kept');
  }
}

/** Somebody new, under the rules of a list with one line. */
export async function addEmployee(desk: Payroll, by: string, { texts, personId }: Written): Promise<{ name: string }> {
  await require(desk, 'keepPeople', by);
  const line = readLine(0, texts, desk.settings.currency);
  if ('problems' in line) throw new Unkept(line);
  const { number } = line;
  if (await employeesIn(desk.db).get(number)) throw no('people.refused.numberTaken', { number }, 'number');
  return save(desk, by, { ...line, personId });
}

/** What somebody wrote over a file that nobody else has changed since they opened it. */
export async function changeEmployee(
  desk: Payroll,
  by: string,
  seen: { number: string; mark: string },
  { texts, personId }: Written,
): Promise<{ name: string }> {
  await require(desk, 'keepPeople', by);
  const file = await seeEmployee(desk, by, seen.number);
  if (file.mark !== seen.mark) throw no('people.refused.changedMeanwhile');
  const line = readLine(0, { ...texts, number: seen.number }, desk.settings.currency);
  if ('problems' in line) throw new Unkept(line);
  return save(desk, by, { ...line, personId });
}

async function save(desk: Payroll, by: string, line: PersonLine): Promise<{ name: string }> {
  const read = { good: [line], bad: [] };
  const plan = planImport(read, await keptFor(desk, by, read));
  const [bad] = plan.bad;
  if (bad) throw new Unkept(bad);
  await saveIntents(desk, by, [...plan.added, ...plan.changed], 'keep-employee');
  return { name: line.name };
}
