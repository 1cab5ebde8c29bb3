import type { ActionVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { builtIn, findReply, keptReplies, removeReply, writeReply } from '../service/replies.js';
import { readReply, repliesView, replyForm } from '../views/replies.js';
import { no } from '../words.js';
import { type Room, sayFor } from './room.js';

/** `/ithelp replies`: leads keep the desk's canned replies. */
export function replyHandlers({ desk }: Room) {
  const view = async (visit: Visit) => {
    const own = await desk.look((at) => keptReplies(at, visit.person.id));
    return repliesView(sayFor(visit), own, builtIn);
  };

  return {
    manage: async (visit: Visit) => ({ open: await view(visit) }),
    add: async (visit: ActionVisit) => ({ push: replyForm(sayFor(visit), null) }),

    edit: async (visit: ActionVisit) => {
      const reply = await desk.look((at) => findReply(at, visit.value));
      if (!reply) throw no('refusals.replyGone');
      return { push: replyForm(sayFor(visit), reply) };
    },

    remove: async (visit: ActionVisit) => {
      await desk.work(visit.key, (at) => removeReply(at, visit.person.id, visit.value));
      return { update: await view(visit) };
    },

    /** The list underneath is older than what was just written, so it is shown anew in place of the form. */
    save: async (visit: FormVisit) => {
      const read = readReply(sayFor(visit), visit.view);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => writeReply(at, visit.person.id, read.fields));
      return { update: await view(visit) };
    },
  };
}
