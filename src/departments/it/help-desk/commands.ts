import type { CommandDoor } from '../../../platform/doors/doors.js';
import type { articleHandlers } from './handlers/articles.js';
import type { askHandlers } from './handlers/ask.js';
import type { listHandlers } from './handlers/lists.js';
import type { queueHandlers } from './handlers/queues.js';
import type { replyHandlers } from './handlers/replies.js';
import type { settingsHandlers } from './handlers/settings.js';

interface Handlers {
  articles: ReturnType<typeof articleHandlers>;
  ask: ReturnType<typeof askHandlers>;
  lists: ReturnType<typeof listHandlers>;
  queues: ReturnType<typeof queueHandlers>;
  replies: ReturnType<typeof replyHandlers>;
  settings: ReturnType<typeof settingsHandlers>;
}

/** `/ithelp` and what can follow it, in both languages. */
export const helpCommand = ({ articles, ask, lists, queues, replies, settings }: Handlers): CommandDoor => ({
  command: '/ithelp',
  summary: 'about',
  opensForm: true,
  otherwise: ask.openFromCommand,
  subcommands: [
    { name: 'list', aliases: ['lista', 'tichete'], usage: 'usage.list', run: lists.list },
    { name: 'mine', aliases: ['ale-mele', 'mele'], usage: 'usage.mine', run: lists.mine },
    {
      name: 'search',
      aliases: ['find', 'cauta'],
      shown: 'search …',
      usage: 'usage.search',
      run: lists.search,
    },
    {
      name: 'ticket',
      pattern: /#?\d{1,10}/,
      shown: '42',
      usage: 'usage.number',
      opensForm: true,
      run: lists.openByNumber,
    },
    {
      name: 'articles',
      aliases: ['articole', 'ghiduri'],
      usage: 'usage.articles',
      opensForm: true,
      run: articles.search,
    },
    {
      name: 'article',
      aliases: ['articol'],
      shown: 'article 3',
      usage: 'usage.article',
      opensForm: true,
      run: articles.open,
    },
    { name: 'replies', aliases: ['raspunsuri'], usage: 'usage.replies', opensForm: true, run: replies.manage },
    { name: 'queues', aliases: ['cozi'], usage: 'usage.queues', opensForm: true, run: queues.manage },
    { name: 'settings', aliases: ['setari'], usage: 'usage.settings', opensForm: true, run: settings.show },
    { name: 'stats', aliases: ['statistici', 'cifre'], usage: 'usage.stats', run: lists.figures },
  ],
});
