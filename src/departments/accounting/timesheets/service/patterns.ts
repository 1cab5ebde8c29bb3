import type { Person } from '../../../../platform/people/person.js';
import type { Temporal } from '../../../../platform/time.js';
import { personCalled, type Reading, require, standingsOf, type Timesheets } from '../desk.js';
import { officePattern, type WorkPattern } from '../patterns/pattern.js';
import { patternsIn } from '../patterns/store.js';
import { may } from '../permissions.js';
import { compareDays } from '../rules/periods.js';
import { DESK } from '../sheet.js';
import { no } from '../words.js';

/** How much somebody is expected to work, as it was agreed from one day after another. */
export interface Agreed {
  person: Person;
  /** The newest first; none: the office's hours hold. */
  patterns: readonly WorkPattern[];
  office: WorkPattern;
  canKeep: boolean;
  /** Whether whoever looks may look at others' too. */
  canChoose: boolean;
}

export async function seePatterns(desk: Reading, by: string, personId: string): Promise<Agreed> {
  await require(desk, 'see', by, personId);
  const patterns = (await patternsIn(desk.db).of([personId])).get(personId) ?? [];
  return {
    person: await personCalled(desk, personId),
    patterns: [...patterns].reverse(),
    office: officePattern(desk.calendar.hours),
    canKeep: may('keepPatterns', await standingsOf(desk, by, personId)),
    canChoose: may('seeAll', await standingsOf(desk, by, by)),
  };
}

/** `before` is the day from which it held when the form was opened; null: it is a new one. */
export async function keepPattern(
  desk: Timesheets,
  by: string,
  personId: string,
  before: Temporal.PlainDate | null,
  pattern: WorkPattern,
): Promise<void> {
  await require(desk, 'keepPatterns', by, personId);
  await personCalled(desk, personId);
  refuseDisorder(pattern);
  const store = patternsIn(desk.db);
  await store.hold(personId);
  const kept = (await store.of([personId])).get(personId) ?? [];
  const has = (day: Temporal.PlainDate) => kept.some(({ validFrom }) => validFrom.equals(day));
  if (before && !has(before)) throw no('refused.pattern.gone');
  const isMoved = !before?.equals(pattern.validFrom);
  if (isMoved && has(pattern.validFrom)) throw no('refused.pattern.same', {}, 'validFrom');
  if (before && isMoved) await store.remove(personId, before);
  await store.keep(personId, pattern);
  await record(desk, by, personId, 'keep-pattern', pattern.validFrom);
}

function refuseDisorder({ validFrom, startsOn, endsOn }: WorkPattern): void {
  if (startsOn && endsOn && compareDays(endsOn, startsOn) < 0) throw no('refused.pattern.order', {}, 'endsOn');
  if (endsOn && compareDays(endsOn, validFrom) < 0) throw no('refused.pattern.over', {}, 'endsOn');
}

export async function removePattern(
  desk: Timesheets,
  by: string,
  personId: string,
  validFrom: Temporal.PlainDate,
): Promise<void> {
  await require(desk, 'keepPatterns', by, personId);
  const wasThere = await patternsIn(desk.db).remove(personId, validFrom);
  if (wasThere) await record(desk, by, personId, 'remove-pattern', validFrom);
}

async function record(desk: Timesheets, by: string, personId: string, act: string, validFrom: Temporal.PlainDate) {
  const detail = { personId, validFrom: validFrom.toString() };
  await desk.audit.record({ actor: by, action: `${DESK}.${act}`, object: `${DESK}/pattern/${personId}`, detail });
}
