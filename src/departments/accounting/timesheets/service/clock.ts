import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import { timeIn } from '../../../../platform/people/days.js';
import type { Person } from '../../../../platform/people/person.js';
import type { Temporal } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import { type Corrected, correctEnd } from '../clock/correct.js';
import { minutesByDay } from '../clock/minutes-by-day.js';
import { clockIn, clockOut, forgetOpen, type Punched, startBreak } from '../clock/punch.js';
import { hasEnded, type Stint } from '../clock/stint.js';
import { stintsIn } from '../clock/store.js';
import type { Reading, Timesheets } from '../desk.js';
import { askWhenTheyWent } from '../letters/clock.js';
import type { Period } from '../rules/periods.js';
import type { Entry, Sheet } from '../sheet.js';
import { no } from '../words.js';
import type { Place } from './place.js';
import { fillIn } from './write.js';

export type ClockAct = 'in' | 'out' | 'break';

/** One press of the punch clock. A part of a project's name after `in` says what is worked on. */
export async function punch(desk: Timesheets, person: Person, act: ClockAct, project = ''): Promise<Punched> {
  const press = { personId: person.id, now: desk.now };
  const store = stintsIn(desk.db);
  const done = await (act === 'out'
    ? clockOut(store, press)
    : act === 'break'
      ? startBreak(store, press)
      : clockIn(store, { ...press, ...(project.trim() && { projectId: await projectCalled(desk, project) }) }));
  await desk.outbox.refreshHome(person.id);
  return done;
}

async function projectCalled({ projects }: Reading, text: string): Promise<string> {
  const name = folded(text);
  const open = await projects.open();
  const exact = open.filter((project) => folded(project.name) === name);
  const found = exact.length > 0 ? exact : open.filter((project) => folded(project.name).includes(name));
  const [only, ...others] = found;
  if (!only) throw no('refused.noSuchProject');
  if (others.length > 0) throw no('wrong.whichProject', { text });
  return only.id;
}

/** What is counted today so far, the stint that goes on included. */
export async function clockState({ db, now, settings }: Reading, person: Person) {
  const store = stintsIn(db);
  const today = timeIn(person.timeZone, now).toPlainDate();
  const from = firstInstantAt(today.toPlainDateTime(), person.timeZone);
  const stints = await store.of(person.id, { from, until: now.add({ minutes: 1 }) });
  const open = stints.find((stint) => stint.endedBy === null) ?? null;
  const upToNow = stints.map((stint) => (stint.endedBy === null ? { ...stint, endedAt: now } : stint));
  const counted = minutesByDay(upToNow.filter(hasEnded), person.timeZone, settings.rules);
  const minutes = counted.filter(({ day }) => day.equals(today)).reduce((sum, one) => sum + one.minutes, 0);
  return { open, minutes };
}

/** Hours of the clock, in place of the work that stood on those days. */
export async function fillFromClock(desk: Timesheets, person: Person, place: Place, period: Period): Promise<Sheet> {
  const { timeZone } = person;
  const stints = await stintsIn(desk.db).of(person.id, {
    from: firstInstantAt(period.first.toPlainDateTime(), timeZone),
    until: firstInstantAt(period.last.add({ days: 1 }).toPlainDateTime(), timeZone),
  });
  const counted = minutesByDay(stints, timeZone, desk.settings.rules);
  const entries = counted.map((one): Entry => ({ ...one, kind: 'work', note: null }));
  return fillIn(desk, person.id, place, entries);
}

/** Whoever forgot to press "out" says when they went, as the clock on their wall showed it. */
export async function putRight(
  desk: Timesheets,
  person: Person,
  stintId: string,
  wentAt: Temporal.PlainDateTime,
): Promise<Stint> {
  const endedAt = firstInstantAt(wentAt, person.timeZone);
  const done = await correctEnd(stintsIn(desk.db), { stintId, personId: person.id, endedAt, now: desk.now });
  if (done.outcome === 'corrected') return done.stint;
  throw refusalOf(done);
}

function refusalOf({ outcome }: Exclude<Corrected, { outcome: 'corrected' }>) {
  const field = outcome === 'unknown' || outcome === 'notForgotten' ? undefined : 'time';
  return no(`refused.stint.${outcome}`, {}, field);
}

export const stintOf = ({ db }: Reading, id: string): Promise<Stint | null> => stintsIn(db).get(id);

/** Asks everybody whose clock has run for too long. */
export async function askForgetful(desk: Timesheets): Promise<void> {
  for (const stint of await forgetOpen(stintsIn(desk.db), desk.now)) await askWhenTheyWent(desk, stint);
}
