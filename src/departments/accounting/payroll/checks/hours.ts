import { dayText, spanOf } from '../run/days.js';
import { type Contracted, contractOf, hoursOf } from './contract.js';
import type { Sorted } from './facts.js';
import type { Finding } from './finding.js';

/** Sheets that aren't locked: what is in them isn't paid by this run. */
export const unfinished = ({ unfinished, byPerson }: Sorted): Finding[] => {
  const first = new Map<string, Finding>();
  for (const { personId, first: from, last, state } of unfinished) {
    const employee = byPerson.get(personId);
    if (!employee || first.has(personId)) continue;
    const facts = { from: { day: dayText(from) }, until: { day: dayText(last) }, state: { word: state } };
    first.set(personId, { check: 'unfinished', whom: employee.number, name: employee.name, evidence: facts });
  }
  return [...first.values()];
};

/** Hours that can't be paid: of nobody on the payroll, or of days without terms. */
export const hoursWithoutTerms = ({ result }: Sorted): Finding[] =>
  result.problems.map(({ personId, employeeNumber, name, minutes, first, last }) => ({
    check: 'hoursWithoutTerms',
    whom: employeeNumber || personId,
    name: name ?? personId,
    evidence: { hours: { minutes }, from: { day: first }, until: { day: last } },
  }));

export const termsWithoutHours = (facts: Sorted): Finding[] =>
  contracts(facts)
    .filter(({ expected, counted }) => expected > 0 && counted === 0)
    .map(({ employee, expected }) => ({
      ...{ check: 'termsWithoutHours', whom: employee.number, name: employee.name },
      evidence: { expected: { minutes: expected } },
    }));

/** Small differences are everybody's; from a tenth and half a day on, somebody should look. */
const FAR_SHARE = 0.1;
const FAR_MINUTES = 240;

/** Hours that are much more or less than contracted, once holidays and leave are counted. */
export const farFromContract = (facts: Sorted): Finding[] =>
  contracts(facts)
    .filter(({ expected, counted }) => counted > 0 && isFar(expected, counted))
    .map(({ employee, expected, counted }) => ({
      ...{ check: 'farFromContract', whom: employee.number, name: employee.name },
      evidence: { expected: { minutes: expected }, counted: { minutes: counted } },
    }));

function isFar(expected: number, counted: number): boolean {
  const difference = Math.abs(counted - expected);
  return difference > FAR_MINUTES && difference > expected * FAR_SHARE;
}

/** What everybody who works in the period was to do, and what they did. */
function contracts({ inputs, employees, holidays }: Sorted): Contracted[] {
  const span = spanOf(inputs.period);
  const counted = hoursOf(inputs, span, holidays);
  return [...employees.values()].flatMap((employee) => {
    const expected = contractOf(employee, inputs.terms.get(employee.number) ?? [], span, holidays);
    return expected === null ? [] : [{ employee, expected, counted: counted.get(employee.number) ?? 0 }];
  });
}
