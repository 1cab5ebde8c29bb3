import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, input, modal, option, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { quote, shorten } from '../../../../platform/mrkdwn.js';
import { languages } from '../../../../platform/words/words.js';
import { fields, ids } from '../ids.js';
import type { CannedReply } from '../store/replies.js';
import { MAX_TEXT } from '../ticket.js';
import type { Say } from '../words.js';
import { neededText, type Reading, refusedOr } from './reading.js';
import { excerptOf } from './texts.js';

/** Each takes two of a form's 100 blocks. */
const SHOWN = 40;
const MAX_TITLE = 60;

/** The desk's canned replies, for leads to keep. */
export const repliesView = (say: Say, own: readonly CannedReply[], builtIn: readonly CannedReply[]): ModalView =>
  modal({
    callbackId: ids.replies,
    title: say.plain('replies.title'),
    close: say.plain('details.close'),
    blocks: [
      section(say('replies.about')),
      actions('add', [button(ids.addReply, say.plain('replies.add'), { style: 'primary' })]),
      ...own.slice(0, SHOWN).flatMap((reply) => ownReply(say, reply)),
      ...(own.length > SHOWN ? [context(say('replies.more', { count: own.length - SHOWN }))] : []),
      context(say('replies.builtIn')),
      ...builtIn.map((reply) => section(shown(reply))),
    ],
  });

const shown = ({ title, language, text }: CannedReply): string =>
  `*${excerptOf(title, MAX_TITLE)}* (${language})\n${quote(shorten(text, 300))}`;

const ownReply = (say: Say, reply: CannedReply): KnownBlock[] => [
  section(shown(reply)),
  actions(`reply-${reply.id}`, [
    button(ids.editReply, say.plain('replies.edit'), { value: reply.id }),
    button(ids.removeReply, say.plain('replies.remove'), {
      value: reply.id,
      style: 'danger',
      confirm: sure(say, reply),
    }),
  ]),
];

/** It can't be brought back, so it is asked about. */
const sure = (say: Say, { title }: CannedReply) => ({
  title: { type: 'plain_text' as const, text: say.plain('replies.sure') },
  text: { type: 'plain_text' as const, text: say.plain('replies.sureText', { title }) },
  confirm: { type: 'plain_text' as const, text: say.plain('replies.yes') },
  deny: { type: 'plain_text' as const, text: say.plain('replies.no') },
});

/** To write a canned reply, or to change the one given. */
export const replyForm = (say: Say, reply: CannedReply | null): ModalView =>
  modal({
    callbackId: ids.replyForm,
    title: say.plain('replies.title'),
    submit: say.plain('replies.save'),
    close: say.plain('form.cancel'),
    metadata: reply?.id ?? '',
    blocks: [
      input(fields.title, say.plain('replies.name'), {
        type: 'plain_text_input',
        max_length: MAX_TITLE,
        ...(reply && { initial_value: reply.title }),
      }),
      input(fields.language, say.plain('replies.language'), {
        type: 'radio_buttons',
        options: languages.map((language) => option(language, say.plain(`language.${language}`))),
        initial_option: option(
          reply?.language ?? say.language,
          say.plain(`language.${reply?.language ?? say.language}`),
        ),
      }),
      input(fields.text, say.plain('replies.text'), {
        type: 'plain_text_input',
        multiline: true,
        max_length: MAX_TEXT,
        ...(reply && { initial_value: reply.text }),
      }),
    ],
  });

export type WrittenReply = Omit<CannedReply, 'id'> & { id: string | null };

export function readReply(
  say: Say,
  { privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>,
): Reading<WrittenReply> {
  const said = (most: number) => neededText(say.plain('write.empty'), most, say.plain('form.tooLong', { most }));
  const form = z.object({
    [fields.title]: said(MAX_TITLE),
    [fields.text]: said(MAX_TEXT),
    [fields.language]: z.enum(languages),
  });
  return refusedOr(form.safeParse(answersOf(values)), (reply) => ({ ...reply, id: privateMetadata || null }));
}
