import type {
  ActionVisit,
  CommandVisit,
  FormVisit,
  MessageShortcutVisit,
  Visit,
} from '../../../../platform/doors/doors.js';
import { raiseTicket } from '../service/raise.js';
import { readRequest, requestForm, writtenSoFar } from '../views/form.js';
import { shownSimilar } from '../views/similar.js';
import { findOrigin } from './origin.js';
import { asSeen } from './readable.js';
import { type Room, sayFor } from './room.js';

const SIMILAR_OFFERED = 3;

/** All the ways to ask IT for help. */
export const askHandlers = (room: Room) => ({
  openForm: async (visit: Visit) => ({ open: requestForm(sayFor(visit)) }),

  openWith: async (visit: Visit, text: string) => ({ open: requestForm(sayFor(visit), { text }) }),

  /** `/ithelp till 3 is frozen`: Slack escapes what is typed after a command. */
  openFromCommand: async (visit: CommandVisit) => {
    const text = visit.text && (await room.desk.look(({ people }) => asSeen(people, visit.text)));
    return { open: requestForm(sayFor(visit), { text }) };
  },

  openFromMessage: async (visit: MessageShortcutVisit) => {
    const { channel, message, person, key } = visit;
    const { text, draftId } = await room.desk.work(key, async ({ drafts, people }) => ({
      text: await asSeen(people, message.text),
      draftId: await drafts.open(person.id, { channel: channel.id, ts: message.ts }),
    }));
    const isOthers = message.userId !== undefined && message.userId !== person.id;
    const behalfOf = isOthers && message.userId ? { behalfOfId: message.userId } : {};
    return { open: requestForm(sayFor(visit), { text, draftId, ...behalfOf }) };
  },

  /** While somebody writes, what solved something like it before. The form is drawn anew only when there is news. */
  offerSimilar: async (visit: ActionVisit) => {
    const { view } = visit;
    if (!view) return undefined;
    const text = writtenSoFar(view.values);
    const similar = await room.desk.look(({ search }) => search.solvedLike(text, SIMILAR_OFFERED));
    const isShown = similar.map(({ number }) => number).join() === shownSimilar(view.blocks).join();
    if (isShown) return undefined;
    return { update: requestForm(sayFor(visit), { text, draftId: view.privateMetadata, similar }) };
  },

  raise: async (visit: FormVisit) => {
    const { view, person, key } = visit;
    const read = readRequest(sayFor(visit), view.values);
    if ('errors' in read) return read;
    const source = await room.desk.look(({ drafts }) => drafts.of(person.id, view.privateMetadata));
    const origin = source ? (await findOrigin(room, source)).origin : undefined;
    await room.desk.work(key, (desk) => raiseTicket(desk, person.id, { ...read.fields, origin }));
    return undefined;
  },
});
