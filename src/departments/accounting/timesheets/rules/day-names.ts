import { Temporal } from '../../../../platform/time.js';
import { folded } from '../../../../platform/words/folded.js';
import { weekdayNamed } from '../../../../platform/words/weekdays.js';
import { daysOf, isWithin, type Period } from './periods.js';

const relative: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['azi', 0],
  ['astazi', 0],
  ['yesterday', -1],
  ['ieri', -1],
]);

export type NamedDay = { day: Temporal.PlainDate } | { wrong: 'noDay' | 'otherPeriod' | 'whichDay'; text: string };

/** Which day of the period is meant by `mon`, `vi`, `16`, `16.11`, `2026-11-16` or `azi`. */
export function dayNamed(text: string, period: Period, today: Temporal.PlainDate): NamedDay {
  const name = folded(text);
  const shift = relative.get(name);
  if (shift !== undefined) return within(today.add({ days: shift }), period, text);
  const weekday = weekdayNamed(name);
  if (weekday !== null)
    return onlyOne(
      daysOn(period, ({ dayOfWeek }) => dayOfWeek === weekday),
      text,
    );
  const [, dayText, monthText] = /^(\d{1,2})(?:[./](\d{1,2})\.?)?$/.exec(name) ?? [];
  if (dayText !== undefined) {
    const matches = ({ day, month }: Temporal.PlainDate) =>
      day === Number(dayText) && (monthText === undefined || month === Number(monthText));
    return onlyOne(daysOn(period, matches), text, 'otherPeriod');
  }
  const whole = isoDay(name);
  return whole ? within(whole, period, text) : { wrong: 'noDay', text };
}

const daysOn = (period: Period, matches: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate[] =>
  [...daysOf(period)].filter(matches);

function onlyOne(days: readonly Temporal.PlainDate[], text: string, none: 'noDay' | 'otherPeriod' = 'noDay'): NamedDay {
  const [day, ...others] = days;
  if (!day) return { wrong: none, text };
  return others.length > 0 ? { wrong: 'whichDay', text } : { day };
}

const within = (day: Temporal.PlainDate, period: Period, text: string): NamedDay =>
  isWithin(day, period) ? { day } : { wrong: 'otherPeriod', text };

function isoDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}
