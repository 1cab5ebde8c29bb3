import type { DateRule } from '../../../src/platform/calendar/month-rules.js';
import { watch } from './wall-oracle.js';

/** A day as a row of a table; nothing here knows Temporal. */
export interface OracleDay {
  text: string;
  /** Days since 1970. */
  number: number;
  /** `2026-11` */
  month: string;
  day: number;
  /** Monday is 1. */
  weekday: number;
}

export function yearsOf(from: number, until: number): OracleDay[] {
  const rows: OracleDay[] = [];
  for (let number = Date.UTC(from) / 86_400_000; number < Date.UTC(until + 1) / 86_400_000; number += 1) {
    const text = new Date(number * 86_400_000).toISOString().slice(0, 10);
    rows.push({
      text,
      number,
      month: text.slice(0, 7),
      day: Number(text.slice(8)),
      weekday: new Date(number * 86_400_000).getUTCDay() || 7,
    });
  }
  return rows;
}

/** The days on which a rule falls, by going through the table of all days. */
export function datesBy(on: DateRule, days: OracleDay[], holidays: string[], week: number[]): number[] {
  const open = days.map((row) => week.includes(row.weekday) && !holidays.includes(row.text));
  const shift = (place: number, way: 'before' | 'after' | 'same'): number[] => {
    const step = { before: -1, after: 1, same: 0 }[way];
    for (let at = place, moves = 0; days[at] && moves <= 60; at += step, moves += 1) {
      if (step === 0 || open[at]) return [days[at]?.number ?? 0];
    }
    return [];
  };
  if (on.rule === 'everyNWeeks') {
    const start = Date.parse(on.from) / 86_400_000;
    const firstSuch = start + ((on.weekday - (new Date(on.from).getUTCDay() || 7) + 7) % 7);
    return days.flatMap((row, place) =>
      row.number >= firstSuch && (row.number - firstSuch) % (7 * on.weeks) === 0 ? shift(place, on.whenClosed) : [],
    );
  }
  const months = new Map<string, number[]>();
  for (const [place, { month }] of days.entries()) months.set(month, [...(months.get(month) ?? []), place]);
  return [...months.values()].flatMap((places) => {
    if (on.rule === 'dayOfMonth') {
      const wanted = places.find((place) => days[place]?.day === on.day) ?? places.at(-1);
      return wanted === undefined ? [] : shift(wanted, on.whenClosed);
    }
    const working = places.filter((place) => open[place]).map((place) => days[place]?.number ?? 0);
    const fromItsEnd = on.rule === 'lastWorkingDay';
    const ordered = fromItsEnd ? working.reverse() : working;
    return ordered.slice(0, (fromItsEnd ? on.minus : on.n - 1) + 1).slice(-1);
  });
}

/** The real minute at which the clock on the wall first reads that time of that day, or later: each once. */
export function firstMinutes(zone: string, dates: number[], time: string): number[] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const walls = [...new Set(dates)].sort((one, other) => one - other).map((date) => date * 1440 + hour * 60 + minute);
  const found = new Set<number>();
  for (const wall of walls) {
    let seen = false;
    // No zone is further than a day from UTC; no clock jumps over more than one.
    watch(zone, wall - 1600, wall + 3200, (real, reading) => {
      if (!seen && reading >= wall) {
        seen = true;
        found.add(real);
      }
    });
  }
  return [...found].sort((one, other) => one - other);
}
