import { folded } from '../../../../platform/words/folded.js';
import { type Payroll, type Reading, require, standingsOf } from '../desk.js';
import type { Adjustment, Employee } from '../employee.js';
import { may } from '../permissions.js';
import { dayText, overlap, spanOf } from '../run/days.js';
import { DESK } from '../settings.js';
import { adjustmentsIn } from '../store/adjustments.js';
import { employeesIn } from '../store/employees.js';
import { runsIn } from '../store/runs.js';
import { no } from '../words.js';

export interface AdjustmentList {
  adjustments: Adjustment[];
  /** By number: whom they concern. */
  employees: ReadonlyMap<string, Employee>;
  mayKeep: boolean;
}

export async function seeAdjustments(desk: Reading, by: string): Promise<AdjustmentList> {
  await require(desk, 'seePeople', by);
  const employees = new Map((await employeesIn(desk.db).all()).map((one) => [one.number, one]));
  const mayKeep = may('keepPeople', await standingsOf(desk, by));
  return { adjustments: await adjustmentsIn(desk.db).all(), employees, mayKeep };
}

/** For its form; without an id for the form of a new one. */
export async function openAdjustment(desk: Reading, by: string, id: string | null) {
  await require(desk, 'keepPeople', by);
  const adjustment = id === null ? null : known(await adjustmentsIn(desk.db).get(id));
  const number = adjustment?.employeeNumber ?? null;
  const employee = number === null ? null : await employeesIn(desk.db).get(number);
  return { adjustment, employee };
}

/** Counts from the next computation on. Runs that were approved keep what they paid. */
export async function keepAdjustment(
  desk: Payroll,
  by: string,
  id: string | null,
  wish: Omit<Adjustment, 'id'>,
): Promise<Adjustment> {
  await require(desk, 'keepPeople', by);
  const store = adjustmentsIn(desk.db);
  if (id !== null) known(await store.get(id));
  await refuseOdd(desk, id, wish);
  const kept = id === null ? await store.add(wish) : await store.change(id, wish);
  await record(desk, by, id === null ? 'add-adjustment' : 'change-adjustment', kept);
  return kept;
}

async function refuseOdd({ db }: Payroll, id: string | null, wish: Omit<Adjustment, 'id'>): Promise<void> {
  const { employeeNumber, until, from } = wish;
  if (employeeNumber !== null && !(await employeesIn(db).get(employeeNumber)))
    throw no('amounts.refused.nobody', {}, 'whom');
  if (until && dayText(until) < dayText(from)) throw no('amounts.refused.endsBefore', {}, 'until');
  const same = (await adjustmentsIn(db).all()).find((other) => other.id !== id && isSame(other, wish));
  if (same) throw no('amounts.refused.same', { name: wish.name }, 'name');
}

/** Both would stand on one payslip, and nobody could tell them apart. */
const isSame = (one: Omit<Adjustment, 'id'>, other: Omit<Adjustment, 'id'>): boolean =>
  one.kind === other.kind &&
  one.employeeNumber === other.employeeNumber &&
  folded(one.name) === folded(other.name) &&
  overlap(spanOfOne(one), spanOfOne(other));

const END_OF_TIME = '9999-12-31';
const spanOfOne = ({ from, until }: Pick<Adjustment, 'from' | 'until'>) => ({
  from: dayText(from),
  until: until ? dayText(until) : END_OF_TIME,
});

/** Only what no approved run can have paid: else its last day is set, so that the past stays explained. */
export async function removeAdjustment(desk: Payroll, by: string, id: string): Promise<void> {
  await require(desk, 'keepPeople', by);
  const adjustment = known(await adjustmentsIn(desk.db).get(id));
  const used = (await runsIn(desk.db).settled()).some(({ period }) => overlap(spanOf(period), spanOfOne(adjustment)));
  if (used) throw no('amounts.refused.used');
  await adjustmentsIn(desk.db).remove(id);
  await record(desk, by, 'remove-adjustment', adjustment);
}

/** Whom an allowance can be for: those whose name or number has the text in it. */
export async function findEmployees(desk: Reading, by: string, query: string): Promise<Employee[]> {
  await require(desk, 'keepPeople', by);
  const wanted = folded(query);
  return (await employeesIn(desk.db).all()).filter(({ name, number }) => folded(`${name} ${number}`).includes(wanted));
}

function known(adjustment: Adjustment | null): Adjustment {
  if (!adjustment) throw no('amounts.refused.gone');
  return adjustment;
}

/** Never what it comes to. */
const record = ({ audit }: Payroll, actor: string, action: string, { id, kind, employeeNumber }: Adjustment) =>
  audit.record({
    ...{ actor, action: `${DESK}.${action}`, object: `${DESK}/adjustment/${id}` },
    detail: { kind, ...(employeeNumber && { number: employeeNumber }) },
  });
