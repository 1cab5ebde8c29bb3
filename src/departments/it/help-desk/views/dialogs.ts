import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { input, modal, option, plain, section } from '../../../../platform/blocks.js';
import type { OpenView, StateValues } from '../../../../platform/doors/doors.js';
import type { Language } from '../../../../platform/words/words.js';
import { fields, ids } from '../ids.js';
import { MAX_TEXT, type Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { claimed } from './claims.js';
import { isSaid, type Reading } from './reading.js';
import { firstLine } from './texts.js';

/** Everything that is done to a ticket by writing a text: whether one is needed, and whether canned replies help. */
export const writings = {
  ask: { isNeeded: true, hasReplies: true },
  reply: { isNeeded: true, hasReplies: true },
  note: { isNeeded: true, hasReplies: false },
  tell: { isNeeded: true, hasReplies: false },
  resolve: { isNeeded: false, hasReplies: true },
  dismiss: { isNeeded: false, hasReplies: true },
  reopen: { isNeeded: false, hasReplies: false },
} as const;
export type Writing = keyof typeof writings;

/** A canned reply as a dialog offers it. */
interface Offered {
  id: string;
  language: Language;
  title: string;
}

const metadata = z.object({
  writing: z.enum(Object.keys(writings) as [Writing, ...Writing[]]),
  number: z.int().positive(),
  /** How often a canned reply was put in. */
  turn: z.int().nonnegative(),
});
type WritingOf = z.output<typeof metadata>;

export interface WritingParts {
  ticket: Pick<Ticket, 'number' | 'text'>;
  replies: readonly Offered[];
  text?: string;
  turn?: number;
}

/** One dialog for all that is written to a ticket. */
export function writingDialog(
  say: Say,
  writing: Writing,
  { ticket, replies, text = '', turn = 0 }: WritingParts,
): ModalView {
  const { isNeeded, hasReplies } = writings[writing];
  return modal({
    callbackId: ids.write,
    title: say.plain(`write.${writing}.title`, { number: ticket.number }),
    submit: say.plain(`write.${writing}.send`),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify({ writing, number: ticket.number, turn } satisfies WritingOf),
    blocks: [
      section(`*#${ticket.number}* ${firstLine(ticket.text)}`),
      ...(hasReplies && replies.length > 0 ? [chooseReply(say, replies)] : []),
      input(
        textBlock(turn),
        say.plain(`write.${writing}.label`),
        {
          type: 'plain_text_input',
          multiline: true,
          max_length: MAX_TEXT,
          ...(text && { initial_value: text.slice(0, MAX_TEXT) }),
        },
        { optional: !isNeeded, hint: say.plain(`write.${writing}.hint`) },
      ),
    ],
  });
}

/** Slack keeps what was typed in a block of the same name, so a text that we put in needs a new name. */
const textBlock = (turn: number): string => (turn === 0 ? fields.text : `${fields.text}-${turn}`);

function chooseReply(say: Say, replies: readonly Offered[]): KnownBlock {
  return input(
    fields.canned,
    say.plain('write.canned'),
    {
      type: 'static_select',
      placeholder: plain(say.plain('form.choose'), 150),
      options: replies.slice(0, 100).map(({ id, language, title }) => option(id, `${title} (${language})`)),
    },
    { optional: true, dispatch: true },
    ids.insert,
  );
}

export interface Written extends WritingOf {
  text: string;
}

/** What was written, to which ticket, and what for: claims, until the service has looked. */
export function readWriting(
  say: Say,
  { privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>,
): Reading<Written> {
  const about = claimed(metadata, privateMetadata);
  const text = textIn(values, about.turn).trim();
  const block = textBlock(about.turn);
  if (writings[about.writing].isNeeded && !isSaid(text)) return { errors: { [block]: say.plain('write.empty') } };
  if (text.length > MAX_TEXT) return { errors: { [block]: say.plain('form.tooLong', { most: MAX_TEXT }) } };
  return { fields: { ...about, text: isSaid(text) ? text : '' } };
}

/** What stands in a dialog while somebody chooses a canned reply. */
export function readInsertion({ privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>): Written {
  const about = claimed(metadata, privateMetadata);
  return { ...about, text: textIn(values, about.turn).trim() };
}

const textIn = (values: StateValues, turn: number): string => String(answersOf(values)[textBlock(turn)] ?? '');
