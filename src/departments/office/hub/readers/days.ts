import { Temporal } from '../../../../platform/time.js';

const written = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}(?:[./](?:\d{4})?)?`;

/** What a day looks like when typed, for readers that look for one in a longer text. */
export const dayPattern = written;

/**
 * Reads a day as people here write it: `2026-12-25`, `25.12.2026`, `25/12/2026`; without a year, the next such day from
 * today. Null where the calendar has no such day.
 */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?$/.exec(text) ?? [];
  if (day === undefined) return null;
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  return nextDay(Number(month), Number(day), today);
}

function nextDay(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const thisYear = dayOf(today.year, month, day);
  if (thisYear && Temporal.PlainDate.compare(thisYear, today) >= 0) return thisYear;
  return dayOf(today.year + 1, month, day);
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
