import type { Job } from '../../../platform/doors/doors.js';
import type { Transaction } from '../../../platform/office.js';
import { openDesk, type Timesheets } from './desk.js';
import { askForgetful } from './service/clock.js';
import { lockApproved } from './service/lock.js';
import { remindOwners, tellManagers } from './service/remind.js';
import { DESK } from './sheet.js';

const atDesk = (work: (desk: Timesheets) => Promise<unknown>) => async (tx: Transaction) => {
  await work(await openDesk(tx));
};

/** Each looks for what is due now, so of the runs that were missed only one is made up. */
const often = (name: string, everyMinutes: number, work: (desk: Timesheets) => Promise<unknown>): Job => ({
  name: `${DESK}.${name}`,
  when: { everyMinutes },
  catchUp: 'once',
  windowMinutes: 24 * 60,
  run: atDesk(work),
});

/** What the desk does by the clock. */
export const jobs: readonly Job[] = [
  often('lock', 5, lockApproved),
  often('remind', 15, remindOwners),
  often('tell-managers', 15, tellManagers),
  often('ask-forgetful', 10, askForgetful),
];
