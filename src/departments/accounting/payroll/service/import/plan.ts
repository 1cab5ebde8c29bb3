import { createHash } from 'node:crypto';
import type { Money } from '../../../../../platform/money.js';
import type { Temporal } from '../../../../../platform/time.js';
import type { Employee, Terms } from '../../employee.js';
import { lastFourOf } from './cells.js';
import type { BadLine, PersonLine, ReadLines } from './lines.js';
import { sortedBy, withoutLostManagers, withoutRepetitions } from './relations.js';
import { slackOf, takenIn } from './taken.js';
import { termsFor } from './terms.js';

/** What is kept of the people whom a list names, and of everybody's managers. */
export interface Kept {
  employees: ReadonlyMap<string, Employee>;
  terms: ReadonlyMap<string, readonly Terms[]>;
  /** Accounts, in full: number → IBAN. */
  accounts: ReadonlyMap<string, string>;
  /** Who in Slack has these addresses: address → id. */
  slack: ReadonlyMap<string, string>;
}

export type Shown = string | Money | Temporal.PlainDate | { minutes: number } | null;
export type Field = 'name' | 'email' | 'slack' | 'manager' | 'group' | 'starts' | 'ends' | Term | 'account';
export type Term = 'job' | 'rate' | 'weeklyHours';

/** One field that a line changes. An account is shown by its last four characters. */
export interface Change {
  field: Field;
  before: Shown;
  after: Shown;
  /** Of terms: since when. */
  from?: Temporal.PlainDate;
}

/** What one line does. */
export interface Intent {
  line: number;
  employee: Omit<Employee, 'hasAccount'>;
  /** New terms, or corrected ones; null: as they are. */
  terms: Terms | null;
  iban: string | null;
  changes: Change[];
}

/** What a list of people would do to the payroll. */
export interface Plan {
  added: Intent[];
  changed: Intent[];
  unchanged: number;
  /** On the payroll, but not in the list: they stay as they are. */
  absent: number;
  bad: BadLine[];
  /** Whose address nobody in Slack has, so that no payslip can reach them: line numbers. */
  notInSlack: number[];
}

/** Pure: from the lines and what is kept now. Good lines stand beside bad ones, and none disappears. */
export function planImport(read: ReadLines, kept: Kept): Plan {
  const once = withoutRepetitions(read);
  const timed = sortedBy(once.good, (line) => {
    const terms = termsFor(line, kept.terms.get(line.number) ?? [], kept.employees.get(line.number));
    return 'key' in terms ? terms : null;
  });
  const { good, bad } = fitting({ good: timed.good, bad: [...once.bad, ...timed.bad] }, kept);
  const named = new Set([...good, ...bad].map(({ number }) => number));
  const intents = good.map((line) => intentOf(line, kept));
  const isNew = ({ employee }: Intent) => !kept.employees.has(employee.number);
  const changed = intents.filter((intent) => !isNew(intent) && intent.changes.length > 0);
  const added = intents.filter(isNew);
  return {
    added,
    changed,
    unchanged: intents.length - added.length - changed.length,
    absent: [...kept.employees.keys()].filter((number) => !named.has(number)).length,
    bad: [...bad].sort((one, other) => one.line - other.line),
    notInSlack: intents.flatMap(({ line, employee: { email, personId } }) => (email && !personId ? [line] : [])),
  };
}

/** A line that is taken out may keep an account in Slack, or leave its people without a manager, so all is looked at again. */
function fitting({ good, bad }: ReadLines, kept: Kept): ReadLines {
  const linked = sortedBy(good, takenIn(kept, good));
  const led = withoutLostManagers({ good: linked.good, bad: [...bad, ...linked.bad] }, kept.employees);
  return led.good.length === good.length ? led : fitting(led, kept);
}

function intentOf(line: PersonLine, kept: Kept): Intent {
  const before = kept.employees.get(line.number);
  const keep = <Value>(given: Value | undefined, kept: Value | undefined) =>
    (given === undefined ? kept : given) ?? null;
  const employee = {
    number: line.number,
    personId: slackOf(line, kept),
    name: line.name,
    email: keep(line.email, before?.email),
    managerNumber: keep(line.managerNumber, before?.managerNumber),
    group: keep(line.group, before?.group),
    startsOn: line.startsOn,
    endsOn: keep(line.endsOn, before?.endsOn),
  };
  const found = termsFor(line, kept.terms.get(line.number) ?? [], before);
  if ('key' in found) throw new Error('a line with bad terms was planned');
  const account = kept.accounts.get(line.number) ?? null;
  const iban = line.iban === account ? null : line.iban;
  const changes = [
    ...changesOf(before, employee),
    ...found.changes,
    ...(iban ? [{ field: 'account' as const, before: account && lastFourOf(account), after: lastFourOf(iban) }] : []),
  ];
  return { line: line.line, employee, terms: found.terms, iban, changes };
}

function changesOf(before: Employee | undefined, after: Intent['employee']): Change[] {
  const fields: [Field, Shown | undefined, Shown][] = [
    ['name', before?.name, after.name],
    ['email', before?.email, after.email],
    ['slack', before?.personId, after.personId],
    ['manager', before?.managerNumber, after.managerNumber],
    ['group', before?.group, after.group],
    ['starts', before?.startsOn, after.startsOn],
    ['ends', before?.endsOn, after.endsOn],
  ];
  return fields.flatMap(([field, was = null, is]) =>
    JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }],
  );
}

/** Two plans with the same mark do the same: what somebody agreed to is what is done. */
export const markOf = ({ added, changed }: Plan): string =>
  createHash('sha256')
    .update(JSON.stringify([added, changed]))
    .digest('hex');
