import type { HourKind } from '../../../../platform/hours.js';
import type { Temporal } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Project } from '../sheet.js';
import { dayNamed } from './day-names.js';
import { readHours, type TypedHours } from './hours-text.js';
import { daysOf, isWithin, type Period } from './periods.js';

/** Longest note of one entry. */
export const MAX_NOTE = 200;

/** What a line sets: the hours of that day for that thing, in place of what stood there. Without time they are taken away. */
export interface TypedEntry {
  day: Temporal.PlainDate;
  kind: HourKind;
  projectId: string | null;
  /** Spans lie within the day. Minutes without a word on the night have none in it. */
  time: { minutes: number; nightMinutes?: number } | { from: number; to: number };
  note: string | null;
  /** `mon 0`: everything of that day goes. */
  clearsDay: boolean;
}

export type LineTrouble =
  | 'noDay'
  | 'otherPeriod'
  | 'whichDay'
  | 'noHours'
  | 'unreadable'
  | 'negative'
  | 'tooMany'
  | 'notWhole'
  | 'noProject'
  | 'whichProject'
  | 'pastPeriod'
  | 'noteTooLong';

export interface WrongLine {
  /** From 1. */
  line: number;
  trouble: LineTrouble;
  /** The part of the line that is meant. Not escaped. */
  text: string;
}

const kindWords: ReadonlyMap<string, HourKind> = new Map([
  ['leave', 'leave'],
  ['vacation', 'leave'],
  ['concediu', 'leave'],
  ['sick', 'sick'],
  ['medical', 'sick'],
  ['bolnav', 'sick'],
  ['holiday', 'holiday'],
  ['sarbatoare', 'holiday'],
  ['unpaid', 'unpaid'],
  ['fara plata', 'unpaid'],
  ['concediu medical', 'sick'],
  ['concediu fara plata', 'unpaid'],
]);

export interface Reader {
  period: Period;
  today: Temporal.PlainDate;
  /** Those that can be booked on. */
  projects: readonly Project[];
}

/** Reads `mon 8 website: notes`, `lu-vi 7,5 magazin`, `16.11 9-17:30`, `fri 8 leave`, one a line. Empty lines say nothing. */
export function readLines(text: string, reader: Reader): { entries: TypedEntry[]; wrong: WrongLine[] } {
  const entries: TypedEntry[] = [];
  const wrong: WrongLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line.trim(), reader);
    if ('trouble' in read) wrong.push({ line: index + 1, ...read });
    else entries.push(...read.entries);
  }
  return { entries, wrong };
}

type Trouble = Omit<WrongLine, 'line'>;

function readLine(line: string, reader: Reader): { entries: TypedEntry[] } | Trouble {
  const [, daysText = '', hoursText, thing, noteOnly] =
    /^(\S+)(?:\s+(\S+?))?(?:\s+(.*)|(:(?:\s.*)?))?$/.exec(line) ?? [];
  const rest = thing ?? noteOnly ?? '';
  const days = daysNamed(daysText, reader);
  if ('trouble' in days) return days;
  if (hoursText === undefined) return { trouble: 'noHours', text: line };
  const time = readHours(hoursText);
  if ('wrong' in time) return { trouble: time.wrong, text: hoursText };
  const what = readWhat(rest, reader.projects);
  if ('trouble' in what) return what;
  const clearsDay = isNothing(time) && rest.trim() === '';
  const entries = days.flatMap((day) => untilMidnight({ day, ...what, time, clearsDay }));
  const beyond = entries.find(({ day }) => !isWithin(day, reader.period));
  return beyond ? { trouble: 'pastPeriod', text: hoursText } : { entries };
}

const MIDNIGHT = 24 * 60;

/** A shift over midnight is hours of two days. */
function untilMidnight(entry: TypedEntry): TypedEntry[] {
  const { time, day } = entry;
  if (!('from' in time) || time.to > time.from) return [entry];
  const tonight = { ...entry, time: { from: time.from, to: MIDNIGHT } };
  return time.to === 0 ? [tonight] : [tonight, { ...entry, day: day.add({ days: 1 }), time: { from: 0, to: time.to } }];
}

const isNothing = (time: TypedHours): boolean => 'minutes' in time && time.minutes === 0;

/** One day, or from one to another: `mon-fri`. A date such as 2026-11-16 has dashes of its own. */
function daysNamed(text: string, { period, today }: Reader): Temporal.PlainDate[] | Trouble {
  const [, from = '', to] = /^(\d{4}-\d{2}-\d{2}|[^-–]+?)(?:[-–](\d{4}-\d{2}-\d{2}|[^-–]+))?:?$/.exec(text) ?? [];
  const first = dayNamed(from, period, today);
  if ('wrong' in first) return { trouble: first.wrong, text };
  if (to === undefined) return [first.day];
  const last = dayNamed(to, period, today);
  if ('wrong' in last) return { trouble: last.wrong, text };
  const days = [...daysOf({ first: first.day, last: last.day })];
  return days.length > 0 ? days : { trouble: 'noDay', text };
}

type What = Pick<TypedEntry, 'kind' | 'projectId' | 'note'>;

/** The thing before the colon, and the note after it. */
function readWhat(text: string, projects: readonly Project[]): What | Trouble {
  const [, thing = '', noteText] = /^([^:]*)(?::([\s\S]*))?$/.exec(text) ?? [];
  const note = noteText?.trim() || null;
  if (note && note.length > MAX_NOTE) return { trouble: 'noteTooLong', text: note };
  const name = folded(thing);
  if (name === '') return { kind: 'work', projectId: null, note };
  const kind = kindWords.get(name);
  if (kind) return { kind, projectId: null, note };
  const found = projectsCalled(name, projects);
  if (found.length !== 1) return { trouble: found.length === 0 ? 'noProject' : 'whichProject', text: thing.trim() };
  return { kind: 'work', projectId: found[0]?.id ?? null, note };
}

/** By its whole name, else by how it begins, else by a part of it: the first of these that finds any. */
function projectsCalled(name: string, projects: readonly Project[]): Project[] {
  const ways: ((full: string) => boolean)[] = [
    (full) => full === name,
    (full) => full.startsWith(name),
    (full) => full.includes(name),
  ];
  for (const fits of ways) {
    const found = projects.filter((project) => fits(folded(project.name)));
    if (found.length > 0) return found;
  }
  return [];
}
