import type { CommandDoor } from '../../../platform/doors/doors.js';
import type { caseHandlers } from './handlers/cases.js';
import type { complainHandlers } from './handlers/complain.js';
import type { otherHandlers } from './handlers/others.js';

interface Handlers {
  complain: ReturnType<typeof complainHandlers>;
  cases: ReturnType<typeof caseHandlers>;
  others: ReturnType<typeof otherHandlers>;
}

/** `/complaint` and what can follow it, in both languages. */
export const complaintCommand = ({ complain, cases, others }: Handlers): CommandDoor => ({
  command: '/complaint',
  summary: 'summary',
  opensForm: true,
  otherwise: complain.openFromCommand,
  subcommands: [
    {
      ...{ name: 'receipt', aliases: ['chitanta', 'cod'], shown: 'receipt 1234-…', usage: 'usage.receipt' },
      ...{ opensForm: true, run: complain.receipt },
    },
    { name: 'mine', aliases: ['ale mele', 'mele'], usage: 'usage.mine', opensForm: true, run: complain.mine },
    { name: 'cases', aliases: ['cazuri'], usage: 'usage.cases', opensForm: true, run: cases.list },
    {
      ...{ name: 'case', pattern: /hr-[a-z0-9]{6}/i, shown: 'HR-…', usage: 'usage.case' },
      ...{ opensForm: true, run: cases.openNamed },
    },
    { name: 'log', aliases: ['jurnal'], shown: 'log HR-…', usage: 'usage.log', opensForm: true, run: others.log },
    { name: 'statistics', aliases: ['statistici'], usage: 'usage.statistics', opensForm: true, run: others.statistics },
    { name: 'retention', aliases: ['pastrare'], usage: 'usage.retention', opensForm: true, run: others.retention },
    { name: 'settings', aliases: ['setari'], usage: 'usage.settings', opensForm: true, run: others.settings },
  ],
});
