import type { Entry } from '../sheet.js';
import { compareDays } from './periods.js';

/** What is to stand on a day for one thing; no minutes: nothing. */
export type Wish = Entry & { clearsDay?: boolean };

const keyOf = ({ day, kind, projectId }: Pick<Entry, 'day' | 'kind' | 'projectId'>): string =>
  `${day}/${kind}/${projectId ?? ''}`;

/**
 * Puts what was written in place of what stood there for the same thing on the same day. What one writing says twice is
 * added up: two shifts of a day are two lines.
 */
export function putIn(entries: readonly Entry[], wishes: readonly Wish[]): Entry[] {
  const cleared = new Set(wishes.filter(({ clearsDay }) => clearsDay).map(({ day }) => String(day)));
  const written = new Map<string, Entry>();
  for (const { clearsDay, ...wish } of wishes) {
    if (!clearsDay) written.set(keyOf(wish), added(written.get(keyOf(wish)), wish));
  }
  const kept = entries.filter((entry) => !cleared.has(String(entry.day)) && !written.has(keyOf(entry)));
  return inOrder([...kept, ...written.values()]);
}

/** All of one day is what was written, and nothing else. */
export const putDay = (entries: readonly Entry[], day: Entry['day'], wishes: readonly Wish[]): Entry[] =>
  putIn(
    entries.filter((entry) => !entry.day.equals(day)),
    wishes,
  );

function added(one: Entry | undefined, other: Entry): Entry {
  if (!one) return other;
  return {
    ...one,
    minutes: one.minutes + other.minutes,
    nightMinutes: one.nightMinutes + other.nightMinutes,
    note: [one.note, other.note].filter(Boolean).join('; ') || null,
  };
}

const inOrder = (entries: readonly Entry[]): Entry[] =>
  entries
    .filter(({ minutes }) => minutes > 0)
    .sort((one, other) => compareDays(one.day, other.day) || keyOf(one).localeCompare(keyOf(other)));

/** The same hours that many days later, as when a week is copied; what has no day there is left out. */
export const shifted = (entries: readonly Entry[], days: number): Entry[] =>
  entries.map((entry) => ({ ...entry, day: entry.day.add({ days }) }));
