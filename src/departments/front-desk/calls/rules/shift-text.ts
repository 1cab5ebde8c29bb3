import { folded } from '../../../../platform/words/folded.js';
import { weekdayNamed, weekdaysFrom } from '../../../../platform/words/weekdays.js';
import type { Shift } from './shifts.js';

type Hours = Omit<Shift, 'personId'>;

/**
 * Reads `mon-fri 8-12; sat 22:00-6:00`, or `lu-vi 8-12`, as weekly shifts. A piece that can't be read comes back as it was
 * typed.
 */
export function readShifts(text: string): Hours[] | { unread: string } {
  const shifts: Hours[] = [];
  for (const piece of text.split(/[;\n]/).filter((one) => one.trim() !== '')) {
    const read = pieceOf(folded(piece));
    if (!read) return { unread: piece.trim() };
    shifts.push(...read);
  }
  const keys = shifts.map(({ weekday, from }) => `${weekday} ${from}`);
  const twice = shifts.find((shift, place) => keys.indexOf(`${shift.weekday} ${shift.from}`) !== place);
  return twice ? { unread: text.trim() } : shifts;
}

function pieceOf(piece: string): Hours[] | null {
  const [, dayText = '', fromText = '', toText = ''] =
    piece.match(
      /^(\p{L}[\p{L}\s,–-]*?)\s*:?\s*(\d{1,2}(?:[:.]\d{2})?)\s*(?:-|–|to|la|pana la)\s*(\d{1,2}(?:[:.]\d{2})?)$/u,
    ) ?? [];
  const [from, to] = [timeOf(fromText), timeOf(toText)];
  const days = daysOf(dayText);
  if (!from || !to || from === to || !days) return null;
  return days.map((weekday) => ({ weekday, from, to }));
}

function daysOf(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const [first = '', last] = part.split(/\s*[-–]\s*/);
    const range = weekdaysFrom(weekdayNamed(first), last === undefined ? undefined : weekdayNamed(last));
    if (!range) return null;
    days.push(...range);
  }
  return [...new Set(days)];
}

/** `8` → `08:00`; null where it is no time of day. */
function timeOf(text: string): string | null {
  const [, hour = '', minute = '00'] = text.match(/^(\d{1,2})(?:[:.](\d{2}))?$/) ?? [];
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60;
  if (hour === '24' && minute === '00') return '00:00';
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** The same shifts, as they would be typed: days with equal hours stand together. */
export function shiftsText(shifts: readonly Hours[], dayName: (weekday: number) => string): string {
  const byHours = new Map<string, number[]>();
  for (const { weekday, from, to } of shifts) {
    const hours = `${from}-${to}`;
    byHours.set(hours, [...(byHours.get(hours) ?? []), weekday]);
  }
  return [...byHours].map(([hours, days]) => `${runsOf(days, dayName)} ${hours}`).join('; ');
}

function runsOf(days: readonly number[], dayName: (weekday: number) => string): string {
  const runs: number[][] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => (run.length > 1 ? `${dayName(run[0] ?? 1)}-${dayName(run.at(-1) ?? 1)}` : dayName(run[0] ?? 1)))
    .join(', ');
}
