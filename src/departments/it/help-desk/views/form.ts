import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option, plain } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import { type Category, categories, MAX_TEXT, type Priority, priorities } from '../ticket.js';
import type { Say } from '../words.js';
import { isTelling, type Reading, refusedOr } from './reading.js';
import { type Offers, offersIn } from './similar.js';

/** What the form is opened with, and what it is drawn anew with while somebody writes. */
export interface Draft {
  text?: string;
  behalfOfId?: string;
  /** Names the message that it was opened from. */
  draftId?: string;
  offers?: Offers;
}

/** The form by which everybody asks IT for help. */
export function requestForm(say: Say, { text = '', behalfOfId, draftId, offers }: Draft = {}): ModalView {
  return modal({
    callbackId: ids.raise,
    title: say.plain('form.title'),
    submit: say.plain('form.send'),
    close: say.plain('form.cancel'),
    metadata: draftId ?? '',
    blocks: [
      whatIsWrong(say, text),
      ...(text.length > MAX_TEXT ? [context(say('form.cut'))] : []),
      ...(offers ? offersIn(say, offers) : []),
      chooseCategory(say),
      choosePriority(say),
      onBehalfOf(say, behalfOfId),
    ],
  });
}

const whatIsWrong = (say: Say, text: string): KnownBlock =>
  input(
    fields.text,
    say.plain('form.text'),
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: MAX_TEXT,
      placeholder: plain(say.plain('form.textExample'), 150),
      ...(text && { initial_value: text.slice(0, MAX_TEXT) }),
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    },
    { dispatch: true },
    ids.similar,
  );

export const categoryOption = (say: Say, category: Category) => option(category, say.plain(`category.${category}`));

export const priorityOption = (say: Say, priority: Priority) =>
  option(priority, say.plain(`priority.${priority}.name`), say.plain(`priority.${priority}.means`));

const chooseCategory = (say: Say): KnownBlock =>
  input(fields.category, say.plain('form.category'), {
    type: 'static_select',
    placeholder: plain(say.plain('form.choose'), 150),
    options: categories.map((category) => categoryOption(say, category)),
    initial_option: categoryOption(say, 'other'),
  });

const choosePriority = (say: Say): KnownBlock =>
  input(fields.priority, say.plain('form.priority'), {
    type: 'radio_buttons',
    options: priorities.map((priority) => priorityOption(say, priority)),
    initial_option: priorityOption(say, 'normal'),
  });

const onBehalfOf = (say: Say, behalfOfId: string | undefined): KnownBlock =>
  input(
    fields.behalfOf,
    say.plain('form.behalfOf'),
    { type: 'users_select', ...(behalfOfId && { initial_user: behalfOfId }) },
    { optional: true, hint: say.plain('form.behalfOfHint') },
  );

export interface Asked {
  text: string;
  category: Category;
  priority: Priority;
  behalfOfId: string | null;
}

/** What was filled in, or what is wrong, by field. */
export function readRequest(say: Say, values: StateValues): Reading<Asked> {
  const answers = answersOf(values);
  const form = z.object({
    [fields.text]: z
      .string({ error: say.plain('form.tooFewWords') })
      .trim()
      .refine(isTelling, say.plain('form.tooFewWords'))
      .max(MAX_TEXT, say.plain('form.tooLong', { most: MAX_TEXT })),
    [fields.category]: z.enum(categories, { error: say.plain('form.categoryMissing') }),
    [fields.priority]: z.enum(priorities, { error: say.plain('form.priorityMissing') }),
    [fields.behalfOf]: z.string().optional(),
  });
  return refusedOr(form.safeParse(answers), (asked) => ({
    text: asked.text,
    category: asked.category,
    priority: asked.priority,
    behalfOfId: asked[fields.behalfOf] ?? null,
  }));
}

/** What somebody has written so far, as a claim for looking up what is like it. */
export const writtenSoFar = (values: StateValues): string => String(answersOf(values)[fields.text] ?? '');
