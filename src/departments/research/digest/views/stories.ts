import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { momentFirst } from '../../../../platform/mrkdwn.js';
import type { Story } from '../feed.js';
import { ids, numbered } from '../ids.js';
import type { Move } from '../service/markets.js';
import type { Say } from '../words.js';
import { movesBlocks } from './edition.js';
import { sourcesText, storyLink, topicText } from './texts.js';

export const PAGE_SIZE = 15;

export interface StoriesPage {
  title: string;
  stories: readonly Story[];
  moves?: readonly Move[];
  /** What was put aside: a button takes it away instead. */
  asideIds: ReadonlySet<string>;
  page: number;
  /** What to say where there is none. */
  empty: string;
  /** Which list this is: what the buttons to other pages carry. */
  of: string;
}

/** Stories one by one, each of which can be put aside for later. */
export function storiesView(
  say: Say,
  { title, stories, moves = [], asideIds, page, empty, of }: StoriesPage,
): ModalView {
  const last = Math.max(0, Math.ceil(stories.length / PAGE_SIZE) - 1);
  const here = Math.min(page, last);
  const turn = (tail: 'back' | 'on', to: number) =>
    button(numbered(ids.stories, tail), say.plain(`list.${tail}`), { value: `${to}/${of}` });
  const buttons = [...(here > 0 ? [turn('back', here - 1)] : []), ...(here < last ? [turn('on', here + 1)] : [])];
  return modal({
    callbackId: ids.storiesView,
    title,
    close: say.plain('form.close'),
    metadata: `${here}/${of}`,
    blocks: [
      ...movesBlocks(say, moves),
      ...(stories.length === 0 ? [section(empty)] : []),
      ...stories
        .slice(here * PAGE_SIZE, (here + 1) * PAGE_SIZE)
        .map((story) => storyBlock(say, story, asideIds.has(story.id))),
      ...(buttons.length > 0 ? [divider(), actions('pages', buttons)] : []),
      ...(last > 0 ? [context(say('list.page', { page: here + 1, pages: last + 1 }))] : []),
    ],
  });
}

const storyBlock = (say: Say, story: Story, isAside: boolean): KnownBlock =>
  section(
    `${storyLink(story)}\n${topicText(say, story.topic)} · ${sourcesText(say, story)} · ${momentFirst(story.publishedAt)}`,
    button(numbered(ids.later, story.id), say.plain(isAside ? 'story.read' : 'story.later'), {
      value: `${isAside ? 'away' : 'aside'}/${story.id}`,
    }),
  );
