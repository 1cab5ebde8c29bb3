import type { KnownBlock } from '@slack/types';
import { context, input, option, plain, section } from '../blocks.js';
import type { TimedRule } from '../calendar/month-rules.js';
import type { Temporal } from '../time.js';
import type { Language } from '../words/words.js';
import type { RuleDraft } from './draft.js';
import { dueText, weekdayText } from './texts.js';
import { words } from './words.js';

type Say = ReturnType<typeof words.in>;

const rules = ['dayOfMonth', 'lastWorkingDay', 'nthWorkingDay', 'everyNWeeks'] as const;

/** On which days and when: each change is told to the desk by the action `redraw`, so that the next dates can follow. */
export function ruleBlocks(language: Language, draft: RuleDraft, redraw: string): KnownBlock[] {
  const say = words.in(language);
  const asked = askedBy(redraw);
  const chosen = rules.map((name) => option(name, say.plain(`choose.${name}`)));
  return [
    asked('rule', say.plain('field.rule'), select(say.plain('field.rule'), chosen, draft.rule)),
    ...fieldBlocks(say, draft, asked),
    asked('time', say.plain('field.time'), { type: 'timepicker', ...(draft.time && { initial_time: draft.time }) }),
  ];
}

export interface NextDates {
  /** Null where what is filled in makes no rule yet. */
  rule: TimedRule | null;
  dates: readonly Temporal.Instant[];
  timeZone: string;
  /** Above the dates: why the form stands there once more. */
  haveChanged?: boolean;
}

export function datesBlocks(language: Language, { rule, dates, timeZone, haveChanged }: NextDates): KnownBlock[] {
  const say = words.in(language);
  const notice = haveChanged ? [context(say('lookAtDates'))] : [];
  if (rule === null) return [...notice, context(say('noDates'))];
  if (dates.length === 0) return [...notice, context(say('never'))];
  return [...notice, section([say('dates'), ...dates.map((at) => `• ${dueText(language, at, timeZone)}`)].join('\n'))];
}

type Asked = (field: string, label: string, element: Parameters<typeof input>[2]) => KnownBlock;

const askedBy =
  (redraw: string): Asked =>
  (field, label, element) =>
    input(field, label, element, { dispatch: true }, redraw);

function fieldBlocks(say: Say, draft: RuleDraft, asked: Asked): KnownBlock[] {
  const number = (field: 'day' | 'minus' | 'nth' | 'weeks', least: number, most: number) =>
    asked(field, say.plain(`field.${field}`), {
      type: 'number_input',
      is_decimal_allowed: false,
      min_value: String(least),
      max_value: String(most),
      ...(draft[field] && { initial_value: draft[field] }),
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    });
  const closed = () => {
    const ways = (['before', 'after', 'same'] as const).map((way) => option(way, say.plain(`closed.${way}`)));
    return asked(
      'whenClosed',
      say.plain('field.whenClosed'),
      select(say.plain('field.whenClosed'), ways, draft.whenClosed),
    );
  };
  switch (draft.rule) {
    case 'dayOfMonth':
      return [number('day', 1, 31), closed()];
    case 'lastWorkingDay':
      return [number('minus', 0, 20)];
    case 'nthWorkingDay':
      return [number('nth', 1, 23)];
    case 'everyNWeeks': {
      const days = [1, 2, 3, 4, 5, 6, 7].map((day) => option(String(day), weekdayText(say.language, day)));
      return [
        number('weeks', 1, 8),
        asked('weekday', say.plain('field.weekday'), select(say.plain('field.weekday'), days, draft.weekday)),
        asked('from', say.plain('field.from'), {
          type: 'datepicker',
          ...(draft.from && { initial_date: draft.from }),
        }),
        closed(),
      ];
    }
  }
}

function select(
  placeholder: string,
  options: ReturnType<typeof option>[],
  chosen: string,
): Parameters<typeof input>[2] {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    placeholder: plain(placeholder, 150),
    options,
    ...(initial && { initial_option: initial }),
  };
}
