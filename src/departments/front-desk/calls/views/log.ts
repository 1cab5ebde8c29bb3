import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import {
  actions,
  button,
  context,
  divider,
  input,
  modal,
  option,
  plain,
  section,
} from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { mention, momentFirst } from '../../../../platform/mrkdwn.js';
import type { Call } from '../call.js';
import { ids, numbered } from '../ids.js';
import { filters, type LogPage, type LogPlace, PAGE_SIZE, START } from '../service/look.js';
import type { Say } from '../words.js';
import { callerText, firstLine, stateText, urgencyMark } from './texts.js';

const day = z.iso.date().nullable();
const placeShape = z.object({
  filter: z.enum(filters).default('open'),
  words: z.string().max(200).default(''),
  since: day.default(null),
  until: day.default(null),
  page: z.int().min(0).max(100_000).default(0),
});

export const placeText = (place: LogPlace): string => JSON.stringify(place);

/** Where in the log somebody is; a claim that can't be read is the start. */
export const readPlace = (text: string): LogPlace => claimOf(placeShape, text) ?? START;

/** The log: filtered, searched, page by page. */
export function logView(say: Say, { place, calls, count, isAll }: LogPage): ModalView {
  const { filter, words, since, until } = place;
  const options = filters.map((one) => option(one, say.plain(`filter.${one}`)));
  const chosen = options[filters.indexOf(filter)];
  const date = (which: 'since' | 'until', initial: string | null) => ({
    type: 'datepicker' as const,
    action_id: numbered(ids.list, which),
    placeholder: plain(say.plain(`list.${which}`), 150),
    ...(initial && { initial_date: initial }),
  });
  const isNarrowed = words !== '' || since !== null || until !== null;
  return modal({
    callbackId: ids.listView,
    title: say.plain('list.title'),
    submit: say.plain('list.search'),
    close: say.plain('form.close'),
    metadata: placeText(place),
    blocks: [
      input(
        'words',
        say.plain('list.words'),
        { type: 'plain_text_input', max_length: 200, ...(words && { initial_value: words }) },
        { optional: true },
      ),
      {
        type: 'actions',
        block_id: 'narrow',
        elements: [
          {
            type: 'static_select',
            action_id: numbered(ids.list, 'filter'),
            options,
            ...(chosen && { initial_option: chosen }),
          },
          date('since', since),
          date('until', until),
          ...(isNarrowed
            ? [button(numbered(ids.list, 'clear'), say.plain('list.clear'), { value: placeText({ ...START, filter }) })]
            : []),
          button(ids.csv, say.plain('list.csv'), { value: placeText(place) }),
        ],
      },
      context(say(isAll ? 'list.count' : 'list.countOwn', { count })),
      divider(),
      ...(calls.length === 0 ? [section(say(isNarrowed ? 'list.nothingFound' : 'list.nothing'))] : []),
      ...calls.map((call) => lineOf(say, call)),
      ...pages(say, place, count),
    ],
  });
}

const lineOf = (say: Say, call: Call): KnownBlock =>
  section(
    [
      `${urgencyMark(call)}*${call.number}* · ${callerText(say, call)}`,
      firstLine(call.reason),
      `${stateText(say, call)} · ${momentFirst(call.openedAt)} · ${mention(call.takenById)}${call.unhappyAt ? ' · 😠' : ''}`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    button(numbered(ids.openCall, call.number), say.plain('card.open'), { value: String(call.number) }),
  );

function pages(say: Say, place: LogPlace, count: number): KnownBlock[] {
  const last = Math.max(0, Math.ceil(count / PAGE_SIZE) - 1);
  const turn = (tail: 'newer' | 'older', page: number) =>
    button(numbered(ids.list, tail), say.plain(`list.${tail}`), { value: placeText({ ...place, page }) });
  const buttons = [
    ...(place.page > 0 ? [turn('newer', place.page - 1)] : []),
    ...(place.page < last ? [turn('older', place.page + 1)] : []),
  ];
  return buttons.length > 0
    ? [actions('pages', buttons), context(say('list.page', { page: place.page + 1, pages: last + 1 }))]
    : [];
}

/** What the form holds now, from its first page on. */
export function placeIn({ values, privateMetadata }: OpenView): LogPlace {
  const words = answersOf({ words: values.words ?? {} }).words;
  return { ...readPlace(privateMetadata), words: String(words ?? '').trim(), page: 0 };
}
