import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { input, modal, section } from '../../../../platform/blocks.js';
import { datesBlocks, type NextDates, ruleBlocks } from '../../../../platform/rule-form/blocks.js';
import type { RuleDraft } from '../../../../platform/rule-form/draft.js';
import { messageFields as fields, messageIds } from '../message-ids.js';
import { MAX_TEXT, type MessageKind, messageKind, toChannel } from '../messages/message.js';
import type { Say } from '../words.js';

export const messageClaim = z.object({
  id: z.uuid().nullable(),
  kind: messageKind,
  /** The rule whose dates the form shows, as JSON: nobody saves dates that they haven't seen. */
  shown: z.string(),
});
export type MessageClaim = z.output<typeof messageClaim>;

export interface MessageForm extends NextDates {
  id: string | null;
  kind: MessageKind;
  channel: string | null;
  text: string | null;
  draft: RuleDraft;
}

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
      ...ruleBlocks(say.language, draft, messageIds.redraw),
      ...datesBlocks(say.language, form),
    ],
  });
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
