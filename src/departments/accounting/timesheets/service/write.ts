import type { Person } from '../../../../platform/people/person.js';
import { personCalled, type Reading, type Timesheets } from '../desk.js';
import { patternOn } from '../patterns/pattern.js';
import { putDay, putIn, shifted, type Wish } from '../rules/entries.js';
import type { TypedEntry } from '../rules/lines.js';
import { compareDays, isWithin, periodAfter } from '../rules/periods.js';
import { spanOn } from '../rules/spans.js';
import { caseOf, type Entry, minutesIn, type Sheet } from '../sheet.js';
import { no } from '../words.js';
import { refuseTooMany } from './caps.js';
import { holdForWriting, type Place } from './place.js';
import { workersOf } from './workers.js';

/** The edition that the window showed; null: it doesn't matter, since nothing that stood there is taken away unseen. */
type Shown = number | null;

/** Typed lines: each sets the hours of its days for its thing. */
export async function writeLines(
  desk: Timesheets,
  by: string,
  place: Place,
  typed: readonly TypedEntry[],
): Promise<Sheet> {
  const owner = await personCalled(desk, place.ownerId);
  return alter(desk, by, place, null, (entries) => putIn(entries, typed.map(wishesOf(desk, owner))));
}

/** All of one day, as its form shows it: whoever else wrote meanwhile isn't overwritten. */
export async function writeDay(
  desk: Timesheets,
  by: string,
  place: Place,
  shown: Shown,
  typed: readonly TypedEntry[],
): Promise<Sheet> {
  const owner = await personCalled(desk, place.ownerId);
  return alter(desk, by, place, shown, (entries) => putDay(entries, place.day, typed.map(wishesOf(desk, owner))));
}

/** Everything of the period before, moved to the same weekdays. What is there already stays, and comes first. */
export async function copyLast(desk: Timesheets, by: string, place: Place): Promise<Sheet> {
  const sheet = await holdForWriting(desk, by, place);
  const before = periodAfter(sheet, -1, desk.settings);
  const last = await desk.sheets.of(sheet.personId, before.first);
  const open = new Set((await desk.projects.open()).map(({ id }) => id));
  const usable = (last?.entries ?? []).filter(({ projectId }) => projectId === null || open.has(projectId));
  const work = usable.filter(({ kind }) => kind === 'work');
  const days = before.first.until(sheet.first).days;
  // Months have no same weekdays on the same dates: four weeks later are the same weekdays.
  const distance = days % 7 === 0 ? days : 28;
  const copies = shifted(work, distance).filter(({ day }) => isWithin(day, sheet));
  const taken = new Set(sheet.entries.map(({ day }) => String(day)));
  const added = copies.filter(({ day }) => !taken.has(String(day)) && !desk.calendar.holidays.has(String(day)));
  if (added.length === 0) throw no('refused.nothingToCopy');
  return alter(desk, by, place, null, (entries) => putIn(entries, added));
}

/** What the punch clock counted, in place of the work that stood on those days. */
export const fillIn = (desk: Timesheets, by: string, place: Place, counted: readonly Entry[]): Promise<Sheet> =>
  alter(desk, by, place, null, (entries, sheet) => {
    const ours = counted.filter(({ day }) => isWithin(day, sheet));
    if (ours.length === 0) throw no('refused.nothingClocked');
    const days = new Set(ours.map(({ day }) => String(day)));
    return putIn(
      entries.filter(({ day, kind }) => kind !== 'work' || !days.has(String(day))),
      ours,
    );
  });

const wishesOf =
  ({ settings }: Timesheets, { timeZone }: Person) =>
  ({ time, ...entry }: TypedEntry): Wish =>
    'minutes' in time
      ? { ...entry, minutes: time.minutes, nightMinutes: time.nightMinutes ?? 0 }
      : { ...entry, ...spanOn(entry.day, time, timeZone, settings.rules.night) };

type Alteration = (entries: readonly Entry[], sheet: Sheet) => Entry[];

async function alter(desk: Timesheets, by: string, place: Place, shown: Shown, change: Alteration): Promise<Sheet> {
  const sheet = await holdForWriting(desk, by, place);
  if (shown !== null && shown !== sheet.edition) throw no('refused.changedMeanwhile');
  const owner = await personCalled(desk, sheet.personId);
  const entries = change(sheet.entries, sheet);
  await refuseTooMany(desk, owner, sheet, entries);
  await refuseOutside(desk, owner, entries);
  await refuseClosed(desk, sheet.entries, entries);
  await desk.sheets.rewrite(sheet.id, entries);
  const written = await desk.sheets.change(sheet.id, {});
  await recordWriting(desk, by, sheet, written);
  await desk.outbox.refreshHome(sheet.personId);
  return written;
}

/** Who writes in somebody else's sheet, and what was corrected after the lock, is on record; drafts of one's own aren't. */
async function recordWriting(desk: Timesheets, by: string, before: Sheet, after: Sheet): Promise<void> {
  if (by === before.personId && before.lockedVersion === null) return;
  const detail = {
    version: after.version,
    minutesBefore: minutesIn(before.entries),
    minutes: minutesIn(after.entries),
  };
  await desk.audit.record({ actor: by, action: 'accounting.timesheets.write', object: caseOf(after.id), detail });
}

/** Nobody works before they came, or after they have left. */
async function refuseOutside(desk: Timesheets, owner: Person, entries: readonly Entry[]): Promise<void> {
  const worker = (await workersOf(desk, [owner])).get(owner.id);
  if (!worker) return;
  for (const { day } of entries) {
    const { startsOn, endsOn } = patternOn(worker.patterns, day, worker.office);
    if (startsOn && compareDays(day, startsOn) < 0) throw no('refused.beforeJoining', { day: startsOn.toString() });
    if (endsOn && compareDays(day, endsOn) > 0) throw no('refused.afterLeaving', { day: endsOn.toString() });
  }
}

/** What is booked on a project stays when it is archived; nothing new comes to it. Ids are claims of a form. */
async function refuseClosed({ projects }: Reading, before: readonly Entry[], after: readonly Entry[]): Promise<void> {
  const known = new Set([...before.map(({ projectId }) => projectId), ...(await projects.open()).map(({ id }) => id)]);
  if (after.some(({ projectId }) => projectId !== null && !known.has(projectId))) throw no('refused.noSuchProject');
}
