import type { KnownBlock } from '@slack/types';
import { context, section } from '../../../../platform/blocks.js';
import { quote, shorten } from '../../../../platform/mrkdwn.js';
import { type Article, MAX_TITLE } from '../article.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { readButton } from './articles.js';
import { excerptOf } from './texts.js';

/** What is offered to somebody before they send the form. */
export interface Offers {
  articles: readonly Article[];
  similar: readonly Ticket[];
}

export const offersIn = (say: Say, { articles, similar }: Offers): KnownBlock[] => [
  ...(articles.length > 0 ? [context(say('similar.articles')), ...articles.map((one) => offered(say, one))] : []),
  ...(similar.length > 0 ? [context(say('similar.title')), ...similar.map((one) => solved(say, one))] : []),
];

const offered = (say: Say, article: Article): KnownBlock => ({
  ...section(
    `*${excerptOf(article.title, MAX_TITLE)}*\n${quote(shorten(article.text, 200))}`,
    readButton(say, article),
  ),
  block_id: `${ARTICLE}${article.number}`,
});

/** Only the resolution is shown, which is written for others to read: what a colleague asked stays with the desk. */
const solved = (say: Say, { number, category, resolution }: Ticket): KnownBlock => ({
  ...section(
    `*${say('similar.one', { number, category: say(`category.${category}`) })}*\n${quote(shorten(resolution ?? '', 300))}`,
  ),
  block_id: `${SIMILAR}${number}`,
});

const ARTICLE = 'article-';
const SIMILAR = 'similar-';

/** Whether a form shows these offers already: it is drawn anew only when there is news. */
export function areShown({ articles, similar }: Offers, blocks: readonly KnownBlock[]): boolean {
  const wanted = [
    ...articles.map(({ number }) => `${ARTICLE}${number}`),
    ...similar.map(({ number }) => `${SIMILAR}${number}`),
  ];
  const shown = blocks.flatMap(({ block_id = '' }) =>
    block_id.startsWith(ARTICLE) || block_id.startsWith(SIMILAR) ? [block_id] : [],
  );
  return shown.join() === wanted.join();
}
