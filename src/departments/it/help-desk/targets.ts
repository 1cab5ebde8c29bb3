import type { WorkCalendar } from '../../../platform/calendar/work-calendar.js';
import { isWorkingDay } from '../../../platform/calendar/working-days.js';
import { addWorkingMinutes, workingMinutesBetween } from '../../../platform/calendar/working-time.js';
import { Temporal } from '../../../platform/time.js';
import { type HelpDeskSettings, WARN_AT_SHARE } from './settings.js';
import { clocks } from './states.js';
import type { Target, TargetKind, Ticket } from './ticket.js';

/** A ticket's clock: what it has counted, and by when that makes the desk owe something. */
export type Timing = Pick<Ticket, 'owedSince' | 'respondedAt' | 'spentMinutes' | 'runningSince' | 'targets'>;
type Standing = Pick<Ticket, 'state' | 'priority'>;

export interface Rules {
  calendar: WorkCalendar;
  targets: HelpDeskSettings['targets'];
}

/** A clock that starts now: for a ticket that was raised, or reopened. */
export function startClock(ticket: Standing, rules: Rules, now: Temporal.Instant): Timing {
  const stopped: Timing = { owedSince: now, respondedAt: null, spentMinutes: 0, runningSince: null, targets: [] };
  return setClock(stopped, ticket, rules, now);
}

/** The clock after a ticket changed: it stands, ends or goes on with its state, and a new priority has new targets. */
export function keepClock(before: Timing & Standing, after: Standing, rules: Rules, now: Temporal.Instant): Timing {
  const { owedSince, respondedAt, spentMinutes, runningSince, targets } = before;
  const timing = { owedSince, respondedAt, spentMinutes, runningSince, targets };
  if (after.priority !== before.priority) return setClock({ ...timing, targets: [] }, after, rules, now);
  if (clocks[after.state] !== clocks[before.state]) return setClock(timing, after, rules, now);
  return timing;
}

/**
 * The clock of a ticket under targets that the desk has changed. What was told of the former ones still counts where it still
 * holds; a target that is further away now is told of anew.
 */
export function resetClock(ticket: Timing & Standing, rules: Rules, now: Temporal.Instant): Timing {
  const { owedSince, respondedAt, spentMinutes, runningSince, targets } = ticket;
  const timing = setClock({ owedSince, respondedAt, spentMinutes, runningSince, targets }, ticket, rules, now);
  const stillHolds = (moment: Temporal.Instant | null, told: Temporal.Instant | null) =>
    moment === null || isPast(moment, now) ? told : null;
  const marks = timing.targets.map((target) => ({
    ...target,
    warnedAt: stillHolds(target.warnAt, target.warnedAt),
    escalatedAt: stillHolds(target.dueAt, target.escalatedAt),
  }));
  return { ...timing, targets: marks };
}

/** The first answer was given: that target is met. */
export function answered(timing: Timing, now: Temporal.Instant): Timing {
  if (timing.respondedAt) return timing;
  return { ...timing, respondedAt: now, targets: timing.targets.filter(({ kind }) => kind !== 'respond') };
}

function setClock(timing: Timing, { state, priority }: Standing, rules: Rules, now: Temporal.Instant): Timing {
  const { owedSince, runningSince } = timing;
  const sinceStart = runningSince ? workingMinutesBetween(rules.calendar, runningSince, now) : 0;
  const spent = timing.spentMinutes + sinceStart;
  const runs = clocks[state] === 'runs';
  const clock = { ...timing, spentMinutes: spent, runningSince: runs ? now : null };
  if (clocks[state] === 'ended' || !isEverOpen(rules.calendar)) return { ...clock, targets: [] };

  const limits = rules.targets[priority];
  const mark = (kind: TargetKind, from: Temporal.Instant | null, used: number): Target => {
    const at = (share: number) =>
      from && addWorkingMinutes(rules.calendar, from, Math.max(0, limits[kind] * share - used));
    const told = timing.targets.find((target) => target.kind === kind);
    const { warnedAt = null, escalatedAt = null } = told ?? {};
    return { kind, dueAt: at(1), warnAt: at(WARN_AT_SHARE), warnedAt, escalatedAt };
  };
  const resolve = mark('resolve', runs ? now : null, spent);
  return { ...clock, targets: timing.respondedAt ? [resolve] : [mark('respond', owedSince, 0), resolve] };
}

/** The same time of day so many working days later. */
export function workingDaysLater(calendar: WorkCalendar, from: Temporal.Instant, days: number): Temporal.Instant {
  let moment = from.toZonedDateTimeISO(calendar.timeZone);
  if (!isEverOpen(calendar)) return moment.add({ days }).toInstant();
  for (let left = days; left > 0; ) {
    moment = moment.add({ days: 1 });
    if (isWorkingDay(calendar, moment.toPlainDate())) left -= 1;
  }
  return moment.toInstant();
}

/** An office without hours has no targets, and still takes tickets. */
const isEverOpen = ({ hours }: WorkCalendar): boolean => Object.keys(hours).length > 0;

export const isPast = (moment: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  moment !== null && Temporal.Instant.compare(moment, now) <= 0;
