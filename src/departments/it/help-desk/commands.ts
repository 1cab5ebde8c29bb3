import type { CommandDoor } from '../../../platform/doors/doors.js';
import type { askHandlers } from './handlers/ask.js';
import type { listHandlers } from './handlers/lists.js';
import type { replyHandlers } from './handlers/replies.js';

interface Handlers {
  ask: ReturnType<typeof askHandlers>;
  lists: ReturnType<typeof listHandlers>;
  replies: ReturnType<typeof replyHandlers>;
}

/** `/ithelp` and what can follow it, in both languages. */
export const helpCommand = ({ ask, lists, replies }: Handlers): CommandDoor => ({
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
    { name: 'replies', aliases: ['raspunsuri'], usage: 'usage.replies', opensForm: true, run: replies.manage },
    { name: 'stats', aliases: ['statistici', 'cifre'], usage: 'usage.stats', run: lists.figures },
  ],
});
