import { Temporal } from '../../../../platform/time.js';
import type { HourRules } from '../rules/hour-rules.js';
import { roundMinutes } from '../rules/rounding.js';
import { groupBy } from '../rules/weeks.js';
import { knownZone } from '../rules/zone.js';
import { dayOf, daySpan, minuteOf, nightWithin, type Span } from './night.js';
import { type EndedStint, hasEnded, type Stint } from './stint.js';

/** What somebody worked on a project in one day of their zone. */
export interface DayMinutes {
  day: Temporal.PlainDate;
  projectId: string | null;
  minutes: number;
  nightMinutes: number;
}

type Rules = Pick<HourRules, 'night' | 'rounding'>;

/** Minutes that really passed at work, by day and project. Breaks aren't counted, nor what has no end yet. */
export function minutesByDay(stints: readonly Stint[], timeZone: string, rules: Rules): DayMinutes[] {
  const zone = knownZone(timeZone);
  const worked = stints.filter(hasEnded).filter(({ kind }) => kind === 'work');
  const parts = worked.flatMap((stint) => partsOf(stint, zone, rules));
  const groups = [...groupBy(parts, ({ day, projectId }) => `${day} ${projectId ?? ''}`).values()];
  return groups.map(together).sort(inOrder);
}

function together(parts: readonly DayMinutes[]): DayMinutes {
  const [{ day, projectId }] = parts as [DayMinutes];
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0);
  const nightMinutes = parts.reduce((sum, part) => sum + part.nightMinutes, 0);
  return { day, projectId, minutes, nightMinutes };
}

/** A stint is rounded as a whole, at its end: so it never reaches into another day by rounding. */
function partsOf({ startedAt, endedAt, projectId }: EndedStint, zone: string, rules: Rules): DayMinutes[] {
  const [from, to] = [minuteOf(startedAt), minuteOf(endedAt)];
  const rounded = from + roundMinutes(to - from, rules.rounding);
  const days = daysOf({ from, to: Math.min(to, rounded) }, zone);
  const added = Math.max(0, rounded - to);
  return days
    .map(({ day, span }, place) => {
      const isLast = place === days.length - 1;
      const more = isLast ? added : 0;
      const nightMinutes = nightWithin(span, day, zone, rules.night) + (isInNight(span, day, zone, rules) ? more : 0);
      return { day, projectId, minutes: span.to - span.from + more, nightMinutes };
    })
    .filter(({ minutes }) => minutes > 0);
}

/** Whether its last minute is one of the night: those that rounding adds are as that one was. */
const isInNight = ({ to }: Span, day: Temporal.PlainDate, zone: string, { night }: Rules): boolean =>
  nightWithin({ from: to - 1, to }, day, zone, night) === 1;

function daysOf({ from, to }: Span, zone: string): { day: Temporal.PlainDate; span: Span }[] {
  const day = dayOf(from, zone);
  const end = daySpan(day, zone).to;
  if (to <= end) return [{ day, span: { from, to } }];
  return [{ day, span: { from, to: end } }, ...daysOf({ from: end, to }, zone)];
}

const inOrder = (one: DayMinutes, other: DayMinutes): number =>
  Temporal.PlainDate.compare(one.day, other.day) || (one.projectId ?? '').localeCompare(other.projectId ?? '');
