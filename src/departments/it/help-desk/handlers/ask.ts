import { withChannelNames } from '../../../../platform/channel-names.js';
import type {
  ActionVisit,
  CommandVisit,
  FormVisit,
  MessageShortcutVisit,
  Visit,
} from '../../../../platform/doors/doors.js';
import { offersFor } from '../service/articles.js';
import { raiseTickets } from '../service/raise.js';
import { type Draft, readRequest, requestForm, writtenSoFar } from '../views/form.js';
import { areShown } from '../views/similar.js';
import { no } from '../words.js';
import { colleagueWhoWrote, findOrigin, ticketAt } from './origin.js';
import { asSeen, whatWasTyped } from './readable.js';
import { type Room, sayFor } from './room.js';

/** All the ways to ask IT for help. */
export function askHandlers(room: Room) {
  const raise = room.desk.together(raiseTickets);
  return {
    openForm: async (visit: Visit) => ({ open: requestForm(sayFor(visit)) }),

    openWith: async (visit: Visit, text: string) => ({ open: await filledForm(room, visit, { text }) }),

    /** `/ithelp till 3 is frozen`: Slack escapes what is typed after a command. */
    openFromCommand: async (visit: CommandVisit) => {
      const text = await whatWasTyped(room, visit);
      return { open: await filledForm(room, visit, { text }) };
    },

    openFromMessage: async ({ channel, message, ...visit }: MessageShortcutVisit) => {
      const { person, key } = visit;
      const said = await withChannelNames(room.office.workspace, message.text);
      const source = { channel: channel.id, ts: message.ts };
      const draft = await room.desk.work(key, async (desk) => {
        const number = await ticketAt(desk, source);
        if (number !== null) throw no('refusals.alreadyTicket', { number });
        const author = await colleagueWhoWrote(desk, message.userId);
        return {
          text: await asSeen(desk.people, said),
          draftId: await desk.drafts.open(person.id, source),
          ...(author && author !== person.id && { behalfOfId: author }),
        };
      });
      return { open: await filledForm(room, visit, draft) };
    },

    /** While somebody writes, what may solve it at once. The form is drawn anew only when there is news. */
    offerSimilar: async (visit: ActionVisit) => {
      const { view } = visit;
      if (!view) return undefined;
      const text = writtenSoFar(view.values);
      const offers = await room.desk.look((desk) => offersFor(desk, writer(visit), text));
      if (areShown(offers, view.blocks)) return undefined;
      return { update: requestForm(sayFor(visit), { text, draftId: view.privateMetadata, offers }) };
    },

    raise: async (visit: FormVisit) => {
      const { view, person, key } = visit;
      const read = readRequest(sayFor(visit), view.values);
      if ('errors' in read) return read;
      const draftId = view.privateMetadata;
      const source = draftId ? await room.desk.look(({ drafts }) => drafts.of(person.id, draftId)) : null;
      const origin = source ? (await findOrigin(room, source)).origin : undefined;
      await raise(key, { by: person.id, request: { ...read.fields, origin } });
      return undefined;
    },
  };
}

const writer = ({ person, language }: Visit) => ({ id: person.id, language });

/** Opened with a text, the form offers at once what fits it: many people send it as it is. */
async function filledForm(room: Room, visit: Visit, draft: Draft & { text: string }) {
  if (!draft.text) return requestForm(sayFor(visit), draft);
  const offers = await room.desk.look((desk) => offersFor(desk, writer(visit), draft.text));
  return requestForm(sayFor(visit), { ...draft, offers });
}
