import { dayIn, timeIn } from '../../../../platform/people/days.js';
import type { Person } from '../../../../platform/people/person.js';
import { Temporal } from '../../../../platform/time.js';
import type { Timesheets } from '../desk.js';
import { tellManager, tellOwner } from '../letters/reminders.js';
import { dueForReminder, type Worker } from '../patterns/reminders.js';
import { type Period, periodAfter, periodOf } from '../rules/periods.js';
import { managersIn, teamOf } from '../store/team.js';
import { cutOffOf } from './lock.js';
import { isMissing, lookAtTeam, type Member, membersOf } from './team.js';
import { workersOf } from './workers.js';

/** Reminds whoever it is time for, of the period that is under way where they are and of the one before. */
export async function remindOwners(desk: Timesheets): Promise<void> {
  const people = await desk.people.many(await teamOf(desk.db, null, desk.settings.exempt));
  const workers = await workersOf(desk, people);
  for (const period of periodsNow(desk)) {
    const members = new Map(
      (
        await membersOf(
          desk,
          people.map(({ id }) => id),
          period,
        )
      ).map((one) => [one.person.id, one]),
    );
    for (const person of people) {
      const [member, worker] = [members.get(person.id), workers.get(person.id)];
      if (member && worker) await remindOwner(desk, member, worker, period);
    }
  }
}

async function remindOwner(desk: Timesheets, member: Member, worker: Worker, period: Period): Promise<void> {
  const handIn = {
    period: { from: period.first, until: period.last },
    isDone: !isMissing(member),
    cutOff: cutOffOf(desk, period.last),
    // What was given before has its once key: the outbox says nothing twice.
    given: [],
  };
  const reminder = dueForReminder(worker, handIn, desk.now, desk.settings.reminder);
  if (reminder) await tellOwner(desk, member.person, period, reminder);
}

/** Wherever people are, theirs is one of these. */
function periodsNow({ settings, now }: Timesheets): Period[] {
  const current = periodOf(dayIn('UTC', now), settings);
  const [before, after] = [periodAfter(current, -1, settings), periodAfter(current, 1, settings)];
  const isAhead = dayIn('Pacific/Kiritimati', now).since(current.last).days > 0;
  return [before, current, ...(isAhead ? [after] : [])];
}

/** On the morning of the cut-off each manager gets one list of who is missing, not one message for each. */
export async function tellManagers(desk: Timesheets): Promise<void> {
  const period = periodAfter(periodOf(dayIn(desk.calendar.timeZone, desk.now), desk.settings), -1, desk.settings);
  const cutOff = cutOffOf(desk, period.last);
  for (const manager of await desk.people.many(await managersIn(desk.db))) {
    if (!isMorningOf(desk, manager, cutOff)) continue;
    const ids = await teamOf(desk.db, manager.id, desk.settings.exempt);
    const missing = (await membersOf(desk, ids, period)).filter(isMissing);
    if (missing.length > 0) await tellManager(desk, manager, period, missing);
  }
}

function isMorningOf({ settings, now }: Timesheets, { timeZone }: Person, cutOff: Temporal.Instant): boolean {
  if (Temporal.Instant.compare(now, cutOff) >= 0 || !dayIn(timeZone, now).equals(dayIn(timeZone, cutOff))) return false;
  const morning = Temporal.PlainTime.from(settings.reminder.cutOffHour);
  return Temporal.PlainTime.compare(timeIn(timeZone, now).toPlainTime(), morning) >= 0;
}

/** A manager reminds all of their team who haven't handed in: at most once a day. Returns how many. */
export async function remindMissing(desk: Timesheets, by: Person, day: Temporal.PlainDate): Promise<number> {
  const { members, period } = await lookAtTeam(desk, by, day);
  const missing = members.filter((member) => isMissing(member) && member.person.id !== by.id);
  for (const { person } of missing) await tellOwner(desk, person, period, 'asked', by);
  return missing.length;
}
