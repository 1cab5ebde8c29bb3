import type { Employee, Terms } from '../employee.js';
import { compareTexts, type Day, dayText } from './days.js';

export interface Rate {
  from: Day;
  /** Since when it has been theirs, also where later terms changed only the title or the hours. */
  since: Day;
  terms: Terms;
}

interface Employed {
  from: Day;
  until: Day | null;
  employee: Employee;
}

/** Finds who somebody was on a day, and what an hour of theirs was worth: asked hundreds of thousands of times. */
export interface PriceList {
  employeeOn(personId: string, day: Day): Employee | null;
  rateOn(employeeNumber: string, day: Day): Rate | null;
}

export function priceList(employees: readonly Employee[], terms: ReadonlyMap<string, readonly Terms[]>): PriceList {
  const employed = employedByPerson(employees);
  const rates = new Map([...terms].map(([number, theirs]) => [number, ratesOf(theirs)]));
  return {
    employeeOn: (personId, day) =>
      employed.get(personId)?.find(({ from, until }) => from <= day && (until === null || day <= until))?.employee ??
      null,
    rateOn: (number, day) => rates.get(number)?.findLast(({ from }) => from <= day) ?? null,
  };
}

/** Somebody who left and came back is on the list twice, under two numbers. */
function employedByPerson(employees: readonly Employee[]): Map<string, Employed[]> {
  const employed = new Map<string, Employed[]>();
  for (const employee of [...employees].sort((one, other) => compareTexts(one.number, other.number))) {
    const { personId, startsOn, endsOn } = employee;
    if (personId === null) continue;
    const theirs = employed.get(personId) ?? [];
    employed.set(personId, theirs);
    theirs.push({ from: dayText(startsOn), until: endsOn && dayText(endsOn), employee });
  }
  return employed;
}

function ratesOf(terms: readonly Terms[]): Rate[] {
  const inOrder = terms
    .map((one) => ({ from: dayText(one.from), terms: one }))
    .sort((one, other) => compareTexts(one.from, other.from));
  const rates: Rate[] = [];
  for (const { from, terms: now } of inOrder) {
    const last = rates.at(-1);
    const isSame = last?.terms.rate.minor === now.rate.minor && last.terms.rate.currency === now.rate.currency;
    rates.push({ from, since: last && isSame ? last.since : from, terms: now });
  }
  return rates;
}
