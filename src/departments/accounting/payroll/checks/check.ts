import { type Facts, type Sorted, sorted } from './facts.js';
import { type CheckName, checkNames, type Finding } from './finding.js';
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

/** Somebody paid in two currencies may be found twice. */
function oneEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ whom }) => !seen.has(whom) && seen.add(whom));
}
