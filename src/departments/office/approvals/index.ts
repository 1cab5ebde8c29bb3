import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { Words } from '../../../platform/words/define.js';
import { decisionHandlers } from './handlers/decisions.js';
import { delegationHandlers } from './handlers/delegations.js';
import { queueHandlers } from './handlers/queue.js';
import { kindsOf } from './handlers/room.js';
import { DESK, ids } from './ids.js';
import { jobs } from './jobs.js';
import { forget } from './service/forget.js';
import { words } from './words.js';

/** My approvals: one queue over all desks of what waits for somebody's decision. Nobody decides on their own. */
export function approvals(office: Office, others: readonly Desk[]): Desk {
  const room = { office, kinds: kindsOf(others) };
  const queue = queueHandlers(room);
  const decisions = decisionHandlers(room);
  const delegations = delegationHandlers(room);

  return {
    name: DESK,
    words: words as Words,
    title: 'title',
    about: 'about',
    hubCommands: [
      {
        name: 'approvals',
        aliases: ['aprobări'],
        usage: 'usage.approvals',
        opensForm: true,
        run: queue.open,
        words: words as Words,
      },
      {
        name: 'delegate',
        aliases: ['deleg'],
        usage: 'usage.delegate',
        opensForm: true,
        run: delegations.open,
        words: words as Words,
      },
    ],
    actions: {
      [ids.approve]: decisions.approve,
      [ids.giveBack]: decisions.askWhy,
      [ids.look]: queue.look,
      [ids.undo]: decisions.undo,
      [ids.showQueue]: queue.show,
      [ids.page]: queue.turn,
      [ids.showDelegations]: delegations.show,
      [ids.removeDelegation]: delegations.remove,
    },
    forms: {
      [ids.returnForm]: decisions.giveBack,
      [ids.queue]: queue.approveChosen,
      [ids.delegationForm]: delegations.save,
    },
    opensForm: [ids.giveBack, ids.look, ids.showQueue, ids.showDelegations],
    jobs: jobs(room.kinds),
    home: { order: 5, blocks: queue.home },
    openThings: queue.openThings,
    forget,
    offers: [{ label: 'offer.label', description: 'offer.description', open: queue.open }],
  };
}
