import { redrawCards } from '../../../../platform/approvals/cards.js';
import { decideApproval, findApproval, undoApproval } from '../../../../platform/approvals/decide.js';
import type { ActionVisit, Answer, FormVisit } from '../../../../platform/doors/doors.js';
import { UserError } from '../../../../platform/user-error.js';
import { ids } from '../ids.js';
import { readReason, returnForm } from '../views/queue.js';
import { drawDetails, drawQueue, titleOf } from './queue.js';
import { type Room, sayFor } from './room.js';

/** The buttons of a decision, on cards, in the queue and in a form. What they carry is a claim. */
export function decisionHandlers(room: Room) {
  const { office, kinds } = room;

  /** In the queue or in a form, that is drawn anew; a card in a conversation follows by itself. */
  const afterwards = async (visit: ActionVisit, id: string): Promise<Answer | undefined> => {
    if (!visit.view || visit.onHome) return undefined;
    if (visit.view.callbackId !== ids.queue) return { update: await drawDetails(room, visit, id) };
    return { update: await drawQueue(room, visit, Number(visit.view.privateMetadata) || 0) };
  };

  /** Where it can't be done (any more), the card may be an old one: it is brought up to date. */
  const orRedraw = async <Done>(visit: ActionVisit, id: string, attempt: () => Promise<Done>): Promise<Done> => {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof UserError && visit.message) await redraw(room, visit, id);
      throw error;
    }
  };

  return {
    approve: async (visit: ActionVisit) => {
      const id = visit.value;
      const approve = () =>
        office.transact((tx) => decideApproval(tx, kinds, id, visit.person.id, { outcome: 'approved' }), {
          incoming: visit.key,
        });
      await orRedraw(visit, id, approve);
      return afterwards(visit, id);
    },

    askWhy: async (visit: ActionVisit): Promise<Answer> => {
      const id = visit.value;
      const title = await orRedraw(visit, id, () => titleOf(room, visit, id));
      const form = returnForm(sayFor(visit), id, title);
      return visit.view && !visit.onHome ? { push: form } : { open: form };
    },

    giveBack: async (visit: FormVisit): Promise<Answer> => {
      const read = readReason(sayFor(visit), visit.view.values);
      if ('errors' in read) return read;
      const id = visit.view.privateMetadata;
      const outcome = { outcome: 'returned' as const, reason: read.reason };
      await office.transact((tx) => decideApproval(tx, kinds, id, visit.person.id, outcome), { incoming: visit.key });
      return { close: 'all' };
    },

    undo: async (visit: ActionVisit) => {
      const id = visit.value;
      const undo = () => office.transact((tx) => undoApproval(tx, kinds, id, visit.person.id), { incoming: visit.key });
      await orRedraw(visit, id, undo);
      return afterwards(visit, id);
    },
  };
}

/** Only for whoever may see it: the id on a button is a claim. */
async function redraw({ office, kinds }: Room, visit: ActionVisit, id: string): Promise<void> {
  try {
    await office.transact(async (tx) => {
      const { approval, kind } = await findApproval(tx, kinds, id, visit.person.id);
      await redrawCards(tx, kind, approval);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
