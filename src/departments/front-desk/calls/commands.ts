import type { CommandDoor } from '../../../platform/doors/doors.js';
import type { callHandlers } from './handlers/call.js';
import type { dutyHandlers } from './handlers/duty.js';
import type { handOverHandlers } from './handlers/hand-over.js';
import type { headHandlers } from './handlers/head.js';
import type { listHandlers } from './handlers/lists.js';

interface Handlers {
  handOver: ReturnType<typeof handOverHandlers>;
  call: ReturnType<typeof callHandlers>;
  lists: ReturnType<typeof listHandlers>;
  duty: ReturnType<typeof dutyHandlers>;
  head: ReturnType<typeof headHandlers>;
}

/** `/handoff` and what can follow it, in both languages. */
export const handoffCommand = ({ handOver, call, lists, duty, head }: Handlers): CommandDoor => ({
  command: '/handoff',
  summary: 'summary',
  opensForm: true,
  otherwise: handOver.openFromCommand,
  subcommands: [
    { name: 'mine', aliases: ['ale mele', 'mele'], usage: 'usage.mine', opensForm: true, run: lists.mine },
    { name: 'open', aliases: ['deschise'], usage: 'usage.open', opensForm: true, run: lists.openCalls },
    { name: 'log', aliases: ['jurnal'], usage: 'usage.log', opensForm: true, run: lists.log },
    {
      ...{ name: 'search', aliases: ['cauta'], shown: 'search …', usage: 'usage.search' },
      ...{ opensForm: true, run: lists.search },
    },
    {
      ...{ name: 'call', pattern: /^#?\d{1,10}$/, shown: '12', usage: 'usage.call' },
      ...{ opensForm: true, run: call.openNamed },
    },
    { name: 'off', aliases: ['stop', 'indisponibil'], shown: 'off 30m', usage: 'usage.off', run: duty.off },
    { name: 'on', aliases: ['disponibil'], usage: 'usage.on', run: duty.on },
    { name: 'who', aliases: ['cine'], usage: 'usage.who', opensForm: true, run: duty.who },
    { name: 'swap', aliases: ['schimb'], usage: 'usage.swap', opensForm: true, run: duty.swap },
    {
      ...{ name: 'rotation', aliases: ['rotatie', 'ture'], shown: 'rotation …', usage: 'usage.rotation' },
      ...{ opensForm: true, run: duty.rotation },
    },
    { name: 'skills', aliases: ['competente'], usage: 'usage.skills', opensForm: true, run: duty.skills },
    { name: 'statistics', aliases: ['statistici'], usage: 'usage.statistics', opensForm: true, run: lists.statistics },
    {
      ...{ name: 'erase', aliases: ['sterge'], shown: 'erase +40 …', usage: 'usage.erase' },
      ...{ opensForm: true, run: head.erase },
    },
    { name: 'settings', aliases: ['setari'], usage: 'usage.settings', opensForm: true, run: head.settings },
  ],
});
