import { dateAt, firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import type { WorkCalendar } from '../../../../platform/calendar/work-calendar.js';
import { isWorking } from '../../../../platform/calendar/working-time.js';
import { Temporal } from '../../../../platform/time.js';

/** When somebody takes calls each week. Times are of the office's clock, `HH:MM`; it ends on the next day where `to` isn't later. */
export interface Shift {
  personId: string;
  /** ISO: 1 is Monday. */
  weekday: number;
  from: string;
  to: string;
}

/** One shift on one day that somebody takes over from somebody else. */
export interface Swap {
  fromId: string;
  toId: string;
  day: Temporal.PlainDate;
  from: string;
}

export interface Turn {
  personId: string;
  day: Temporal.PlainDate;
  /** As the shift is written. */
  from: string;
  to: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

export interface Rota {
  members: readonly string[];
  shifts: readonly Shift[];
  /** Only those that were agreed. */
  swaps: readonly Swap[];
}

/** Whose shift it is at that moment, in the order of the members. Without shifts: everybody, while the office is open. */
export function onDuty(rota: Rota, calendar: WorkCalendar, at: Temporal.Instant): string[] {
  if (rota.shifts.length === 0) return isWorking(calendar, at) ? [...rota.members] : [];
  const today = dateAt(at, calendar.timeZone);
  const turns = turnsBetween(rota, calendar, today.subtract({ days: 1 }), today);
  const on = new Set(turns.filter((turn) => covers(turn, at)).map(({ personId }) => personId));
  const swappedIn = [...on].filter((id) => !rota.members.includes(id));
  return [...rota.members.filter((id) => on.has(id)), ...swappedIn];
}

/** All turns that begin on these days, both inclusive, as swapped; none on holidays. The first to begin first. */
export function turnsBetween(
  { shifts, swaps }: Rota,
  { timeZone, holidays }: WorkCalendar,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Turn[] {
  const turns: Turn[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (holidays.has(day.toString())) continue;
    for (const shift of shifts.filter(({ weekday }) => weekday === day.dayOfWeek)) {
      const isOvernight = shift.to <= shift.from;
      const startsAt = firstInstantAt(day.toPlainDateTime(shift.from), timeZone);
      const endsAt = firstInstantAt(day.add({ days: isOvernight ? 1 : 0 }).toPlainDateTime(shift.to), timeZone);
      const personId = swaps.reduce(
        (who, swap) => (isOf(swap, day, shift.from) && swap.fromId === who ? swap.toId : who),
        shift.personId,
      );
      turns.push({ personId, day, from: shift.from, to: shift.to, startsAt, endsAt });
    }
  }
  return turns.sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt));
}

const isOf = (swap: Swap, day: Temporal.PlainDate, from: string): boolean => swap.from === from && swap.day.equals(day);

const covers = ({ startsAt, endsAt }: Turn, at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startsAt, at) <= 0 && Temporal.Instant.compare(at, endsAt) < 0;
