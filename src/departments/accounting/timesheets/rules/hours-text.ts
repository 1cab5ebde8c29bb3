/** An amount of time, or a span of the clock, as somebody typed it. */
export type TypedHours =
  | { minutes: number }
  /** Minutes after midnight; where `to` isn't later, it is on the next day. */
  | { from: number; to: number }
  | { wrong: 'unreadable' | 'negative' | 'tooMany' | 'notWhole' };

const DAY = 24 * 60;

/** Reads `8`, `7.5`, `7,5`, `7:30`, `7h30`, `45m`, and spans such as `9-17:30`. Hours with a point have two decimals at most. */
export function readHours(text: string): TypedHours {
  const typed = text.trim().toLowerCase();
  const span = /^(\d{1,2})(?:[:.](\d{2}))?[-–](\d{1,2})(?:[:.](\d{2}))?$/.exec(typed);
  if (span) return spanOf(clockTime(span[1], span[2]), clockTime(span[3], span[4]));
  if (/^[-−]\s*\d/.test(typed)) return { wrong: 'negative' };
  const minutes = amountIn(typed);
  if (typeof minutes !== 'number') return { wrong: minutes };
  return minutes > DAY ? { wrong: 'tooMany' } : { minutes };
}

function amountIn(typed: string): number | 'unreadable' | 'notWhole' {
  const clock = /^(\d{1,3})(?:[:h](\d{1,2}))?\s*h?$/.exec(typed);
  if (clock) return clock[2] === undefined || Number(clock[2]) < 60 ? hours(clock[1], clock[2]) : 'unreadable';
  const onlyMinutes = /^(\d{1,4})\s*m(?:in)?$/.exec(typed);
  if (onlyMinutes) return Number(onlyMinutes[1]);
  const decimal = /^(\d{0,3})[.,](\d+)\s*h?$/.exec(typed);
  if (!decimal) return 'unreadable';
  return (decimal[2] ?? '').length > 2 ? 'notWhole' : Math.round(Number(`${decimal[1] || 0}.${decimal[2]}`) * 60);
}

const hours = (whole = '0', minutes = '0'): number => Number(whole) * 60 + Number(minutes);

const clockTime = (hour = '', minute = '0'): number => (Number(minute) < 60 ? hours(hour, minute) : Number.NaN);

function spanOf(from: number, to: number): TypedHours {
  const isTime = (at: number) => at >= 0 && at <= DAY;
  return isTime(from) && isTime(to) && from !== to && from < DAY ? { from, to } : { wrong: 'unreadable' };
}
