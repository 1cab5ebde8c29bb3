import { type Facts, type Sorted, sorted } from './facts.js';
import { asOne, type CheckName, checkNames, type Finding } from './finding.js';
import { farFromContract, hoursWithoutTerms, termsWithoutHours, unfinished } from './hours.js';
import { belowMinimum, jump, negativeNet, noAccount, noSlack, twoCurrencies, unpaidOvertime } from './pay.js';

const findersOf: Readonly<Record<CheckName, (facts: Sorted) => Finding[]>> = {
  belowMinimum,
  unpaidOvertime,
  negativeNet,
  unfinished,
  hoursWithoutTerms,
  termsWithoutHours,
  farFromContract,
  jump,
  twoCurrencies,
  noAccount,
  noSlack,
};

/** Everything that somebody should know before a run is approved: one finding for each check and person. */
export function findingsIn(facts: Facts): Finding[] {
  const inOrder = sorted(facts);
  return checkNames.flatMap((name) => oneEach(findersOf[name](inOrder)));
}

/** Somebody paid in two currencies may be found twice: whoever lets that pass has to see both. */
function oneEach(findings: readonly Finding[]): Finding[] {
  const byPerson = new Map<string, Finding[]>();
  for (const one of findings) byPerson.set(one.whom, [...(byPerson.get(one.whom) ?? []), one]);
  return [...byPerson.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, evidence: asOne([first, ...others].map(({ evidence }) => evidence)) }] : [],
  );
}
