import type { Timer } from '../../../platform/doors/doors.js';
import type { Office, Transaction } from '../../../platform/office.js';
import { type Call, DESK } from './call.js';
import { type AtDesk, type Calls, openDesk, type Reading, type Seen } from './desk.js';
import { watchPromise } from './service/promises.js';
import { AT_ONCE, passOnDue } from './service/ring.js';
import { watchUnhappy } from './service/unhappy.js';

/** While one part waits for the database another can be worked on. */
const SIDE_BY_SIDE = 3;

/** What is due to the second. All of it lies in the database, so a restart in the middle of a ring rings on. */
export const timersOf = (office: Office, desk: AtDesk): Timer[] => [
  {
    name: `${DESK}.ring`,
    parallel: SIDE_BY_SIDE,
    /** Whether people are at Slack is asked before the transaction. */
    look: () => lookAtRings(office, desk),
    run: async (tx, seen) => passOnDue(await openDesk(tx), seen as Seen),
  },
  watching(desk, 'promises', (at) => at.due.promises(AT_ONCE), watchPromise),
  watching(desk, 'unhappy', (at) => at.due.unhappy(AT_ONCE), watchUnhappy),
];

async function lookAtRings(office: Office, desk: AtDesk): Promise<Seen | null> {
  const { candidates, isDue } = await desk.look(async (at) => {
    const numbers = await at.due.rings(AT_ONCE * SIDE_BY_SIDE);
    return { candidates: await at.due.candidates(numbers), isDue: numbers.length > 0 };
  });
  return isDue ? office.workspace.presence(candidates, office.clock.now()) : null;
}

/** Looks every second, and works through what is due as far as nobody else holds it. */
const watching = (
  desk: AtDesk,
  name: string,
  find: (desk: Reading) => Promise<number[]>,
  work: (desk: Calls, call: Call) => Promise<void>,
): Timer => ({
  name: `${DESK}.${name}`,
  look: () => desk.look(async (at) => (await find(at)).length > 0),
  run: async (tx: Transaction) => {
    const at = await openDesk(tx);
    const numbers = await find(at);
    const calls = await at.calls.holdFree(numbers);
    for (const call of calls) await work(at, call);
    return calls.length > 0 && numbers.length === AT_ONCE;
  },
});
