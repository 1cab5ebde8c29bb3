/** Opening and closing time of a day, `HH:MM`. */
interface Opening {
  from: string;
  to: string;
}

export type HoursRead = { opening: Opening | null } | { wrong: 'badHours' | 'endsBeforeStart' };

const closedWords = /^(|[-–—x]|closed|none|off|free|[iî]nchis|liber|nu)$/i;
const time = String.raw`(\d{1,2})(?:[:.h](\d{2})|h)?\s*([ap]\.?m\.?)?`;
const interval = new RegExp(
  String.raw`^(?:from\s+|de\s+la\s+)?${time}\s*(?:-|–|—|to|until|till|p[aâ]n[aă]\s+la|la)\s*${time}$`,
  'i',
);

/** Reads the hours of a day as people write them: `9-17`, `9:00–17.30`, `9am to 5pm`, `closed`, `închis`. */
export function readHours(text: string): HoursRead {
  const typed = text.trim();
  if (closedWords.test(typed)) return { opening: null };
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = interval.exec(typed) ?? [];
  const from = timeOf(fromHour, fromMinute, fromHalf);
  const to = closingTime(timeOf(toHour, toMinute, toHalf));
  if (!from || !to || from === '24:00') return { wrong: 'badHours' };
  return from < to ? { opening: { from, to } } : { wrong: 'endsBeforeStart' };
}

/** The last minute of a day is as late as the office's calendar counts. */
const closingTime = (time: string | null) => (time === '24:00' ? '23:59' : time);

function timeOf(hour: string | undefined, minute = '00', half?: string): string | null {
  if (hour === undefined) return null;
  const hours = half ? hoursOfHalfDay(Number(hour), half) : Number(hour);
  if (hours === null || hours > 24 || Number(minute) > 59 || (hours === 24 && Number(minute) > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

function hoursOfHalfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}
