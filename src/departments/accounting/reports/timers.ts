import type { Timer } from '../../../platform/doors/doors.js';
import type { Log } from '../../../platform/log/log.js';
import type { Office } from '../../../platform/office.js';
import { createPace } from '../../../platform/timers/pace.js';
import { type AtDesk, openDesk } from './desk.js';
import { DESK } from './ledger.js';
import type { Plan } from './report.js';
import { deliverDue, nothing, type Prepared, prepareDue, reachable, spanAt } from './service/deliver.js';
import { type FoundFile, filesOfFolder, takeFromFolder } from './service/folder.js';
import type { Sources } from './service/sources.js';

/** So often the watched folder is looked into. */
const FOLDER_EVERY_MS = 5_000;

/**
 * Sends reports when they are due, and takes in what lies in the watched folder. Both are worked out before the transaction,
 * so that a source which fails costs one report, whose owner is told.
 */
export const timersOf = (office: Office, desk: AtDesk, sources: Sources): Timer[] => [
  {
    name: `${DESK}.send`,
    look: async (log) => {
      const plans = await desk.look(({ plans: kept }) => kept.due());
      const due: Prepared[] = [];
      for (const plan of plans) due.push(await preparedOrFault(office, desk, plan, log));
      return due.length > 0 ? due : null;
    },
    run: async (tx, seen) => {
      await deliverDue(await openDesk(tx, sources), seen as Prepared[]);
      return false;
    },
  },
  ...(office.ledgerFolder ? [folderTimer(office, desk, sources, office.ledgerFolder)] : []),
];

async function preparedOrFault(
  { workspace }: Office,
  desk: AtDesk,
  plan: Plan,
  log: Pick<Log, 'warn'>,
): Promise<Prepared> {
  try {
    return await reachable(workspace, await desk.look((at) => prepareDue(at, plan)));
  } catch (error) {
    log.warn({ report: plan.id, source: plan.source, err: error }, 'a report could not be worked out');
    return desk.look(async (at) => nothing(plan, spanAt(at, plan, plan.nextAt ?? at.now), 'fault'));
  }
}

function folderTimer({ clock }: Office, desk: AtDesk, sources: Sources, folder: string): Timer {
  const pace = createPace();
  return {
    name: `${DESK}.folder`,
    look: async () => {
      const now = clock.now();
      if (pace.isResting(now)) return null;
      pace.rest(now, FOLDER_EVERY_MS);
      const isKnown = (hash: string) => desk.look(async ({ files }) => (await files.withHash(hash)) !== null);
      const found = await filesOfFolder(folder, isKnown);
      return found.length > 0 ? found : null;
    },
    run: async (tx, seen) => {
      const at = await openDesk(tx, sources);
      for (const file of seen as FoundFile[]) await takeFromFolder(at, file);
      return false;
    },
  };
}
