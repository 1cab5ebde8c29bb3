import type { TimedRule } from '../../../../platform/calendar/month-rules.js';
import { Temporal } from '../../../../platform/time.js';
import { dayText } from '../../../../platform/words/dates.js';
import type { Say } from '../words.js';

/** A Monday: weekdays are named by counting from it. */
const MONDAY = Temporal.PlainDate.from('2024-01-01');

export const weekdayText = ({ language }: Pick<Say, 'language'>, weekday: number): string =>
  dayText(MONDAY.add({ days: weekday - 1 }), language, { weekday: 'long' });

/** `On day 25 of the month, or the working day before, at 09:00`. */
export function ruleText(say: Say, { on, time }: TimedRule): string {
  return say('messages.rule.at', { when: whenText(say, on), time });
}

function whenText(say: Say, on: TimedRule['on']): string {
  switch (on.rule) {
    case 'dayOfMonth':
      return say('messages.rule.dayOfMonth', { day: on.day }) + closedText(say, on.whenClosed);
    case 'lastWorkingDay':
      return on.minus === 0 ? say('messages.rule.lastDay') : say('messages.rule.beforeLast', { count: on.minus });
    case 'nthWorkingDay':
      return say('messages.rule.nthDay', { n: on.n });
    case 'everyNWeeks': {
      const weekday = weekdayText(say, on.weekday);
      return say('messages.rule.weeks', { count: on.weeks, weekday }) + closedText(say, on.whenClosed);
    }
  }
}

const closedText = (say: Say, way: 'before' | 'after' | 'same'): string =>
  way === 'same' ? '' : say(`messages.rule.${way}`);

/** `Wednesday, 25 November 2026, 09:00`, on the office's clock: it is the same for everybody. */
export function dueText({ language }: Pick<Say, 'language'>, at: Temporal.Instant, timeZone: string): string {
  const there = at.toZonedDateTimeISO(timeZone);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${dayText(there.toPlainDate(), language, { dateStyle: 'full' })}, ${time}`;
}
