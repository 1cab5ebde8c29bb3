import type { KnownBlock } from '@slack/types';
import { button, section } from '../../../../platform/blocks.js';
import type { Temporal } from '../../../../platform/time.js';
import { hoursText } from '../../../../platform/words/dates.js';
import { ids } from '../ids.js';
import { daysOf, type Period } from '../rules/periods.js';
import { type Entry, minutesIn, type Project } from '../sheet.js';
import type { Say } from '../words.js';
import { entryText, shortDay } from './texts.js';

export interface DayList {
  period: Period;
  entries: readonly Entry[];
  projects: ReadonlyMap<string, Project>;
  isHoliday: (day: Temporal.PlainDate) => boolean;
  /** What the button beside each day carries; null: no button. */
  edit: ((day: Temporal.PlainDate) => string) | null;
}

/** A period day by day: a list that reads as well on a phone, where a grid would not fit. */
export const dayBlocks = (say: Say, { period, edit, ...list }: DayList): KnownBlock[] =>
  [...daysOf(period)].map((day) => ({
    ...section(
      dayLine(say, day, list),
      edit ? button(ids.editDay, say.plain('button.editDay'), { value: edit(day) }) : undefined,
    ),
    block_id: `day-${day}`,
  }));

function dayLine(
  say: Say,
  day: Temporal.PlainDate,
  { entries, projects, isHoliday }: Omit<DayList, 'period' | 'edit'>,
) {
  const ours = entries.filter((entry) => entry.day.equals(day));
  const name = `*${shortDay(day, say)}*${isHoliday(day) ? ' 🎉' : ''}`;
  if (ours.length === 0) return `${name}  –`;
  return `${name}  *${hoursText(minutesIn(ours))}*\n${ours.map((entry) => entryText(say, entry, projects)).join('\n')}`;
}

/** The same without buttons, for messages and for who decides: days without hours are left out. */
export const dayLines = (say: Say, { period, ...list }: Omit<DayList, 'edit'>): string[] =>
  [...daysOf(period)]
    .filter((day) => list.entries.some((entry) => entry.day.equals(day)))
    .map((day) => dayLine(say, day, list));
