import { Temporal } from '../../../../../platform/time.js';
import type { Employee, Terms } from '../../employee.js';
import type { PersonLine, Problem } from './lines.js';
import type { Change } from './plan.js';

interface FoundTerms {
  terms: Terms | null;
  changes: Change[];
}

type Wanted = Pick<PersonLine, 'number' | 'jobTitle' | 'rate' | 'weeklyMinutes' | 'from' | 'startsOn' | 'endsOn'>;

const compare = Temporal.PlainDate.compare;

/**
 * What somebody works for from a day on. The same day again is a correction; the terms that hold on that day anyway are
 * nothing new. Without a day, only the first terms are clear: whoever has some already must say since when it's otherwise.
 */
export function termsFor(
  line: Wanted,
  history: readonly Terms[],
  kept: Pick<Employee, 'endsOn'> | undefined,
): FoundTerms | Problem {
  const ends = line.endsOn === undefined ? kept?.endsOn : line.endsOn;
  if (ends && compare(ends, line.startsOn) < 0) return { key: 'endsFirst' };
  const from = line.from ?? (history.length === 0 ? line.startsOn : null);
  if (from === null) return isSame(history.at(-1), line) ? nothingNew : { key: 'needsFrom' };
  if (compare(from, line.startsOn) < 0) return { key: 'fromTooEarly' };
  if (ends && compare(from, ends) > 0) return { key: 'fromTooLate' };
  const holding = history.findLast((terms) => compare(terms.from, from) <= 0);
  if (isSame(holding, line)) return nothingNew;
  const { number: employeeNumber, jobTitle, rate, weeklyMinutes } = line;
  return { terms: { employeeNumber, from, jobTitle, rate, weeklyMinutes }, changes: changesOf(holding, line, from) };
}

const nothingNew: FoundTerms = { terms: null, changes: [] };

const isSame = (terms: Terms | undefined, { jobTitle, rate, weeklyMinutes }: Wanted): boolean =>
  terms?.jobTitle === jobTitle &&
  terms.rate.minor === rate.minor &&
  terms.rate.currency === rate.currency &&
  terms.weeklyMinutes === weeklyMinutes;

function changesOf(before: Terms | undefined, { jobTitle, rate, weeklyMinutes }: Wanted, from: Temporal.PlainDate) {
  const changes: Change[] = [
    { field: 'job', before: before?.jobTitle ?? null, after: jobTitle, from },
    { field: 'rate', before: before?.rate ?? null, after: rate, from },
    {
      field: 'weeklyHours',
      before: before ? { minutes: before.weeklyMinutes } : null,
      after: { minutes: weeklyMinutes },
      from,
    },
  ];
  return changes.filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
