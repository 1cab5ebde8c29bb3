import type { TimedRule } from '../calendar/month-rules.js';
import { Temporal } from '../time.js';
import { dayText } from '../words/dates.js';
import type { Language } from '../words/words.js';
import { words } from './words.js';

type Say = ReturnType<typeof words.in>;

/** A Monday: weekdays are named by counting from it. */
const MONDAY = Temporal.PlainDate.from('2024-01-01');

export const weekdayText = (language: Language, weekday: number): string =>
  dayText(MONDAY.add({ days: weekday - 1 }), language, { weekday: 'long' });

/** `On day 25 of the month, or the working day before, at 09:00`. */
export function ruleText(language: Language, { on, time }: TimedRule): string {
  const say = words.in(language);
  return say('rule.at', { when: whenText(say, on), time });
}

function whenText(say: Say, on: TimedRule['on']): string {
  switch (on.rule) {
    case 'dayOfMonth':
      return say('rule.dayOfMonth', { day: on.day }) + closedText(say, on.whenClosed);
    case 'lastWorkingDay':
      return on.minus === 0 ? say('rule.lastDay') : say('rule.beforeLast', { count: on.minus });
    case 'nthWorkingDay':
      return say('rule.nthDay', { n: on.n });
    case 'everyNWeeks': {
      const weekday = weekdayText(say.language, on.weekday);
      return say('rule.weeks', { count: on.weeks, weekday }) + closedText(say, on.whenClosed);
    }
  }
}

const closedText = (say: Say, way: 'before' | 'after' | 'same'): string => (way === 'same' ? '' : say(`rule.${way}`));

/** `Wednesday, 25 November 2026, 09:00`, on the office's clock: it is the same for everybody. */
export function dueText(language: Language, at: Temporal.Instant, timeZone: string): string {
  const there = at.toZonedDateTimeISO(timeZone);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${dayText(there.toPlainDate(), language, { dateStyle: 'full' })}, ${time}`;
}
