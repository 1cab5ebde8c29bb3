import type { Temporal } from '../../../../platform/time.js';
import { dayPattern, readDay } from './days.js';

export interface Holiday {
  /** `YYYY-MM-DD` */
  date: string;
  name: string;
}

/** The line that could not be read, counted from 1. */
export interface WrongLine {
  wrong: 'badLine' | 'noSuchDay';
  number: number;
  line: string;
}

const line = new RegExp(String.raw`^(?:[-*•]\s*)?(${dayPattern})(?![\d/]|[.-]\d)[\s:,;–—-]*(.*)$`);

/** Reads one holiday a line, `2026-12-25 Christmas`; sorts them, and of two on one day keeps both names. */
export function readHolidays(text: string, today: Temporal.PlainDate, noName: string): Holiday[] | WrongLine {
  const days: Holiday[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const typed = raw.trim();
    if (typed === '') continue;
    const [, written, name = ''] = line.exec(typed) ?? [];
    if (written === undefined) return { wrong: 'badLine', number: index + 1, line: typed };
    const date = readDay(written, today);
    if (!date) return { wrong: 'noSuchDay', number: index + 1, line: typed };
    days.push({ date: date.toString(), name: name.trim() || noName });
  }
  return mergeHolidays([], days);
}

export const writeHolidays = (days: readonly Holiday[]): string =>
  days.map(({ date, name }) => `${date} ${name}`).join('\n');

/** All of both, by date. A day that has a name keeps it and gains the other one. */
export function mergeHolidays(days: readonly Holiday[], more: readonly Holiday[]): Holiday[] {
  const names = new Map<string, Set<string>>();
  for (const { date, name } of [...days, ...more]) {
    const known = names.get(date) ?? new Set();
    for (const part of name.split(' / ')) known.add(part);
    names.set(date, known);
  }
  return [...names]
    .map(([date, all]) => ({ date, name: [...all].join(' / ') }))
    .sort((one, other) => one.date.localeCompare(other.date));
}
