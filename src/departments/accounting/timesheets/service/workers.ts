import { dayIn } from '../../../../platform/people/days.js';
import type { Person } from '../../../../platform/people/person.js';
import type { Temporal } from '../../../../platform/time.js';
import { isHoliday, type Reading } from '../desk.js';
import { expectedMinutes, isWithUs, officePattern, patternOn } from '../patterns/pattern.js';
import { lastWorkingDay, type Worker } from '../patterns/reminders.js';
import { patternsIn } from '../patterns/store.js';
import { daysOf, isWithin, type Period } from '../rules/periods.js';
import { groupBy } from '../rules/weeks.js';

/** How much these people are expected to work, and when they are away. */
export async function workersOf(desk: Reading, people: readonly Person[]): Promise<Map<string, Worker>> {
  const ids = people.map(({ id }) => id);
  const [patterns, absences] = await desk.ask(
    () => patternsIn(desk.db).of(ids),
    () => absencesOf(desk, ids),
  );
  const office = officePattern(desk.calendar.hours);
  return new Map(
    people.map(({ id, timeZone }) => {
      const away = absences.get(id) ?? [];
      const isAbsent = (day: Temporal.PlainDate) => away.some((days) => isWithin(day, days));
      return [id, { timeZone, patterns: patterns.get(id) ?? [], office, isAbsent, isHoliday: isHoliday(desk) }];
    }),
  );
}

/** What is further back than this concerns no reminder, and no sheet that is still written. */
const LOOK_BACK_DAYS = 120;

async function absencesOf({ people, now }: Reading, ids: readonly string[]): Promise<Map<string, Period[]>> {
  const since = dayIn('UTC', now).subtract({ days: LOOK_BACK_DAYS });
  const byPerson = groupBy(await people.absencesOf(ids, since), ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([id, days]) => [id, days.map(({ from, until }) => ({ first: from, last: until }))]),
  );
}

/** Whether somebody worked here on at least one day of that period. */
export const isEmployed = ({ patterns, office }: Worker, period: Period): boolean =>
  [...daysOf(period)].some((day) => isWithUs(patternOn(patterns, day, office), day));

/** Whoever was expected on any day of it: not those who joined after it, had left, or were away all of it. */
export const mustHandIn = (worker: Worker, { first, last }: Period): boolean =>
  lastWorkingDay(worker, { from: first, until: last }) !== null;

/** Contracted minutes of a period, holidays and absences included, since those are written as hours too. */
export async function expectedOf(desk: Reading, person: Person, period: Period): Promise<number> {
  const worker = (await workersOf(desk, [person])).get(person.id);
  if (!worker) return 0;
  const nothingOff = { isHoliday: () => false, isAbsent: () => false };
  return [...daysOf(period)].reduce(
    (sum, day) => sum + expectedMinutes(patternOn(worker.patterns, day, worker.office), day, nothingOff),
    0,
  );
}
