import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import { isWorking } from '../../../../platform/calendar/working-time.js';
import { dayIn } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';
import type { Reading, Timesheets } from '../desk.js';
import { UNDO_MINUTES } from '../settings.js';
import type { Sheet } from '../sheet.js';
import { nextState, tellOfChange } from './hand-in.js';
import { worthOf } from './worth.js';

/** So many of the newest days are looked at for a cut-off: longer than any closure of a company. */
const LOOK_BACK_DAYS = 60;

/** When a period that ends on that day is locked: so many working days later, in the office's zone. */
export function cutOffOf({ settings, calendar }: Reading, last: Temporal.PlainDate): Temporal.Instant {
  const { workingDays, time } = settings.cutOff;
  let day = last;
  for (let left = workingDays, passed = 0; left > 0 && passed < LOOK_BACK_DAYS; passed++) {
    day = day.add({ days: 1 });
    if (isWorkingDay(calendar, day)) left--;
  }
  return firstInstantAt(day.toPlainDateTime(time), calendar.timeZone);
}

function isWorkingDay(calendar: Reading['calendar'], day: Temporal.PlainDate): boolean {
  const opening = calendar.hours[day.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7];
  if (!opening) return false;
  return isWorking(calendar, firstInstantAt(day.toPlainDateTime(opening.from), calendar.timeZone));
}

/** Locks what was approved in time, and what is approved late as soon as the approval can't be taken back any more. */
export async function lockApproved(desk: Timesheets): Promise<number> {
  const yesterday = dayIn(desk.calendar.timeZone, desk.now).subtract({ days: 1 });
  let locked = 0;
  for (const id of await desk.sheets.approvedUntil(yesterday)) {
    const sheet = await desk.sheets.hold(id);
    if (sheet?.state !== 'approved' || !isDue(desk, sheet)) continue;
    await lockSheet(desk, sheet);
    locked++;
  }
  return locked;
}

function isDue(desk: Timesheets, { last, decidedAt }: Sheet): boolean {
  const isPast = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, desk.now) <= 0;
  return isPast(cutOffOf(desk, last)) && (decidedAt === null || isPast(decidedAt.add({ minutes: UNDO_MINUTES })));
}

/** From here on payroll counts on it. */
async function lockSheet(desk: Timesheets, sheet: Sheet): Promise<void> {
  const slices = await worthOf(desk, sheet);
  await desk.versions.add({ sheet, slices, byId: sheet.submittedBy });
  const changes = { state: nextState(sheet, 'lock'), lockedVersion: sheet.version };
  const locked = await desk.sheets.change(sheet.id, changes);
  await desk.sheets.note(locked, 'locked', null);
  await tellOfChange(desk, null, 'lock', locked);
}
