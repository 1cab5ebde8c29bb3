import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { articleHelped, listArticles, openArticle } from '../service/articles.js';
import { archiveArticle, articleToEdit, draftArticle, writeArticle } from '../service/keep-articles.js';
import { articleView, readArticleNumber } from '../views/article.js';
import { editArticleForm, newArticleForm, readArticle } from '../views/article-form.js';
import {
  type ArticlePlace,
  articlesView,
  firstArticles,
  readArticlePlace,
  readArticleSearch,
} from '../views/articles.js';
import { whatWasTyped } from './readable.js';
import { type Room, readNumber, sayFor } from './room.js';

/** How-to articles: everybody looks through them and says when one helped; those who staff the desk keep them. */
export function articleHandlers(room: Room) {
  const { desk } = room;
  const list = async (visit: Visit, place: ArticlePlace) => {
    const reader = { id: visit.person.id, language: visit.language };
    return articlesView(sayFor(visit), await desk.look((at) => listArticles(at, reader, place)));
  };
  const read = async (visit: Visit, number: number, isOnTop: boolean) => {
    const opened = await desk.work(visit.key, (at) => openArticle(at, number, visit.person.id));
    return articleView(sayFor(visit), opened, { isOnTop, isRead: true });
  };

  const search = async (visit: CommandVisit): Promise<Answer> => {
    const query = await whatWasTyped(room, visit);
    return { open: await list(visit, firstArticles(query)) };
  };
  const archive = (isArchived: boolean) => async (visit: ActionVisit) => {
    const number = readNumber(visit.value);
    const opened = await desk.work(visit.key, (at) => archiveArticle(at, visit.person.id, number, isArchived));
    return { update: articleView(sayFor(visit), opened, kept(visit)) };
  };

  return {
    search,
    /** `/ithelp article 3`; with words in place of a number, those that have them. */
    open: async (visit: CommandVisit) =>
      /^#?\d+$/.test(visit.text) ? { open: await read(visit, readNumber(visit.text), false) } : search(visit),

    showAll: async (visit: Visit) => ({ open: await list(visit, firstArticles()) }),
    searchAgain: async (visit: FormVisit) => ({ update: await list(visit, readArticleSearch(visit.view)) }),
    turnPage: async (visit: ActionVisit) => ({ update: await list(visit, readArticlePlace(visit.value)) }),

    read: async (visit: ActionVisit) => ({ push: await read(visit, readNumber(visit.value), true) }),
    /** Nothing is left to ask: the form underneath goes too, and no ticket is made. */
    helped: async (visit: FormVisit): Promise<Answer> => {
      const number = readArticleNumber(visit.view);
      await desk.work(visit.key, (at) => articleHelped(at, number));
      return { close: 'all' };
    },

    add: async (visit: ActionVisit) => ({
      push: newArticleForm(sayFor(visit), await desk.look((at) => draftArticle(at, visit.person.id, visit.language))),
    }),
    /** The form takes the article's place, which would be out of date underneath. */
    edit: async (visit: ActionVisit) => {
      const article = await desk.look((at) => articleToEdit(at, readNumber(visit.value), visit.person.id));
      return { update: editArticleForm(sayFor(visit), article) };
    },
    save: async (visit: FormVisit) => {
      const written = readArticle(sayFor(visit), visit.view);
      if ('errors' in written) return written;
      const opened = await desk.work(visit.key, (at) => writeArticle(at, visit.person.id, written.fields));
      return { update: articleView(sayFor(visit), opened, kept(visit)) };
    },
    archive: archive(true),
    publish: archive(false),
  };
}

/** Whoever looks after an article isn't asked whether it helped them. */
const kept = ({ view }: Pick<ActionVisit, 'view'>) => ({ isOnTop: view?.previousViewId !== undefined, isRead: false });
