import { read, watch } from '../calendar/wall-oracle.js';

/** A cron line as sets, so that the oracle needs no reader of cron lines; null is `*`. */
export interface Line {
  minutes: readonly number[] | null;
  hours: readonly number[] | null;
  days: readonly number[] | null;
  months: readonly number[] | null;
  weekdays: readonly number[] | null;
}

export const asCron = ({ minutes, hours, days, months, weekdays }: Line): string =>
  [minutes, hours, days, months, weekdays].map((values) => values?.join(',') ?? '*').join(' ');

/**
 * Watches the clock on the wall minute by minute, and rings for each reading that it reaches or jumps over for the first
 * time. Real minutes since 1970, from one (inclusive) to another (exclusive).
 */
export function ringsBetween(zone: string, line: Line, from: number, to: number): number[] {
  const rings: number[] = [];
  const isDue = matcherOf(line);
  let hand = -1;
  watch(zone, from - 2 * 1440, to, (minute, wall) => {
    if (hand < 0) hand = wall;
    let rang = false;
    while (hand < wall) rang = isDue(++hand) || rang;
    if (rang && minute >= from) rings.push(minute);
  });
  return rings;
}

function matcherOf({ minutes, hours, days, months, weekdays }: Line): (wall: number) => boolean {
  const times = Array.from(
    { length: 1440 },
    (_, minute) => (minutes?.includes(minute % 60) ?? true) && (hours?.includes(Math.floor(minute / 60)) ?? true),
  );
  return (wall) => {
    if (!times[wall % 1440]) return false;
    const { day, month, weekday } = read(wall);
    const byDay = days?.includes(day) ?? true;
    const byWeekday = weekdays?.includes(weekday) ?? true;
    return (months?.includes(month) ?? true) && (days && weekdays ? byDay || byWeekday : byDay && byWeekday);
  };
}
