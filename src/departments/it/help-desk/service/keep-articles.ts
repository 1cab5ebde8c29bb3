import { shorten } from '../../../../platform/mrkdwn.js';
import type { Language } from '../../../../platform/words/words.js';
import { type Article, type ArticleText, articleCase, canBecomeArticle, MAX_TITLE } from '../article.js';
import type { HelpDesk, Reading } from '../desk.js';
import { DESK, MAX_TEXT, requestersOf, type Ticket } from '../ticket.js';
import { no } from '../words.js';
import { stale } from './act.js';
import { findArticle, keepsArticles, type Opened } from './articles.js';
import { seeTicket } from './look.js';
import { withoutNames } from './names.js';
import { languageOf } from './replies.js';

/** What an article starts with: nothing, or what solved a ticket. */
export interface ArticleDraft extends ArticleText {
  ticketNumber: number | null;
  /** Articles that were made of that ticket before. */
  made: readonly Article[];
}

export async function draftArticle(desk: Reading, by: string, language: Language): Promise<ArticleDraft> {
  await mustKeep(desk, by);
  return { language, title: '', text: '', ticketNumber: null, made: [] };
}

/** What solved a ticket, without the names of those who asked. Notes and what was said in its threads stay there. */
export async function draftFromTicket(desk: Reading, number: number, by: string): Promise<ArticleDraft> {
  const { ticket } = await seeTicket(desk, number, by);
  await mustKeep(desk, by);
  if (!canBecomeArticle(ticket)) throw await stale(desk, ticket);
  const names = await namesOf(desk, ticket);
  const [firstLine = ''] = ticket.text.trim().split('\n');
  return {
    language: await languageOf(desk, ticket),
    title: shorten(withoutNames(firstLine, names), MAX_TITLE),
    text: shorten(withoutNames(ticket.resolution ?? '', names), MAX_TEXT),
    ticketNumber: number,
    made: await desk.articles.madeFrom(number),
  };
}

const namesOf = async ({ people }: Reading, ticket: Ticket): Promise<string[]> =>
  (await people.many(requestersOf(ticket))).map(({ name }) => name);

/** An article to edit. */
export async function articleToEdit(desk: Reading, number: number, by: string): Promise<Article> {
  await mustKeep(desk, by);
  return (await findArticle(desk, number, by)).article;
}

/** What was written, and for which article: null is a new one. */
export interface WrittenArticle {
  text: ArticleText;
  edited: Pick<Article, 'number' | 'updatedAt'> | null;
  ticketNumber: number | null;
}

/** An article is written: a new one, or another text for one that is still as its editor saw it. */
export async function writeArticle(desk: HelpDesk, by: string, written: WrittenArticle): Promise<Opened> {
  await mustKeep(desk, by);
  const { text, edited, ticketNumber } = written;
  const number = edited ? await rewrite(desk, by, edited, text) : await add(desk, by, ticketNumber, text);
  const action = `${DESK}.${edited ? 'edit' : 'write'}-article`;
  const detail = { language: text.language, ...(ticketNumber !== null && { ticket: ticketNumber }) };
  await desk.audit.record({ actor: by, action, object: articleCase(number), detail });
  return findArticle(desk, number, by);
}

async function add(desk: HelpDesk, by: string, ticketNumber: number | null, text: ArticleText): Promise<number> {
  if (ticketNumber !== null) await seeTicket(desk, ticketNumber, by);
  return (await desk.articles.add(text, ticketNumber, by)).number;
}

async function rewrite(
  desk: HelpDesk,
  by: string,
  edited: Pick<Article, 'number' | 'updatedAt'>,
  text: ArticleText,
): Promise<number> {
  const { number } = edited;
  await findArticle(desk, number, by);
  if (!(await desk.articles.rewrite(edited, text))) throw no('refusals.articleChanged', { number });
  return number;
}

/** Puts an article away, so that nobody is offered it any more, or publishes it again. */
export async function archiveArticle(desk: HelpDesk, by: string, number: number, isArchived: boolean): Promise<Opened> {
  await mustKeep(desk, by);
  await findArticle(desk, number, by);
  if (await desk.articles.setArchived(number, isArchived)) {
    const action = `${DESK}.${isArchived ? 'archive' : 'publish'}-article`;
    await desk.audit.record({ actor: by, action, object: articleCase(number) });
  }
  return findArticle(desk, number, by);
}

async function mustKeep(desk: Reading, by: string): Promise<void> {
  if (!(await keepsArticles(desk, by))) throw no('refusals.onlyStaff');
}
