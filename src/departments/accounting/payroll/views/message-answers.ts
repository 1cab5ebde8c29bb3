import { answersOf } from '../../../../platform/answers.js';
import { type TimedRule, timedRule } from '../../../../platform/calendar/month-rules.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { messageFields as fields } from '../message-ids.js';
import { defaultRules, type MessageKind, toChannel } from '../messages/message.js';
import type { Say } from '../words.js';

/** A rule as it stands in the form: texts, filled in or not. */
export interface RuleDraft {
  rule: TimedRule['on']['rule'];
  day: string;
  minus: string;
  nth: string;
  weeks: string;
  weekday: string;
  from: string;
  whenClosed: string;
  time: string;
}

const empty: RuleDraft = {
  ...{ rule: 'dayOfMonth', day: '25', minus: '0', nth: '1', weeks: '2', weekday: '5' },
  ...{ from: '', whenClosed: 'before', time: '09:00' },
};

export function draftOf({ on, time }: TimedRule, today: string): RuleDraft {
  const draft = { ...empty, from: today, rule: on.rule, time };
  switch (on.rule) {
    case 'dayOfMonth':
      return { ...draft, day: String(on.day), whenClosed: on.whenClosed };
    case 'lastWorkingDay':
      return { ...draft, minus: String(on.minus) };
    case 'nthWorkingDay':
      return { ...draft, nth: String(on.n) };
    case 'everyNWeeks': {
      const { weeks, weekday, from, whenClosed } = on;
      return { ...draft, weeks: String(weeks), weekday: String(weekday), from, whenClosed };
    }
  }
}

/** What stands in the form now. Fields that the rule before had, and this one hasn't, keep what is usual. */
export function readDraft({ values }: Pick<OpenView, 'values'>, kind: MessageKind, today: string): RuleDraft {
  const answers = answersOf(values);
  const usual = draftOf(defaultRules[kind], today);
  const read = Object.fromEntries(
    Object.keys(usual).map((field) => [
      field,
      field in answers ? String(answers[field] ?? '') : usual[field as keyof RuleDraft],
    ]),
  ) as unknown as RuleDraft;
  return read.rule in ruleFields ? read : { ...read, rule: usual.rule };
}

const ruleFields: Record<RuleDraft['rule'], readonly (keyof RuleDraft)[]> = {
  dayOfMonth: ['day', 'whenClosed'],
  lastWorkingDay: ['minus'],
  nthWorkingDay: ['nth'],
  everyNWeeks: ['weeks', 'weekday', 'from', 'whenClosed'],
};

/** The rule, or which field is wrong. */
export function ruleIn(say: Say, draft: RuleDraft): { rule: TimedRule } | { errors: Record<string, string> } {
  const number = (text: string) => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const { rule, whenClosed, from } = draft;
  const on = {
    dayOfMonth: { rule, day: number(draft.day), whenClosed },
    lastWorkingDay: { rule, minus: number(draft.minus) },
    nthWorkingDay: { rule, n: number(draft.nth) },
    everyNWeeks: { rule, weeks: number(draft.weeks), weekday: number(draft.weekday), from, whenClosed },
  }[rule];
  const read = timedRule.safeParse({ on, time: draft.time });
  if (read.success) return { rule: read.data };
  const wrong = new Set(
    read.error.issues.map(({ path }) => String(path.at(-1))).map((name) => (name === 'n' ? 'nth' : name)),
  );
  const asked = [...ruleFields[rule], 'time'].filter((field) => wrong.has(field));
  return { errors: Object.fromEntries(asked.map((field) => [field, say.plain(wrongKey(field))])) };
}

const wrongKey = (field: string) =>
  `messages.wrong.${field as 'day' | 'minus' | 'nth' | 'weeks' | 'weekday' | 'from' | 'whenClosed' | 'time'}` as const;

/** Where it goes and what it says; of messages to people nothing is asked. */
export function readWords({ values }: Pick<OpenView, 'values'>, kind: MessageKind) {
  if (!toChannel[kind]) return { channel: null, text: null };
  const answers = answersOf(values);
  const [channel, text] = [answers[fields.channel], String(answers[fields.text] ?? '').trim()];
  return { channel: typeof channel === 'string' && channel !== '' ? channel : null, text };
}
