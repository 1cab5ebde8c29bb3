import type { Job, Troubles } from '../../../../platform/doors/doors.js';
import type { Transaction } from '../../../../platform/office.js';
import { HUB, isNotice } from '../ids.js';
import { type Scene, tellOfFailedRun, tellOfStuck, tellOfUntold } from '../notices.js';
import { botName } from '../service/state.js';
import type { Reception } from './reception.js';

/** Tells the admins of letters and jobs that failed. */
export function troubleHandlers({ office, desks }: Reception): { troubles: Troubles; jobs: Job[] } {
  const sceneIn = async (tx: Transaction): Promise<Scene> => ({ desks, bot: await botName(tx, office.workspace) });

  return {
    troubles: {
      letter: async ({ once }) => {
        // A notice that can't be delivered would only cause another one.
        if (isNotice(once)) return;
        await office.transact(async (tx) => tellOfStuck(tx, await sceneIn(tx)));
      },
      run: async (run) => {
        await office.transact(async (tx) => tellOfFailedRun(tx, run, await sceneIn(tx)));
      },
    },
    jobs: [
      {
        name: `${HUB}.look-for-stuck`,
        when: { everyMinutes: 15 },
        catchUp: 'once',
        windowMinutes: 60,
        run: async (tx) => tellOfUntold(tx, await sceneIn(tx)),
      },
    ],
  };
}
