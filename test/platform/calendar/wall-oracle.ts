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
const days = new Map<string, Day>();

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

interface Day {
  /** Minutes ahead of UTC before and after clocks were changed, which is at that minute of the UTC day, if at all. */
  before: number;
  after: number;
  changeAt: number;
}

function dayIn(zone: string, day: number): Day {
  const key = `${zone} ${day}`;
  const known = days.get(key);
  if (known) return known;
  const [before, after] = [offsetAt(zone, day * DAY), offsetAt(zone, (day + 1) * DAY)];
  const found = { before, after, changeAt: before === after ? DAY : changeBetween(zone, day * DAY, before) };
  days.set(key, found);
  return found;
}

/** By halving, to the minute: in St. John's, clocks were once changed at one minute past midnight. */
function changeBetween(zone: string, midnight: number, before: number): number {
  let [same, changed] = [0, DAY];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(zone, midnight + middle) === before) same = middle;
    else changed = middle;
  }
  return changed;
}

/** Shows what the clock on the wall reads at each real minute, from one (inclusive) to another (exclusive). */
export function watch(zone: string, from: number, to: number, see: (minute: number, wall: number) => void): void {
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const { before, after, changeAt } = dayIn(zone, day);
    const [first, end] = [Math.max(from, day * DAY), Math.min(to, (day + 1) * DAY)];
    const change = day * DAY + changeAt;
    for (let minute = first; minute < end; minute++) see(minute, minute + (minute < change ? before : after));
  }
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
    const { before, after, changeAt } = dayIn(zone, day);
    if (before !== after) found.push(day * DAY + changeAt);
  }
  return found;
}
