import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import type { Person } from '../../../../platform/people/person.js';
import type { Temporal } from '../../../../platform/time.js';
import { type Changed, changeStint, removeStint } from '../clock/change.js';
import type { EndedStint, Stint } from '../clock/stint.js';
import { stintsIn } from '../clock/store.js';
import type { Reading, Timesheets } from '../desk.js';
import { mondayOf } from '../rules/periods.js';
import { DESK, type Project } from '../sheet.js';
import { no } from '../words.js';

/** What the clock has of somebody in one week of their zone. */
export interface ClockWeek {
  monday: Temporal.PlainDate;
  stints: readonly Stint[];
  projects: ReadonlyMap<string, Project>;
  timeZone: string;
}

export async function lookAtWeek(desk: Reading, person: Person, day: Temporal.PlainDate): Promise<ClockWeek> {
  const monday = mondayOf(day);
  const midnight = (on: Temporal.PlainDate) => firstInstantAt(on.toPlainDateTime(), person.timeZone);
  const week = { from: midnight(monday), until: midnight(monday.add({ days: 7 })) };
  const stints = (await stintsIn(desk.db).of(person.id, week)).filter(isIn(week.from, desk.now));
  const projects = await desk.projects.many(stints.flatMap(({ projectId }) => projectId ?? []));
  return { monday, stints, projects, timeZone: person.timeZone };
}

/** One without an end stands where it began; the one that goes on reaches up to now. */
const isIn =
  (from: Temporal.Instant, now: Temporal.Instant) =>
  ({ startedAt, endedAt, endedBy }: Stint): boolean => {
    const end = endedAt ?? (endedBy === null ? now : startedAt);
    return end.epochMilliseconds >= from.epochMilliseconds;
  };

/** What somebody filled in of a stretch, as the clock on their wall showed it. */
export interface ToldStretch {
  kind: Stint['kind'];
  projectId: string | null;
  from: Temporal.PlainDateTime;
  until: Temporal.PlainDateTime;
}

export async function keepStretch(
  desk: Timesheets,
  person: Person,
  stintId: string | null,
  { kind, projectId, from, until }: ToldStretch,
): Promise<EndedStint> {
  const project = projectId === null ? null : await desk.projects.get(projectId);
  if (projectId !== null && !project) throw no('refused.noSuchProject', {}, 'project');
  const [startedAt, endedAt] = [from, until].map((at) => firstInstantAt(at, person.timeZone));
  if (!startedAt || !endedAt) throw new Error('two moments were given');
  const told = { stintId, personId: person.id, kind, projectId, startedAt, endedAt, now: desk.now };
  const done = await changeStint(stintsIn(desk.db), told);
  if (done.outcome !== 'changed') throw refusalOf(done);
  await desk.outbox.refreshHome(person.id);
  const action = `${DESK}.${stintId === null ? 'add' : 'change'}-stretch`;
  await desk.audit.record({ actor: person.id, action, object: `${DESK}/stint/${done.stint.id}` });
  return done.stint;
}

const refusalOf = ({ outcome }: Exclude<Changed, { outcome: 'changed' }>) =>
  no(`refused.stretch.${outcome}`, {}, outcome === 'unknown' ? undefined : outcome === 'overlaps' ? 'from' : 'until');

/** Pressed twice, it is simply gone. */
export async function removeStretch(desk: Timesheets, person: Person, stintId: string): Promise<void> {
  if (!(await removeStint(stintsIn(desk.db), person.id, stintId))) return;
  await desk.outbox.refreshHome(person.id);
  const object = `${DESK}/stint/${stintId}`;
  await desk.audit.record({ actor: person.id, action: `${DESK}.remove-stretch`, object });
}
