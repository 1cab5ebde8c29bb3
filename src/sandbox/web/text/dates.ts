const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow, and a conversation needs the same few hundreds of times. */
function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

const millis = (ts: string): number => Number(ts) * 1000;

/** The day of a timestamp where the person is, as 2026-11-23. */
export const dayKey = (ts: string, timeZone: string): string => dayOf(millis(ts), timeZone);

const dayOf = (at: number, timeZone: string): string =>
  format('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

export const timeOf = (ts: string, reader: { timeZone: string; locale: string }): string =>
  format(reader.locale, reader.timeZone, { hour: '2-digit', minute: '2-digit' }).format(millis(ts));

export const momentOf = (at: number, reader: { timeZone: string; locale: string }): string =>
  format(reader.locale, reader.timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

/** When a thread was last answered: the day only when it is another. */
export function lastReplyAt(ts: string, reader: { timeZone: string; locale: string; now: number }) {
  const today = dayKey(ts, reader.timeZone) === dayOf(reader.now, reader.timeZone);
  return { today, when: today ? timeOf(ts, reader) : momentOf(millis(ts), reader) };
}

export const fullMomentOf = (at: number, reader: { timeZone: string; locale: string }): string =>
  format(reader.locale, reader.timeZone, { dateStyle: 'full', timeStyle: 'medium' }).format(at);

/** For the inspector: with seconds and thousandths. */
export const exactTimeOf = (at: number, reader: { timeZone: string; locale: string }): string =>
  format(reader.locale, reader.timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(at);

/** "Today", "Yesterday", or the date; the year only when it is another one. */
export function dayLabel(
  ts: string,
  reader: { timeZone: string; locale: string; now: number },
  words: { today: string; yesterday: string },
): string {
  const day = dayKey(ts, reader.timeZone);
  if (day === dayOf(reader.now, reader.timeZone)) return words.today;
  if (day === dayOf(reader.now - 24 * 3600_000, reader.timeZone)) return words.yesterday;
  const sameYear = day.slice(0, 4) === dayOf(reader.now, reader.timeZone).slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
  if (!sameYear) options.year = 'numeric';
  const label = format(reader.locale, reader.timeZone, options).format(millis(ts));
  return label.charAt(0).toLocaleUpperCase(reader.locale) + label.slice(1);
}

/** Minutes as "+2 h", "−1 d 3 h": how far the clock was moved. */
export function distance(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'min'],
  ];
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return `${offset < 0 ? '−' : '+'}${said.slice(0, 2).join(' ') || '0 min'}`;
}
