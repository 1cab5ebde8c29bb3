import type { Temporal } from '../../../../platform/time.js';
import { dayText, hoursText } from '../../../../platform/words/dates.js';
import type { Language } from '../../../../platform/words/words.js';
import { daysOf, type Period } from '../rules/periods.js';
import { type Entry, minutesIn, type Project } from '../sheet.js';
import type { Say } from '../words.js';
import { thingOf } from './texts.js';

const NAME = 11;
const CELL = 5;

/** A week as a grid of things and days in letters of one width: what a decider sees at a glance. Plain text. */
export function grid(
  say: Say,
  { first, last }: Period,
  entries: readonly Entry[],
  projects: ReadonlyMap<string, Project>,
): string {
  const days = [...daysOf({ first, last })].filter(
    (day) => day.dayOfWeek < 6 || entries.some((entry) => entry.day.equals(day)),
  );
  const things = [...new Set(entries.map((entry) => thingOf(say, entry, projects)))];
  const head = row('', [...days.map((day) => weekday(day, say.language)), 'Σ']);
  const rows = things.map((thing) => {
    const ours = entries.filter((entry) => thingOf(say, entry, projects) === thing);
    return row(thing, cells(days, ours));
  });
  return [head, ...rows, row(say.plain('form.total'), cells(days, entries))].join('\n');
}

function cells(days: readonly Temporal.PlainDate[], entries: readonly Entry[]): string[] {
  const perDay = days.map((day) => minutesIn(entries.filter((entry) => entry.day.equals(day))));
  return [...perDay, minutesIn(entries)].map((minutes) => (minutes > 0 ? hoursText(minutes) : '·'));
}

/** What is longer than its column is cut by characters as people count them. */
function row(name: string, texts: readonly string[]): string {
  const letters = [...name.replaceAll('`', "'")];
  const short = letters.length > NAME ? [...letters.slice(0, NAME - 1), '…'] : letters;
  return short.join('').padEnd(NAME) + texts.map((text) => text.padStart(CELL + 1)).join('');
}

const weekday = (day: Temporal.PlainDate, language: Language): string =>
  dayText(day, language, { weekday: 'short' }).replace('.', '').slice(0, 3);
