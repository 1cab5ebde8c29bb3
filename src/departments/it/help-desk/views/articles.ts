import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, divider, input, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { type Article, MAX_TITLE } from '../article.js';
import { fields, ids, numbered } from '../ids.js';
import type { ListedArticles } from '../service/articles.js';
import { PAGE } from '../store/queue.js';
import type { Say } from '../words.js';
import { claimed } from './claims.js';
import { excerptOf } from './texts.js';

const LONGEST_QUERY = 200;
const EXCERPT = 150;

const place = z.object({
  query: z.string().max(LONGEST_QUERY),
  page: z.int().nonnegative().max(100_000),
  isArchived: z.boolean(),
});
/** What was searched for among the articles, which page of it, and whether among those that were put away. */
export type ArticlePlace = z.output<typeof place>;

/** From a button's value or a form, which are claims. */
export const readArticlePlace = (value: string): ArticlePlace => claimed(place, value);
export const firstArticles = (query = ''): ArticlePlace => ({
  query: query.slice(0, LONGEST_QUERY),
  page: 0,
  isArchived: false,
});

/** Articles to choose from, with a search over them; those who keep them also add some, and see what was put away. */
export const articlesView = (say: Say, { page, at, mayKeep }: ListedArticles): ModalView =>
  modal({
    callbackId: ids.articles,
    title: say.plain('articles.title'),
    submit: say.plain('articles.search'),
    close: say.plain('details.close'),
    metadata: JSON.stringify(at),
    blocks: [
      searchField(say, at),
      ...(mayKeep ? [actions('keep', keeping(say, at))] : []),
      context(say(at.isArchived ? 'articles.countArchived' : 'articles.count', { count: page.total })),
      divider(),
      ...page.articles.map((article) => row(say, article)),
      ...(page.total === 0 ? [section(say(emptyBecause(at, mayKeep), { query: at.query }))] : []),
      ...pages(say, { ...at, page: page.page }, page.total),
    ],
  });

const searchField = (say: Say, { query }: ArticlePlace): KnownBlock =>
  input(
    fields.query,
    say.plain('articles.query'),
    { type: 'plain_text_input', max_length: LONGEST_QUERY, ...(query && { initial_value: query }) },
    { optional: true },
  );

const keeping = (say: Say, at: ArticlePlace) => [
  button(ids.addArticle, say.plain('articles.add'), { style: 'primary' }),
  button(ids.articlePage, say.plain(at.isArchived ? 'articles.showPublished' : 'articles.showArchived'), {
    value: JSON.stringify({ ...at, page: 0, isArchived: !at.isArchived } satisfies ArticlePlace),
  }),
];

function row(say: Say, article: Article): KnownBlock {
  const { title, text } = article;
  return section(
    `*${excerptOf(title, MAX_TITLE)}*\n${excerptOf(text, EXCERPT)}\n_${factsOf(say, article).join(' · ')}_`,
    readButton(say, article),
  );
}

/** What is worth knowing before it is opened: its number, a language that isn't the reader's, and whom it helped. */
const factsOf = (say: Say, { number, language, helped }: Article): string[] => [
  say('article.number', { number }),
  ...(language === say.language ? [] : [say(`language.${language}`)]),
  ...(helped > 0 ? [say('article.helped', { count: helped })] : []),
];

export const readButton = (say: Say, { number }: Article) =>
  button(ids.readArticle, say.plain('article.read'), { value: String(number) });

function emptyBecause({ query, isArchived }: ArticlePlace, mayKeep: boolean) {
  if (query) return 'articles.notFound';
  if (isArchived) return 'articles.noneArchived';
  return mayKeep ? 'articles.writeFirst' : 'articles.none';
}

function pages(say: Say, at: ArticlePlace, total: number): KnownBlock[] {
  const last = Math.ceil(total / PAGE) - 1;
  if (last < 1) return [];
  const turn = (by: number) => ({ value: JSON.stringify({ ...at, page: at.page + by } satisfies ArticlePlace) });
  const buttons = [
    ...(at.page > 0 ? [button(numbered(ids.articlePage, 'back'), say.plain('list.back'), turn(-1))] : []),
    ...(at.page < last ? [button(numbered(ids.articlePage, 'on'), say.plain('list.on'), turn(1))] : []),
  ];
  return [context(say('list.page', { page: at.page + 1, pages: last + 1 })), actions('pages', buttons)];
}

/** What was typed in the search of a list, to be looked for from its first page on. */
export function readArticleSearch({ privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>) {
  const query = z.string().trim().catch('').parse(answersOf(values)[fields.query]);
  return { ...readArticlePlace(privateMetadata), query: query.slice(0, LONGEST_QUERY), page: 0 };
}
