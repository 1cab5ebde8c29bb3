import { z } from 'zod';
import { type TimedRule, timedRule } from '../../../../platform/calendar/month-rules.js';
import type { Temporal } from '../../../../platform/time.js';

/** What the payroll says by the calendar. */
export const messageKinds = ['cutOff', 'payday', 'slips', 'missingAccounts'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Those that an officer words, for a channel; the others go to people, in the desk's own words. */
export const toChannel: Readonly<Record<MessageKind, boolean>> = {
  cutOff: true,
  payday: true,
  slips: false,
  missingAccounts: false,
};

export const MOST_MESSAGES = 20;
export const MAX_TEXT = 2000;

/** What came of the last time: said, or why nothing was. */
export const sayings = ['said', 'nothingToSay', 'late', 'noChannel'] as const;
export type Saying = (typeof sayings)[number];

/** A message as an officer wants it. */
export interface MessageWish {
  kind: MessageKind;
  channel: string | null;
  /** In Slack's own markup; not escaped. */
  text: string | null;
  rule: TimedRule;
}

export interface PayrollMessage extends MessageWish {
  id: string;
  isPaused: boolean;
  /** Null: the office is never open on such a day. */
  nextAt: Temporal.Instant | null;
  lastDueAt: Temporal.Instant | null;
  lastSaid: Saying | null;
}

export const messageKind = z.enum(messageKinds);

/** What is offered for a new one. */
export const defaultRules: Readonly<Record<MessageKind, TimedRule>> = {
  cutOff: timedRule.parse({ on: { rule: 'lastWorkingDay', minus: 1 }, time: '10:00' }),
  missingAccounts: timedRule.parse({ on: { rule: 'nthWorkingDay', n: 1 }, time: '09:00' }),
  slips: timedRule.parse({ on: { rule: 'dayOfMonth', day: 9, whenClosed: 'before' }, time: '12:00' }),
  payday: timedRule.parse({ on: { rule: 'dayOfMonth', day: 10, whenClosed: 'before' }, time: '09:00' }),
};
