import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, plain, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { quote } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import type { Call } from '../call.js';
import { ids } from '../ids.js';
import type { Groups } from '../service/look.js';
import type { Order } from '../service/order.js';
import { no, type Say } from '../words.js';
import { confirmedIn, promiseBlocks, targetBlocks } from './form.js';
import { orderBlocks } from './order.js';
import { callerText } from './texts.js';

/** Acts that ask for something. */
export const asking = [
  'decline',
  'lose',
  'giveBack',
  'ask',
  'answer',
  'note',
  'decide',
  'promise',
  'redirect',
  'join',
  'complain',
] as const;
export type Asking = (typeof asking)[number];

const claim = z.object({ act: z.enum(asking), number: z.int().positive() });

export interface ActPage {
  act: Asking;
  call: Call;
  text?: string;
  words?: string;
  understood?: Temporal.Instant | null;
  personId?: string | null;
  group?: string | null;
  groups?: Groups;
  order?: Order | null;
}

const needsText: readonly Asking[] = ['decline', 'lose', 'giveBack', 'ask', 'answer', 'note', 'decide', 'complain'];

/** What one act needs: a text, a person, a time, another target. */
export function actForm(say: Say, page: ActPage): ModalView {
  const { act, call } = page;
  return modal({
    callbackId: ids.actForm,
    title: say.plain(`act.${act}.title`),
    submit: say.plain(`act.${act}.submit`),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify({ act, number: call.number, words: page.understood ? (page.words ?? '') : '' }),
    blocks: [
      section(`*${call.number}* · ${callerText(say, call)}`),
      context(say(`act.${act}.about`)),
      ...(act === 'answer' && call.question ? [section(quote(call.question))] : []),
      ...(act === 'promise' ? promiseBlocks(say, page.words ?? '', page.understood ?? null, false) : []),
      ...(act === 'redirect' ? redirectBlocks(say, page) : []),
      ...(act === 'join' || act === 'complain' ? [personBlock(say, page)] : []),
      ...(needsText.includes(act) || act === 'redirect' ? [textBlock(say, page)] : []),
    ],
  });
}

const redirectBlocks = (say: Say, { personId = null, group = null, groups, order }: ActPage): KnownBlock[] => [
  ...targetBlocks(say, { personId, group }, groups ?? { rotations: [], skills: [], languages: [] }),
  ...(order ? orderBlocks(say, order) : [context(say('order.none'))]),
];

const personBlock = (say: Say, { act, personId }: ActPage): KnownBlock =>
  input('person', say.plain(act === 'join' ? 'act.colleague' : 'act.manager'), {
    type: 'users_select',
    ...(personId && { initial_user: personId }),
    placeholder: plain(say.plain('form.choosePerson'), 150),
  });

const textBlock = (say: Say, { act, text = '' }: ActPage): KnownBlock =>
  input(
    'text',
    say.plain(`act.${act as 'note'}.text`),
    { type: 'plain_text_input', multiline: true, max_length: 2000, ...(text && { initial_value: text }) },
    { optional: act === 'redirect' },
  );

/** What was filled in; whether it suffices is for the handler to say. */
export interface ActAnswers {
  act: Asking;
  number: number;
  text: string;
  words: string;
  confirmed: Temporal.Instant | null;
  personId: string | null;
  group: string | null;
}

export function readAct({ values, privateMetadata }: OpenView): ActAnswers {
  const read = claimOf(claim, privateMetadata);
  if (read === null) throw no('refused.gone');
  const answers = answersOf(values);
  const typed = (field: string) => String(answers[field] ?? '').trim();
  const words = typed('words');
  return {
    ...read,
    ...{ text: typed('text'), words, personId: typed('person') || null, group: typed('group') || null },
    confirmed: confirmedIn(answers, privateMetadata, words),
  };
}

/** What is missing, by field. */
export function missingIn(say: Say, { act, text, words, personId, group }: ActAnswers): Record<string, string> {
  const missing = say.plain('form.missing');
  return {
    ...(needsText.includes(act) && text === '' && { text: missing }),
    ...(act === 'promise' && words === '' && { words: missing }),
    ...((act === 'join' || act === 'complain') && personId === null && { person: missing }),
    ...(act === 'redirect' && targetTrouble(say, personId, group)),
  };
}

/** Exactly one of the two. */
export function targetTrouble(say: Say, personId: string | null, group: string | null): Record<string, string> {
  if (personId === null && group === null) return { person: say.plain('form.chooseOne') };
  return personId !== null && group !== null ? { group: say.plain('form.onlyOne') } : {};
}
