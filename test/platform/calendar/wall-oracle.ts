/**
 * What clocks on walls read, minute by minute, from Intl alone. Everything is a number: real minutes since 1970, and wall
 * minutes since 1970 as if the wall stood in UTC. Written another way than the program, to check it by.
 */
export const zones = [
  'UTC',
  'Europe/Bucharest',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Havana',
  'America/Asuncion',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Antarctica/Troll',
] as const;

const MINUTE = 60_000;
const DAY = 1440;
const formats = new Map<string, Intl.DateTimeFormat>();
const midnights = new Map<string, number>();
const days = new Map<string, readonly number[]>();

function offsetAt(zone: string, minute: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(zone, format);
  const part = Object.fromEntries(
    format.formatToParts(minute * MINUTE).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute: past = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, past) / MINUTE - minute;
}

/** Offsets at each quarter of an hour of one UTC day; clocks have changed on quarters only since 1973. */
function offsetsOf(zone: string, day: number): readonly number[] {
  const key = `${zone} ${day}`;
  const known = days.get(key);
  if (known) return known;
  const [first, next] = [offsetAtMidnight(zone, day), offsetAtMidnight(zone, day + 1)];
  const offsets = Array.from({ length: 96 }, (_, quarter) =>
    first === next ? first : offsetAt(zone, day * DAY + quarter * 15),
  );
  days.set(key, offsets);
  return offsets;
}

function offsetAtMidnight(zone: string, day: number): number {
  const key = `${zone} ${day}`;
  const offset = midnights.get(key) ?? offsetAt(zone, day * DAY);
  midnights.set(key, offset);
  return offset;
}

/** Shows what the clock on the wall reads at each real minute, from one (inclusive) to another (exclusive). */
export function watch(zone: string, from: number, to: number, see: (minute: number, wall: number) => void): void {
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const offsets = offsetsOf(zone, day);
    for (let minute = Math.max(from, day * DAY); minute < Math.min(to, (day + 1) * DAY); minute++) {
      see(minute, minute + (offsets[Math.floor((minute - day * DAY) / 15)] ?? 0));
    }
  }
}

/** What the clock on the wall reads at that real minute. */
export function wallAt(zone: string, minute: number): number {
  const day = Math.floor(minute / DAY);
  return minute + (offsetsOf(zone, day)[Math.floor((minute - day * DAY) / 15)] ?? 0);
}

export interface Reading {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** Sunday is 0. */
  weekday: number;
}

export function read(wall: number): Reading {
  const date = new Date(wall * MINUTE);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    weekday: date.getUTCDay(),
  };
}

/** Real minutes of the years given at which that zone's clocks were changed. */
export function changesIn(zone: string, fromYear: number, toYear: number): number[] {
  const found: number[] = [];
  for (let day = Date.UTC(fromYear) / MINUTE / DAY; day < Date.UTC(toYear + 1) / MINUTE / DAY; day++) {
    const around = [...offsetsOf(zone, day), ...offsetsOf(zone, day + 1).slice(0, 1)];
    around.forEach((offset, quarter) => {
      if (quarter > 0 && offset !== around[quarter - 1]) found.push(day * DAY + quarter * 15);
    });
  }
  return found;
}
