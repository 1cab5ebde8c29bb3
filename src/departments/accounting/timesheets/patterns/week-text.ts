import { folded } from '../../../../platform/words/folded.js';
import { weekdayNamed, weekdaysFrom } from '../../../../platform/words/weekdays.js';
import { readHours } from '../rules/hours-text.js';

/** Minutes from Monday to Sunday, or what is wrong with which part of the text. */
export type TypedWeek =
  | { minutes: number[] }
  | { wrong: 'unreadableWeek' | 'noWeekday' | 'noWeekHours' | 'weekdayTwice'; text: string };

const DAYS = 7;

/** Reads `mon-thu 8, fri 6:30`, `lu-vi 7,5`, or a line for each. A weekday that isn't named is free. */
export function readWeek(typed: string): TypedWeek {
  const minutes: (number | undefined)[] = Array.from({ length: DAYS });
  // A comma parts where a name follows; in `7,5` it is the decimal one.
  const parts = typed.split(/[;\n]|,(?=\s*\p{L})/u).map((part) => part.trim());
  for (const part of parts.filter(Boolean)) {
    const read = readPart(part);
    if ('wrong' in read) return read;
    for (const weekday of read.weekdays) {
      if (minutes[weekday - 1] !== undefined) return { wrong: 'weekdayTwice', text: part };
      minutes[weekday - 1] = read.minutes;
    }
  }
  if (minutes.every((one) => one === undefined)) return { wrong: 'unreadableWeek', text: typed.trim() };
  return { minutes: minutes.map((one) => one ?? 0) };
}

function readPart(part: string): { weekdays: number[]; minutes: number } | Extract<TypedWeek, { wrong: string }> {
  const [, from = '', to, hours = ''] = /^(\p{L}+)\.?(?:\s*[-–]\s*(\p{L}+)\.?)?\s+(\S.*)$/u.exec(part) ?? [];
  if (!from) return { wrong: 'unreadableWeek', text: part };
  const weekdays = weekdaysFrom(weekdayNamed(folded(from)), to === undefined ? undefined : weekdayNamed(folded(to)));
  if (!weekdays) return { wrong: 'noWeekday', text: part };
  const read = readHours(hours);
  if ('wrong' in read) return { wrong: 'noWeekHours', text: part };
  const minutes = 'minutes' in read ? read.minutes : read.to - read.from;
  return minutes < 0 ? { wrong: 'noWeekHours', text: part } : { weekdays, minutes };
}

/** Weekdays that follow each other and have the same hours; free ones are left out. */
export function runsOf(minutes: readonly number[]): { from: number; to: number; minutes: number }[] {
  const runs: { from: number; to: number; minutes: number }[] = [];
  for (const [index, amount] of minutes.entries()) {
    const last = runs.at(-1);
    if (last?.to === index && last.minutes === amount) last.to = index + 1;
    else runs.push({ from: index + 1, to: index + 1, minutes: amount });
  }
  return runs.filter((run) => run.minutes > 0);
}
