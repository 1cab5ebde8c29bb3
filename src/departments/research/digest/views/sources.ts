import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
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
import type { OpenView } from '../../../../platform/doors/doors.js';
import { escapeText, momentInside } from '../../../../platform/mrkdwn.js';
import type { Feed } from '../feed.js';
import { ids, numbered } from '../ids.js';
import type { ParsedFeed } from '../rules/parse.js';
import type { Say } from '../words.js';
import { storyLink, topicPlain, topicText } from './texts.js';

export const PAGE_SIZE = 12;

/** The sources, with what is wrong with each; who keeps them can add, mute and remove. */
export function sourcesView(
  say: Say,
  { feeds, mayAdd, by, page }: { feeds: readonly Feed[]; mayAdd: boolean; by: string; page: number },
): ModalView {
  const last = Math.max(0, Math.ceil(feeds.length / PAGE_SIZE) - 1);
  const here = Math.min(page, last);
  const turn = (tail: 'back' | 'on', to: number) =>
    button(numbered(ids.sources, tail), say.plain(`list.${tail}`), { value: String(to) });
  const buttons = [
    ...(mayAdd ? [button(numbered(ids.addFeed, 'list'), say.plain('sources.add'), { style: 'primary' })] : []),
    ...(here > 0 ? [turn('back', here - 1)] : []),
    ...(here < last ? [turn('on', here + 1)] : []),
  ];
  return modal({
    callbackId: ids.sourcesView,
    title: say.plain('sources.title'),
    close: say.plain('form.close'),
    metadata: String(here),
    blocks: [
      ...(buttons.length > 0 ? [actions('sources', buttons)] : []),
      context(say('sources.count', { count: feeds.length })),
      ...(feeds.length === 0 ? [section(say(mayAdd ? 'sources.none' : 'sources.noneYet'))] : []),
      ...feeds
        .slice(here * PAGE_SIZE, (here + 1) * PAGE_SIZE)
        .flatMap((feed) => [divider(), ...feedBlocks(say, feed, mayAdd || feed.addedById === by)]),
    ],
  });
}

function feedBlocks(say: Say, feed: Feed, mayChange: boolean): KnownBlock[] {
  const { id, title, url, topic, isMuted, trouble, brokenSince, readAt } = feed;
  const state = [
    topicText(say, topic),
    ...(isMuted ? [`🔇 ${say('sources.muted')}`] : []),
    ...(readAt ? [say('sources.read', { when: momentInside(readAt) })] : [say('sources.notRead')]),
  ];
  const wrong =
    trouble && brokenSince
      ? [
          `⚠️ ${say(`trouble.${trouble as 'timeout'}`, { status: '' })} ${say('sources.since', { when: momentInside(brokenSince) })}`,
        ]
      : [];
  const press = (act: 'mute' | 'unmute' | 'readNow' | 'remove', more: object = {}) =>
    button(numbered(ids.feed, `${act}-${id}`), say.plain(`sources.${act}`), { value: `${act}/${id}`, ...more });
  return [
    section([`*${escapeText(title)}*`, escapeText(url), state.join(' · '), ...wrong].join('\n')),
    ...(mayChange
      ? [
          actions(`feed-${id}`, [
            press(isMuted ? 'unmute' : 'mute'),
            press('readNow'),
            press('remove', {
              style: 'danger',
              confirm: {
                title: plain(say.plain('sources.remove'), 100),
                text: { type: 'plain_text', text: say.plain('sources.removeSure') },
                confirm: { type: 'plain_text', text: say.plain('sources.remove') },
                deny: { type: 'plain_text', text: say.plain('form.cancel') },
              },
            }),
          ]),
        ]
      : []),
  ];
}

export function addForm(say: Say, topics: readonly string[], typed = ''): ModalView {
  const options = topicOptions(say, topics);
  return modal({
    callbackId: ids.addForm,
    title: say.plain('add.title'),
    submit: say.plain('add.submit'),
    close: say.plain('form.cancel'),
    blocks: [
      input(
        'url',
        say.plain('add.url'),
        { type: 'plain_text_input', max_length: 2000, ...(typed && { initial_value: typed }) },
        { hint: say.plain('add.urlHint') },
      ),
      input('topic', say.plain('add.topic'), {
        type: 'static_select',
        options,
        ...(options[0] && { initial_option: options[0] }),
      }),
    ],
  });
}

export const topicOptions = (say: Say, topics: readonly string[]): PlainTextOption[] =>
  topics.map((topic) => option(topic, topicPlain(say, topic)));

export function readAdd({ values }: OpenView): { url: string; topic: string } {
  const answers = answersOf(values);
  return { url: String(answers.url ?? '').trim(), topic: String(answers.topic ?? '') };
}

const SHOWN = 5;

/** What a feed has just now: to see whether it is the right one. */
export const testView = (say: Say, url: string, { title, items }: ParsedFeed): ModalView =>
  modal({
    callbackId: ids.foundForm,
    title: say.plain('test.title'),
    close: say.plain('form.close'),
    blocks: [
      section(`*${escapeText(title)}*\n${escapeText(url)}`),
      context(say('test.count', { count: items.length })),
      ...items
        .slice(0, SHOWN)
        .map((item) => section(`${storyLink(item)}\n${item.at ? momentInside(item.at) : say('test.undated')}`)),
    ],
  });
