import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { Words } from '../../../platform/words/define.js';
import { helpCommand } from './commands.js';
import { atDesk, openDesk } from './desk.js';
import { articleHandlers } from './handlers/articles.js';
import { askHandlers } from './handlers/ask.js';
import { cardHandlers } from './handlers/card.js';
import { dialogHandlers } from './handlers/dialogs.js';
import { listHandlers } from './handlers/lists.js';
import { queueHandlers } from './handlers/queues.js';
import { reactionHandlers } from './handlers/reaction.js';
import { replyHandlers } from './handlers/replies.js';
import { settingsHandlers } from './handlers/settings.js';
import { threadHandlers } from './handlers/thread.js';
import { workspaceHandlers } from './handlers/workspace.js';
import { ids } from './ids.js';
import { jobs } from './jobs.js';
import { ticketReport } from './report.js';
import { forget } from './service/erase.js';
import { followOffice } from './service/settings.js';
import { setup } from './setup.js';
import { DESK } from './ticket.js';
import { words } from './words.js';

/** IT help: somebody asks, a technician takes it, both talk in their own threads, and it stays open until it is solved. */
export function helpDesk(office: Office): Desk {
  const room = { office, desk: atDesk(office) };
  const articles = articleHandlers(room);
  const ask = askHandlers(room);
  const card = cardHandlers(room);
  const dialogs = dialogHandlers(room);
  const lists = listHandlers(room);
  const queues = queueHandlers(room);
  const replies = replyHandlers(room);
  const settings = settingsHandlers(room);

  return {
    name: DESK,
    words: words as Words,
    title: 'title',
    about: 'about',
    reports: [ticketReport],
    commands: [helpCommand({ articles, ask, lists, queues, replies, settings })],
    globalShortcuts: { [ids.askShortcut]: ask.openForm },
    messageShortcuts: { [ids.fromMessage]: ask.openFromMessage },
    forms: {
      [ids.raise]: ask.raise,
      [ids.write]: dialogs.write,
      [ids.assignForm]: dialogs.assign,
      [ids.sortForm]: dialogs.sort,
      [ids.commentForm]: dialogs.comment,
      [ids.replyForm]: replies.save,
      [ids.moveForm]: dialogs.move,
      [ids.queueForm]: queues.save,
      [ids.settingsForm]: settings.save,
      [ids.articles]: articles.searchAgain,
      [ids.article]: articles.helped,
      [ids.articleForm]: articles.save,
    },
    actions: {
      [ids.openForm]: ask.openForm,
      [ids.similar]: ask.offerSimilar,
      [ids.take]: card.take,
      [ids.assign]: card.assign,
      [ids.askBack]: card.askBack,
      [ids.reply]: card.reply,
      [ids.resolve]: card.resolve,
      [ids.reopen]: card.reopen,
      [ids.tell]: card.tell,
      [ids.withdraw]: card.withdraw,
      [ids.close]: card.close,
      [ids.rate]: card.rate,
      [ids.more]: card.more,
      [ids.insert]: dialogs.insert,
      [ids.open]: lists.open,
      [ids.showList]: lists.showList,
      [ids.filter]: lists.filter,
      [ids.page]: lists.turnPage,
      [ids.addReply]: replies.add,
      [ids.editReply]: replies.edit,
      [ids.removeReply]: replies.remove,
      [ids.addQueue]: queues.add,
      [ids.editQueue]: queues.edit,
      [ids.closeQueue]: queues.close,
      [ids.showArticles]: articles.showAll,
      [ids.articlePage]: articles.turnPage,
      [ids.readArticle]: articles.read,
      [ids.addArticle]: articles.add,
      [ids.editArticle]: articles.edit,
      [ids.archiveArticle]: articles.archive,
      [ids.publishArticle]: articles.publish,
    },
    opensForm,
    events: { ...threadHandlers(room), ...reactionHandlers(room), ...workspaceHandlers(room) },
    jobs: jobs(room),
    home: { order: 10, blocks: lists.home },
    setup: { ...setup, more: { label: 'setup.more', open: settings.show } },
    officeChanged: async (tx) => followOffice(await openDesk(tx)),
    forget: async (tx, personId) => forget(await openDesk(tx), personId),
    offers: [{ label: 'offer.label', description: 'offer.description', open: ask.openWith }],
    openThings: lists.openThings,
  };
}

/** Shortcuts and buttons that answer with a form. */
const opensForm = [
  ids.askShortcut,
  ids.fromMessage,
  ids.openForm,
  ids.assign,
  ids.askBack,
  ids.reply,
  ids.resolve,
  ids.reopen,
  ids.tell,
  ids.more,
  ids.open,
  ids.showArticles,
];
