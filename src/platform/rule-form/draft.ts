import { answersOf } from '../answers.js';
import { type TimedRule, timedRule } from '../calendar/month-rules.js';
import type { OpenView } from '../doors/doors.js';
import type { Language } from '../words/words.js';
import { words } from './words.js';

/** A rule as it stands in a form: texts, filled in or not, each in the block of its name. */
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

/** `today` as `2026-11-28`: from there weeks are counted, unless the rule says another day. */
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
export function readDraft({ values }: Pick<OpenView, 'values'>, usualRule: TimedRule, today: string): RuleDraft {
  const answers = answersOf(values);
  const usual = draftOf(usualRule, today);
  const read = Object.fromEntries(
    Object.keys(usual).map((field) => [
      field,
      field in answers ? String(answers[field] ?? '') : usual[field as keyof RuleDraft],
    ]),
  ) as unknown as RuleDraft;
  return read.rule in fieldsOf ? read : { ...read, rule: usual.rule };
}

const fieldsOf: Record<RuleDraft['rule'], readonly (keyof RuleDraft)[]> = {
  dayOfMonth: ['day', 'whenClosed'],
  lastWorkingDay: ['minus'],
  nthWorkingDay: ['nth'],
  everyNWeeks: ['weeks', 'weekday', 'from', 'whenClosed'],
};

/** The rule, or which field is wrong. */
export function ruleIn(language: Language, draft: RuleDraft): { rule: TimedRule } | { errors: Record<string, string> } {
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
  const asked = [...fieldsOf[rule], 'time' as const].filter((field) => wrong.has(field));
  const say = words.in(language);
  return { errors: Object.fromEntries(asked.map((field) => [field, say.plain(wrongKey(field))])) };
}

const wrongKey = (field: string) => `wrong.${field as Exclude<keyof RuleDraft, 'rule'>}` as const;
