import type { CommandDoor } from '../../../platform/doors/doors.js';
import type { ownHandlers } from './handlers/own.js';
import type { readHandlers } from './handlers/read.js';
import type { sourceHandlers } from './handlers/sources.js';

interface Handlers {
  read: ReturnType<typeof readHandlers>;
  sources: ReturnType<typeof sourceHandlers>;
  own: ReturnType<typeof ownHandlers>;
}

/** `/digest` and what can follow it, in both languages. */
export const digestCommand = ({ read, sources, own }: Handlers): CommandDoor => ({
  command: '/digest',
  summary: 'summary',
  opensForm: true,
  otherwise: async (visit) => (visit.text.trim() === '' ? read.open(visit) : read.search(visit)),
  subcommands: [
    { name: 'now', aliases: ['acum'], usage: 'usage.now', opensForm: true, run: read.now },
    { name: 'search', aliases: ['cauta'], shown: 'search …', usage: 'usage.search', opensForm: true, run: read.search },
    { name: 'later', aliases: ['mai tarziu', 'tarziu'], usage: 'usage.later', opensForm: true, run: read.later },
    {
      ...{ name: 'follow', aliases: ['urmareste', 'topics', 'subiecte'], shown: 'follow tax', usage: 'usage.follow' },
      ...{ opensForm: true, run: own.follow },
    },
    {
      ...{ name: 'watch', aliases: ['atentie'], shown: 'watch …', usage: 'usage.watch' },
      ...{ opensForm: true, run: own.watch },
    },
    { name: 'sources', aliases: ['surse', 'mute'], usage: 'usage.sources', opensForm: true, run: sources.list },
    { name: 'add', aliases: ['adauga'], shown: 'add <url>', usage: 'usage.add', opensForm: true, run: sources.add },
    {
      name: 'test',
      aliases: ['incearca'],
      shown: 'test <url>',
      usage: 'usage.test',
      opensForm: true,
      run: sources.test,
    },
    { name: 'import', aliases: ['importa'], usage: 'usage.import', opensForm: true, run: sources.askList },
    { name: 'export', aliases: ['exporta'], usage: 'usage.export', run: sources.giveList },
    { name: 'post', aliases: ['publica'], usage: 'usage.post', run: read.post },
    { name: 'settings', aliases: ['setari'], usage: 'usage.settings', opensForm: true, run: own.settings },
  ],
});
