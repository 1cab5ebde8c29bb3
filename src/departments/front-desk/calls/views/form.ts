import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option, plain } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { momentFirst } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import { languageName } from '../../../../platform/words/language-name.js';
import { type Call, urgencies } from '../call.js';
import type { Draft } from '../draft.js';
import { ids } from '../ids.js';
import type { Groups } from '../service/look.js';
import type { Order } from '../service/order.js';
import type { Say } from '../words.js';
import { orderBlocks } from './order.js';
import { callerText, firstLine, stateText } from './texts.js';

export interface FormPage {
  draft: Draft;
  groups: Groups;
  /** Null: nobody is chosen yet. */
  order: Order | null;
  /** Earlier calls from the number, as far as whoever fills this in may see them; null: no number yet. */
  known: readonly Call[] | null;
  /** How the words for a call-back were understood, for whoever sends this to confirm. */
  understood: Temporal.Instant | null;
}

/** Languages that callers here are likely to speak; the office's own come first. */
export const callerLanguages = ['ro', 'en', 'hu', 'de', 'fr', 'it', 'es', 'uk', 'ru', 'tr', 'pl', 'bg', 'el'] as const;

/** Everything about a caller, and to whom they are handed. */
export function handOverForm(say: Say, page: FormPage): ModalView {
  const { draft, order, known } = page;
  const field = (id: string, label: 'number' | 'name' | 'company', more: object = {}, dispatch = false) =>
    input(
      id,
      say.plain(`form.${label}`),
      {
        type: 'plain_text_input',
        max_length: 200,
        ...(draft[label] && { initial_value: draft[label] }),
        ...more,
      },
      { optional: true, dispatch, ...(label === 'number' && { hint: say.plain('form.numberHint') }) },
      dispatch ? ids.callerNumber : undefined,
    );
  return modal({
    callbackId: ids.handOverForm,
    title: say.plain('form.title'),
    submit: say.plain('form.send'),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify({ words: page.understood ? draft.words : '' }),
    blocks: [
      ...targetBlocks(say, draft, page.groups),
      ...(order ? orderBlocks(say, order) : [context(say('order.none'))]),
      input('reason', say.plain('form.reason'), {
        type: 'plain_text_input',
        ...{ multiline: true, max_length: 2000 },
        ...(draft.reason && { initial_value: draft.reason }),
        placeholder: plain(say.plain('form.reasonExample'), 150),
      }),
      field('number', 'number', { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }, true),
      ...(known ? knownBlocks(say, known) : []),
      // A field that is filled in anew needs another name: Slack keeps what was typed under the old one.
      field(known ? 'name-known' : 'name', 'name'),
      field(known ? 'company-known' : 'company', 'company'),
      urgencyBlock(say, draft),
      languageBlock(say, draft),
      ...promiseBlocks(say, draft.words, page.understood),
      input(
        'notes',
        say.plain('form.notes'),
        {
          type: 'plain_text_input',
          ...{ multiline: true, max_length: 2000 },
          ...(draft.notes && { initial_value: draft.notes }),
        },
        { optional: true },
      ),
    ],
  });
}

/** A person, or whoever of a group is free. */
export function targetBlocks(say: Say, { personId, group }: Pick<Draft, 'personId' | 'group'>, groups: Groups) {
  const options = groupOptions(say, groups);
  const hasGroups = options.length > 0;
  const chosen = options.flatMap(({ options: some }) => some).find(({ value }) => value === group);
  const blocks: KnownBlock[] = [
    input(
      'person',
      say.plain('form.person'),
      {
        type: 'users_select',
        ...(personId && { initial_user: personId }),
        placeholder: plain(say.plain('form.choosePerson'), 150),
      },
      { optional: true, dispatch: true },
      ids.target,
    ),
    ...(hasGroups
      ? [
          input(
            'group',
            say.plain('form.group'),
            {
              type: 'static_select',
              option_groups: options,
              ...(chosen && { initial_option: chosen }),
              placeholder: plain(say.plain('form.chooseGroup'), 150),
            },
            { optional: true, dispatch: true },
            `${ids.target}:group`,
          ),
        ]
      : []),
  ];
  return blocks;
}

/** Slack shows at most a hundred of each. */
const MOST = 100;

function groupOptions(say: Say, { rotations, skills, languages }: Groups) {
  const groups = [
    { label: say.plain('form.rotations'), some: rotations.map(({ id, name }) => option(`rotation:${id}`, name)) },
    { label: say.plain('form.skills'), some: skills.map((skill) => option(`skill:${skill}`, skill)) },
    {
      label: say.plain('form.languages'),
      some: languages.map((code) => option(`language:${code}`, languageName(code, say.language))),
    },
  ];
  return groups
    .filter(({ some }) => some.length > 0)
    .map(({ label, some }) => ({ label: plain(label, 75), options: some.slice(0, MOST) }));
}

function knownBlocks(say: Say, known: readonly Call[]): KnownBlock[] {
  if (known.length === 0) return [context(say('form.unknown'))];
  const lines = known.map(
    (call) =>
      `• *${call.number}* ${momentFirst(call.openedAt)} – ${callerText(say, call)} – ${firstLine(call.reason, 80)} – ${stateText(say, call)}`,
  );
  return [context([say('form.known', { count: known.length }), ...lines].join('\n'))];
}

const urgencyBlock = (say: Say, { urgency }: Draft): KnownBlock => {
  const options = urgencies.map((one) => option(one, say.plain(`urgency.${one}`)));
  const initial = options[urgencies.indexOf(urgency)];
  return input('urgency', say.plain('form.urgency'), {
    type: 'static_select',
    options,
    ...(initial && { initial_option: initial }),
  });
};

function languageBlock(say: Say, { language }: Draft): KnownBlock {
  const options = callerLanguages.map((code) => option(code, languageName(code, say.language)));
  const initial = options.find(({ value }) => value === language);
  return input(
    'language',
    say.plain('form.language'),
    { type: 'static_select', options, ...(initial && { initial_option: initial }) },
    { optional: true },
  );
}

/** The caller's own words, and once they are understood the moment, to be confirmed or corrected. */
export const promiseBlocks = (
  say: Say,
  words: string,
  understood: Temporal.Instant | null,
  optional = true,
): KnownBlock[] => [
  input(
    'words',
    say.plain('form.words'),
    { type: 'plain_text_input', max_length: 200, ...(words && { initial_value: words }) },
    { optional, hint: say.plain('form.wordsHint') },
  ),
  ...(understood
    ? [
        input(`when-${understood.epochMilliseconds}`, say.plain('form.when'), {
          type: 'datetimepicker',
          initial_date_time: Math.floor(understood.epochMilliseconds / 1000),
        }),
        context(say('form.understood', { when: momentFirst(understood) })),
      ]
    : []),
];

const claim = z.object({ words: z.string().max(200).default('') });

/** What was typed, and when it was confirmed for. */
export function readDraft({ values, privateMetadata }: OpenView): { draft: Draft; confirmed: Temporal.Instant | null } {
  const answers = answersOf(values);
  const typed = (field: string) => String(answers[field] ?? answers[`${field}-known`] ?? '').trim();
  const chosen = (field: string) => typed(field) || null;
  const draft: Draft = {
    ...{ personId: chosen('person'), group: chosen('group'), number: typed('number'), name: typed('name') },
    ...{ company: typed('company'), reason: typed('reason'), notes: typed('notes'), words: typed('words') },
    urgency: urgencies.find((one) => one === typed('urgency')) ?? 'normal',
    language: callerLanguages.find((one) => one === typed('language')) ?? null,
  };
  return { draft, confirmed: confirmedIn(answers, privateMetadata, draft.words) };
}

/** The moment that was chosen for exactly these words; others are read anew. */
export function confirmedIn(
  answers: Readonly<Record<string, unknown>>,
  metadata: string,
  words: string,
): Temporal.Instant | null {
  if (words === '' || claimOf(claim, metadata)?.words !== words) return null;
  const [, seconds] = Object.entries(answers).find(([field]) => field.startsWith('when-')) ?? [];
  return typeof seconds === 'number' ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000) : null;
}
