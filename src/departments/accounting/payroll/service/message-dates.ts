import { nextDates, type TimedRule } from '../../../../platform/calendar/month-rules.js';
import { calendarOf } from '../../../../platform/settings/office-settings.js';
import type { Temporal } from '../../../../platform/time.js';
import type { Reading } from '../desk.js';
import type { PayrollMessage } from '../messages/message.js';
import { DESK } from '../settings.js';

export const caseOf = (id: string): string => `${DESK}/message/${id}`;

/** When a rule comes next, in the office's zone and by its holidays. */
export const datesOf = (
  { office, now }: Pick<Reading, 'office' | 'now'>,
  rule: TimedRule,
  count = 5,
): Temporal.Instant[] => nextDates(rule, calendarOf(office), now, count);

export const isDue = ({ nextAt }: PayrollMessage, now: Temporal.Instant): boolean =>
  nextAt !== null && nextAt.epochMilliseconds <= now.epochMilliseconds;
