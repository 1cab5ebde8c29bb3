import type { ActionVisit, Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import type { Workspace } from '../../../../platform/workspace.js';
import { fields } from '../ids.js';
import { closeQueue, saveQueue, seeQueues, troublesWith } from '../service/queues.js';
import { queueForm, readQueue, troubleErrors } from '../views/queue-form.js';
import { queuesView } from '../views/queue-list.js';
import { no } from '../words.js';
import { type Room, sayFor } from './room.js';

/** `/ithelp queues`: leads keep the desk's queues. */
export function queueHandlers({ office, desk }: Room) {
  const see = (visit: Visit) => desk.look((at) => seeQueues(at, visit.person.id));
  const view = async (visit: Visit, news?: string) => queuesView(sayFor(visit), await see(visit), news);

  return {
    manage: async (visit: Visit) => ({ open: await view(visit) }),

    add: async (visit: ActionVisit) => {
      const { queues, technicians } = await see(visit);
      return { push: queueForm(sayFor(visit), null, queues, technicians) };
    },

    edit: async (visit: ActionVisit) => {
      const { queues, technicians } = await see(visit);
      const queue = queues.others.find(({ id }) => id === visit.value);
      if (!queue) throw no('refusals.queueGone');
      return { push: queueForm(sayFor(visit), queue, queues, technicians) };
    },

    close: async (visit: ActionVisit) => {
      const { name, moved } = await desk.work(visit.key, (at) => closeQueue(at, visit.person.id, visit.value));
      const say = sayFor(visit);
      const news = moved > 0 ? say('queues.closedAndMoved', { name, count: moved }) : say('queues.closed', { name });
      return { update: await view(visit, news) };
    },

    /** The list underneath is older than what was just written, so it is shown anew in place of the form. */
    save: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readQueue(say, visit.view);
      if ('errors' in read) return read;
      const { person, key } = visit;
      const troubles = await desk.look((at) => troublesWith(at, person.id, read.fields));
      const trouble = await channelTrouble(office.workspace, read.fields.channel);
      const bot = await desk.look(({ people }) => people.get(office.workspace.botUserId()));
      const errors = {
        ...troubleErrors(say, troubles),
        ...(trouble && { [fields.channel]: say.plain(`queues.${trouble}`, { bot: bot?.name ?? 'Switchboard' }) }),
      };
      if (Object.keys(errors).length > 0) return { errors };
      await desk.work(key, (at) => saveQueue(at, person.id, read.fields));
      return { update: await view(visit, say('queues.saved', { name: read.fields.name })) };
    },
  };
}

/** Whether Slack lets the bot work there. */
async function channelTrouble(workspace: Workspace, id: string): Promise<'archived' | 'invite' | null> {
  const channel = await workspace.channel(id);
  if (channel?.isArchived) return 'archived';
  return channel?.isMember ? null : 'invite';
}
