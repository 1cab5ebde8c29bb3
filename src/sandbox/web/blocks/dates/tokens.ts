import type { Temporal } from 'temporal-polyfill';
import { momentIn } from './zone.js';

/** For whom a date is written. */
export interface Viewer {
  timeZone: string;
  locale: string;
  now(): number;
}

type Writer = (moment: Temporal.ZonedDateTime, viewer: Viewer) => string;

const monthly = { month: 'long', day: 'numeric' } as const;
const brief = { month: 'short', day: 'numeric' } as const;
const long = { weekday: 'long', ...monthly } as const;

const tokens: Record<string, Writer> = {
  date_num: (moment) => moment.toPlainDate().toString(),
  date_slash: (moment, viewer) => write(moment, viewer, { day: '2-digit', month: '2-digit', year: 'numeric' }),
  date: (moment, viewer) => dated(moment, viewer, monthly),
  date_short: (moment, viewer) => dated(moment, viewer, brief),
  date_long: (moment, viewer) => dated(moment, viewer, long),
  date_long_full: (moment, viewer) => write(moment, viewer, { ...monthly, year: 'numeric' }),
  date_pretty: (moment, viewer) => dayWord(moment, viewer) ?? dated(moment, viewer, monthly),
  date_short_pretty: (moment, viewer) => dayWord(moment, viewer) ?? dated(moment, viewer, brief),
  date_long_pretty: (moment, viewer) => dayWord(moment, viewer) ?? dated(moment, viewer, long),
  day_divider_pretty: (moment, viewer) => dayWord(moment, viewer) ?? dated(moment, viewer, long),
  time: (moment, viewer) => write(moment, viewer, { timeStyle: 'short' }),
  time_secs: (moment, viewer) => write(moment, viewer, { timeStyle: 'medium' }),
  ago: (moment, viewer) => ago(moment, viewer),
};

/** Fills the tokens of a date's format. Undefined: there is one that Slack doesn't know, so the fallback is due. */
export function writeDate(timestamp: number, format: string, viewer: Viewer): string | undefined {
  if (!Number.isFinite(timestamp) || Math.abs(timestamp) > 8e12) return undefined;
  const moment = momentIn(timestamp, viewer.timeZone);
  let known = true;
  const written = format.replace(/\{([a-z_]+)\}/g, (_, name: string, at: number) => {
    const writer = tokens[name];
    if (!writer) known = false;
    const text = writer?.(moment, viewer) ?? '';
    return at === 0 ? text.charAt(0).toLocaleUpperCase(viewer.locale) + text.slice(1) : text;
  });
  return known ? written : undefined;
}

/** The whole moment, for the hover text. */
export const writeFullDate = (timestamp: number, viewer: Viewer): string =>
  write(momentIn(timestamp, viewer.timeZone), viewer, { dateStyle: 'full', timeStyle: 'short' });

function write(moment: Temporal.ZonedDateTime, viewer: Viewer, options: Intl.DateTimeFormatOptions): string {
  const zoned = { ...options, timeZone: moment.timeZoneId };
  return new Intl.DateTimeFormat(viewer.locale, zoned).format(new Date(moment.epochMilliseconds));
}

/** Slack leaves the year out when the day is less than six months away. English days are ordinals, but not in short. */
function dated(moment: Temporal.ZonedDateTime, viewer: Viewer, style: Intl.DateTimeFormatOptions): string {
  const days = Math.abs(viewer.now() - moment.epochMilliseconds) / 86_400_000;
  const text = write(moment, viewer, days < 182 ? style : { ...style, year: 'numeric' });
  if (style.month !== 'long' || !viewer.locale.startsWith('en')) return text;
  return text.replace(new RegExp(`\\b${moment.day}\\b`), `${moment.day}${ordinal(moment.day)}`);
}

const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinal = (day: number): string => endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(day)] ?? 'th';

/** Today, yesterday or tomorrow, in the viewer's words. */
function dayWord(moment: Temporal.ZonedDateTime, viewer: Viewer): string | undefined {
  const today = momentIn(viewer.now() / 1000, viewer.timeZone).toPlainDate();
  const days = today.until(moment.toPlainDate()).days;
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(viewer.locale, { numeric: 'auto' }).format(days, 'day');
}

const spans = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

function ago(moment: Temporal.ZonedDateTime, viewer: Viewer): string {
  const seconds = Math.round((moment.epochMilliseconds - viewer.now()) / 1000);
  const [unit, size] = spans.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(viewer.locale, { numeric: 'always' }).format(Math.trunc(seconds / size), unit);
}
