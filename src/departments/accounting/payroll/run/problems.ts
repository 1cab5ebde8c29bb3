import type { Employee } from '../employee.js';
import { type Day, earlierOf, laterOf } from './days.js';

/** Hours that a run can't pay: there is nobody on the payroll, or there are no terms, for those days. */
export interface PayProblem {
  personId: string;
  /** Empty: nobody on the payroll. */
  employeeNumber: string;
  name: string | null;
  minutes: number;
  first: Day;
  last: Day;
}

interface Unpaid {
  personId: string;
  employeeNumber: string;
  day: Day;
  minutes: number;
}

/** One problem for each person, with all of their days. */
export function problemsOf(unpaid: readonly Unpaid[], named: ReadonlyMap<string, Employee>): PayProblem[] {
  const problems = new Map<string, PayProblem>();
  for (const { personId, employeeNumber, day, minutes } of unpaid) {
    const key = `${personId} ${employeeNumber}`;
    const known = problems.get(key);
    const name = named.get(employeeNumber)?.name ?? null;
    if (!known) problems.set(key, { personId, employeeNumber, name, minutes, first: day, last: day });
    else {
      known.minutes += minutes;
      known.first = earlierOf(day, known.first);
      known.last = laterOf(day, known.last);
    }
  }
  return [...problems.keys()].sort().flatMap((key) => problems.get(key) ?? []);
}
