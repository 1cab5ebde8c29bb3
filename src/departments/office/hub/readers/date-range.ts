import type { Temporal } from '../../../../platform/time.js';
import { dayPattern, readDay } from './days.js';

export interface DateRange {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  /** What else was typed. */
  note: string;
}

const words = `today|tomorrow|azi|ast[aă]zi|m[aâ]ine`;
const day = `(${words}|${dayPattern})`;
const between = String.raw`\s*(?:-|–|—|\.\.+|…|to\b|until\b|till\b|through\b|p[aâ]n[aă](?:\s+(?:pe|la))?(?=\s)|la\b)\s*`;
const range = new RegExp(
  String.raw`^(?:from\s+|de\s+(?:la|pe|din)\s+|din\s+|[iî]ntre\s+)?${day}(?:${between}${day})?(?![\d/])[\s,:;]*`,
  'i',
);
const onlyEnd = new RegExp(String.raw`^(?:until|till|p[aâ]n[aă](?:\s+(?:pe|la))?)\s+${day}(?![\d/])[\s,:;]*`, 'i');

/** Reads `3.8 - 14.8 Holiday`, `today until 2026-08-14`, `mâine`; null where the text begins with no day. */
export function readDateRange(text: string, today: Temporal.PlainDate): DateRange | null {
  const typed = text.trim();
  const match = range.exec(typed);
  if (match) return rangeOf(match[1], match[2] ?? match[1], typed.slice(match[0].length), today);
  const end = onlyEnd.exec(typed);
  return end ? rangeOf('today', end[1], typed.slice(end[0].length), today) : null;
}

function rangeOf(first = '', last = '', note: string, today: Temporal.PlainDate): DateRange | null {
  const from = dayNamed(first, today);
  // "28.12 - 4.1" means the January after that December.
  const until = from && dayNamed(last, first === last ? today : from, today);
  return from && until ? { from, until, note: note.trim() } : null;
}

function dayNamed(text: string, after: Temporal.PlainDate, today = after): Temporal.PlainDate | null {
  if (/^(today|azi|ast[aă]zi)$/i.test(text)) return today;
  if (/^(tomorrow|m[aâ]ine)$/i.test(text)) return today.add({ days: 1 });
  return readDay(text, after);
}
