import type { CommandDoor } from '../../../platform/doors/doors.js';
import type { ledgerHandlers } from './handlers/ledgers.js';
import type { planHandlers } from './handlers/plans.js';

interface Handlers {
  plans: ReturnType<typeof planHandlers>;
  ledgers: ReturnType<typeof ledgerHandlers>;
}

/** `/report` and what can follow it, in both languages. */
export const reportCommand = ({ plans, ledgers }: Handlers): CommandDoor => ({
  command: '/report',
  summary: 'summary',
  opensForm: true,
  otherwise: plans.called,
  subcommands: [
    { name: 'list', aliases: ['lista', 'new', 'nou'], usage: 'usage.list', opensForm: true, run: plans.open },
    { name: 'upload', aliases: ['incarca'], usage: 'usage.upload', opensForm: true, run: ledgers.upload },
    { name: 'entry', aliases: ['inregistrare'], usage: 'usage.entry', opensForm: true, run: ledgers.entry },
    {
      ...{ name: 'ledgers', aliases: ['files', 'registre', 'fisiere'], usage: 'usage.ledgers', opensForm: true },
      run: ledgers.list,
    },
    { name: 'lines', aliases: ['linii'], usage: 'usage.lines', opensForm: true, run: ledgers.lines },
  ],
});
