import type { Person } from '../../../../platform/people/person.js';
import type { Temporal } from '../../../../platform/time.js';
import { type Reading, standingsOf, todayOf } from '../desk.js';
import type { Worker } from '../patterns/reminders.js';
import { may } from '../permissions.js';
import { type Period, periodAfter, periodOf } from '../rules/periods.js';
import { minutesIn, type Sheet, type State } from '../sheet.js';
import { isWritable } from '../states.js';
import { teamOf } from '../store/team.js';
import { no } from '../words.js';
import { isEmployed, mustHandIn, workersOf } from './workers.js';

/** How far a colleague's sheet of a period has come. */
export interface Member {
  person: Person;
  state: State | 'missing';
  minutes: number;
  /** Whether anything has to be handed in: not by who is away all of the period. */
  isExpected: boolean;
}

export interface Team {
  period: Period;
  members: readonly Member[];
  /** Whether these are everybody, or only those who report to whoever looks. */
  isAll: boolean;
  before: Temporal.PlainDate;
  after: Temporal.PlainDate;
}

/** Not handed in: what somebody has to be reminded of. */
export const isMissing = ({ state, isExpected }: Member): boolean =>
  isExpected && (state === 'missing' || isWritable(state));

/** The sheets of those whom somebody looks after. Who looks after nobody is told so. */
export async function lookAtTeam(desk: Reading, by: Person, day: Temporal.PlainDate): Promise<Team> {
  const isAll = may('seeAll', await standingsOf(desk, by.id, by.id));
  const period = periodOf(day, desk.settings);
  const ids = await teamOf(desk.db, isAll ? null : by.id, desk.settings.exempt);
  if (ids.length === 0) throw no('refused.noTeam');
  const beside = (count: number) => periodAfter(period, count, desk.settings).first;
  return { period, members: await membersOf(desk, ids, period), isAll, before: beside(-1), after: beside(1) };
}

/** Those who are employed in that period; who wasn't here yet has nothing to hand in. */
export async function membersOf(desk: Reading, ids: readonly string[], period: Period): Promise<Member[]> {
  const people = await desk.people.many(ids);
  const byId = new Map(people.map((person) => [person.id, person]));
  const [begun, workers] = await desk.ask(
    () => desk.sheets.among(period, ids),
    () => workersOf(desk, people),
  );
  const sheets = new Map(begun.map((sheet) => [sheet.personId, sheet]));
  return ids.flatMap((id) => {
    const [person, worker] = [byId.get(id), workers.get(id)];
    return person && worker && isEmployed(worker, period) ? [memberOf(person, sheets.get(id), worker, period)] : [];
  });
}

const memberOf = (person: Person, sheet: Sheet | undefined, worker: Worker, { first, last }: Period): Member => ({
  person,
  state: sheet?.state ?? 'missing',
  minutes: minutesIn(sheet?.entries ?? []),
  isExpected: sheet !== undefined || mustHandIn(worker, { first, last }),
});

/** The newest sheets of somebody, newest first, with those that were never begun. */
export async function lookBack(desk: Reading, person: Person, count: number) {
  const now = periodOf(todayOf(person, desk.now), desk.settings);
  const periods = Array.from({ length: count }, (_, back) => periodAfter(now, -back, desk.settings));
  const oldest = periods.at(-1) ?? now;
  const [sheets, workers] = await desk.ask(
    () => desk.sheets.among({ first: oldest.first, last: now.last }, [person.id]),
    () => workersOf(desk, [person]),
  );
  const worker = workers.get(person.id);
  return periods
    .filter((period) => !worker || isEmployed(worker, period))
    .map((period) => ({ period, sheet: sheets.find(({ first }) => first.equals(period.first)) ?? null }));
}

/** Whether somebody has sheets of others to look after. */
export async function looksAfter(desk: Reading, { id }: Person): Promise<boolean> {
  if (may('seeAll', await standingsOf(desk, id, id))) return true;
  return (await teamOf(desk.db, id, desk.settings.exempt)).length > 0;
}

/** Of the last periods that are over, those that somebody hasn't handed in. */
export async function lateOf(desk: Reading, person: Person) {
  const [, ...over] = await lookBack(desk, person, 4);
  if (desk.settings.exempt.includes(person.id)) return [];
  const worker = (await workersOf(desk, [person])).get(person.id);
  return over.filter(({ sheet, period }) => {
    if (sheet) return isWritable(sheet.state);
    return worker !== undefined && mustHandIn(worker, period);
  });
}
