import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { context, input, modal, option, plain, section } from '../../../../platform/blocks.js';
import type { TimedRule } from '../../../../platform/calendar/month-rules.js';
import type { KnownBlock } from '../../../../platform/doors/doors.js';
import type { Temporal } from '../../../../platform/time.js';
import { messageFields as fields, messageIds } from '../message-ids.js';
import { MAX_TEXT, type MessageKind, messageKind, toChannel } from '../messages/message.js';
import type { Say } from '../words.js';
import type { RuleDraft } from './message-answers.js';
import { dueText, weekdayText } from './message-texts.js';

export const messageClaim = z.object({
  id: z.uuid().nullable(),
  kind: messageKind,
  /** The rule whose dates the form shows, as JSON: nobody saves dates that they haven't seen. */
  shown: z.string(),
});
export type MessageClaim = z.output<typeof messageClaim>;

export interface MessageForm {
  id: string | null;
  kind: MessageKind;
  channel: string | null;
  text: string | null;
  draft: RuleDraft;
  /** Null where what is filled in makes no rule yet. */
  rule: TimedRule | null;
  dates: readonly Temporal.Instant[];
  timeZone: string;
  /** Why it stands there once more. */
  notice?: string;
}

const rules = ['dayOfMonth', 'lastWorkingDay', 'nthWorkingDay', 'everyNWeeks'] as const;

/** To add a message, or to change one: each change of its rule is answered with the next five dates. */
export function messageForm(say: Say, form: MessageForm): ModalView {
  const { id, kind, draft, rule } = form;
  return modal({
    callbackId: messageIds.form,
    title: say.plain(`messages.kind.${kind}`),
    submit: say.plain('messages.save'),
    close: say.plain('people.cancel'),
    metadata: JSON.stringify({ id, kind, shown: JSON.stringify(rule) } satisfies MessageClaim),
    blocks: [
      section(say(`messages.explain.${kind}`)),
      ...(toChannel[kind] ? [chooseChannel(say, form), write(say, form)] : []),
      choice(
        say,
        fields.rule,
        'messages.field.rule',
        rules.map((name) => option(name, say.plain(`messages.choose.${name}`))),
        draft.rule,
      ),
      ...ruleFields(say, draft),
      asked(fields.time, say.plain('messages.field.time'), {
        type: 'timepicker',
        ...(draft.time && { initial_time: draft.time }),
      }),
      ...(form.notice ? [context(form.notice)] : []),
      datesBlock(say, form),
    ],
  });
}

function datesBlock(say: Say, { rule, dates, timeZone }: MessageForm): KnownBlock {
  if (rule === null) return context(say('messages.noDates'));
  if (dates.length === 0) return context(say('messages.never'));
  return section([say('messages.dates'), ...dates.map((at) => `• ${dueText(say, at, timeZone)}`)].join('\n'));
}

const chooseChannel = (say: Say, { channel }: MessageForm): KnownBlock =>
  input(
    fields.channel,
    say.plain('messages.field.channel'),
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel && { initial_conversation: channel }),
    },
    { hint: say.plain('messages.field.channelHint') },
  );

const write = (say: Say, { kind, text }: MessageForm): KnownBlock =>
  input(
    fields.text,
    say.plain('messages.field.text'),
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: MAX_TEXT,
      initial_value: text ?? say.plain(`messages.default.${kind as 'cutOff' | 'payday'}`),
    },
    { hint: say.plain('messages.field.textHint') },
  );

function ruleFields(say: Say, draft: RuleDraft): KnownBlock[] {
  const number = (field: 'day' | 'minus' | 'nth' | 'weeks', least: number, most: number) =>
    asked(fields[field], say.plain(`messages.field.${field}`), {
      type: 'number_input',
      is_decimal_allowed: false,
      min_value: String(least),
      max_value: String(most),
      ...(draft[field] && { initial_value: draft[field] }),
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    });
  const closed = () => {
    const ways = (['before', 'after', 'same'] as const).map((way) => option(way, say.plain(`messages.closed.${way}`)));
    return choice(say, fields.whenClosed, 'messages.field.whenClosed', ways, draft.whenClosed);
  };
  switch (draft.rule) {
    case 'dayOfMonth':
      return [number('day', 1, 31), closed()];
    case 'lastWorkingDay':
      return [number('minus', 0, 20)];
    case 'nthWorkingDay':
      return [number('nth', 1, 23)];
    case 'everyNWeeks': {
      const days = [1, 2, 3, 4, 5, 6, 7].map((day) => option(String(day), weekdayText(say, day)));
      return [
        number('weeks', 1, 8),
        choice(say, fields.weekday, 'messages.field.weekday', days, draft.weekday),
        asked(fields.from, say.plain('messages.field.from'), {
          type: 'datepicker',
          ...(draft.from && { initial_date: draft.from }),
        }),
        closed(),
      ];
    }
  }
}

const asked = (field: string, label: string, element: Parameters<typeof input>[2]): KnownBlock =>
  input(field, label, element, { dispatch: true }, messageIds.redraw);

function choice(
  say: Say,
  field: string,
  label: 'messages.field.rule' | 'messages.field.whenClosed' | 'messages.field.weekday',
  options: ReturnType<typeof option>[],
  chosen: string,
): KnownBlock {
  const initial = options.find(({ value }) => value === chosen);
  return asked(field, say.plain(label), {
    type: 'static_select',
    placeholder: plain(say.plain(label), 150),
    options,
    ...(initial && { initial_option: initial }),
  });
}
