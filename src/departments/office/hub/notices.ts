import type { Desk, FailedRun } from '../../../platform/doors/doors.js';
import type { Transaction } from '../../../platform/office.js';
import type { Person } from '../../../platform/people/person.js';
import { RUN_NOTICE, TROUBLE } from './ids.js';
import { isUntold, type Stuck, takeStock, turnOf } from './service/notices.js';
import { failedRunNote, stuckNote } from './views/notices.js';
import { words } from './words.js';

/** Whose titles stand in a notice, and whom to invite. */
export interface Scene {
  desks: readonly Desk[];
  bot: string;
}

/** Every admin hears that letters are stuck: once an hour at most, and then of all of them. */
export const tellOfStuck = (tx: Transaction, scene: Scene): Promise<void> => tellAdmins(tx, scene, () => true);

/** The same for letters that got stuck while nobody was there to tell of it. */
export const tellOfUntold = (tx: Transaction, scene: Scene): Promise<void> => tellAdmins(tx, scene, isUntold);

async function tellAdmins(tx: Transaction, scene: Scene, isDue: typeof isUntold): Promise<void> {
  const stuck = await takeStock(tx);
  if (stuck.count === 0) return;
  for (const admin of await tx.people.admins()) {
    const turn = await turnOf(tx, admin.id);
    if (!isDue(stuck, turn)) continue;
    const note = noteFor(admin, stuck, scene);
    if (turn.kind === 'grow') await tx.outbox.change(turn.once, note);
    else {
      const { once, notBefore } = turn;
      await tx.outbox.post({ to: admin.id, ...note, once, about: TROUBLE, ...(notBefore && { notBefore }) });
    }
  }
}

/** Notices that still wait to be said follow what was seen to meanwhile. */
export async function redrawNotices(tx: Transaction, scene: Scene): Promise<void> {
  const stuck = await takeStock(tx);
  for (const admin of await tx.people.admins()) {
    const turn = await turnOf(tx, admin.id);
    if (turn.kind !== 'grow') continue;
    if (stuck.count === 0) await tx.outbox.withdraw(turn.once);
    else await tx.outbox.change(turn.once, noteFor(admin, stuck, scene));
  }
}

const noteFor = ({ language }: Person, stuck: Stuck, { desks, bot }: Scene) =>
  stuckNote(stuck, { desks, bot, say: words.in(language) });

/** Every admin hears of a job that failed; of one that fails at each tick, once an hour. */
export async function tellOfFailedRun(tx: Transaction, run: FailedRun, { desks, bot }: Scene): Promise<void> {
  const hour = run.dueAt.toString().slice(0, 13);
  for (const admin of await tx.people.admins()) {
    const note = failedRunNote(run, { desks, bot, say: words.in(admin.language) });
    await tx.outbox.post({
      to: admin.id,
      ...note,
      once: `${RUN_NOTICE}/${run.job}/${hour}/${admin.id}`,
      about: TROUBLE,
    });
  }
}
