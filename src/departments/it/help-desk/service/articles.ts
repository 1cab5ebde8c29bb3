import type { Language } from '../../../../platform/words/words.js';
import type { Article } from '../article.js';
import { colleague, type HelpDesk, type Reading } from '../desk.js';
import { isStaff, may, standingsOf } from '../permissions.js';
import type { ArticlePage } from '../store/articles.js';
import type { ArticlePlace } from '../views/articles.js';
import { no } from '../words.js';

/** More would push the form's own fields out of sight. */
const OFFERED = 3;

/** An article as this person may see it. */
export interface Opened {
  article: Article;
  mayKeep: boolean;
}

export interface ListedArticles {
  page: ArticlePage;
  at: ArticlePlace;
  mayKeep: boolean;
}

/** A list of articles. Whoever doesn't keep them is shown the published ones, whatever a button said. */
export async function listArticles(
  desk: Reading,
  { id, language }: { id: string; language: Language },
  wished: ArticlePlace,
): Promise<ListedArticles> {
  const mayKeep = await keepsArticles(desk, id);
  const at = { ...wished, isArchived: wished.isArchived && mayKeep };
  return { page: await desk.articles.page({ ...at, language }, at.page), at, mayKeep };
}

/** One article. What was put away doesn't exist for those who don't keep articles. */
export async function findArticle(desk: Reading, number: number, by: string): Promise<Opened> {
  const article = await desk.articles.get(number);
  const mayKeep = await keepsArticles(desk, by);
  if (!article || (article.archivedAt && !mayKeep)) throw no('refusals.noArticle', { number });
  return { article, mayKeep };
}

/** Somebody opens an article to read it. That is counted, save for those who look after it. */
export async function openArticle(desk: HelpDesk, number: number, by: string): Promise<Opened> {
  const opened = await findArticle(desk, number, by);
  if (!opened.mayKeep) await desk.articles.countShown(number);
  return opened;
}

/** It solved what was wrong, also where it was put away while they read it. */
export async function articleHelped(desk: HelpDesk, number: number): Promise<void> {
  if (!(await desk.articles.get(number))) throw no('refusals.noArticle', { number });
  await desk.articles.countHelped(number);
}

/** What somebody may be able to mend themselves, and what solved something like it before; nothing is offered twice. */
export async function offersFor(desk: Reading, { id, language }: { id: string; language: Language }, text: string) {
  const articles = await desk.articles.like(text, language, OFFERED);
  const told = new Set(articles.map(({ ticketNumber }) => ticketNumber));
  const solved = await desk.search.solvedLike(text, OFFERED, isStaff(await colleague(desk, id)));
  return { articles, similar: solved.filter(({ number }) => !told.has(number)) };
}

/** Whether somebody writes articles, and puts them away. */
export const keepsArticles = async (desk: Reading, by: string): Promise<boolean> =>
  may('keepArticles', standingsOf(await colleague(desk, by)));
