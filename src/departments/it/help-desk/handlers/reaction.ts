import { z } from 'zod';
import type { EventVisit } from '../../../../platform/doors/doors.js';
import { colleague, type HelpDesk } from '../desk.js';
import { sayTo } from '../letters/cards.js';
import { isStaff } from '../permissions.js';
import { raiseTicket } from '../service/raise.js';
import { caseOf, DESK, MAX_TEXT, type Ticket } from '../ticket.js';
import { isTelling } from '../views/reading.js';
import { words } from '../words.js';
import { colleagueWhoWrote, type Found, findOrigin, ticketAt } from './origin.js';
import type { Room } from './room.js';

const ticketReaction = z.object({
  reaction: z.enum(['ticket', 'admission_tickets']),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
});

/** 🎫 on a message makes it a ticket, with the thread so far. */
export const reactionHandlers = (room: Room) => ({
  reaction_added: async ({ event, person, key }: EventVisit): Promise<boolean> => {
    const wish = ticketReaction.safeParse(event).data;
    if (!wish || !person) return false;
    const found = await findOrigin(room, wish.item);
    await room.desk.work(`${key}/${DESK}`, async (desk) => {
      const existing = await ticketAt(desk, found.origin);
      if (existing !== null) return tellOfTicket(desk, person.id, found, existing);
      const ticket = await raiseFrom(desk, person.id, found);
      await confirm(desk, ticket, found);
    });
    return true;
  },
});

/** A technician who marks a colleague's message makes it the colleague's ticket; others ask on the author's behalf. */
async function raiseFrom(desk: HelpDesk, by: string, { origin, text, authorId }: Found): Promise<Ticket> {
  const authorHere = authorId !== by ? await colleagueWhoWrote(desk, authorId) : null;
  const byStaff = isStaff(await colleague(desk, by));
  const say = words.in(desk.language);
  return raiseTicket(desk, by, {
    text: text && isTelling(text) ? text.slice(0, MAX_TEXT) : say.plain('reaction.noText'),
    category: 'other',
    priority: 'normal',
    behalfOfId: byStaff ? null : authorHere,
    ...(byStaff && authorHere && { requesterId: authorHere }),
    origin,
  });
}

const confirm = ({ outbox, language }: HelpDesk, { number }: Ticket, { origin, threadTs }: Found): Promise<void> =>
  outbox.post({
    to: origin.channel,
    text: words.in(language)('reaction.done', { number }),
    thread: { ts: threadTs },
    once: `${caseOf(number)}/from-message`,
  });

async function tellOfTicket(
  desk: HelpDesk,
  personId: string,
  { origin, threadTs }: Found,
  number: number,
): Promise<void> {
  const say = await sayTo(desk, personId);
  await desk.outbox.whisper({
    channel: origin.channel,
    person: personId,
    text: say('reaction.already', { number }),
    thread: { ts: threadTs },
    once: `${caseOf(number)}/already/${personId}/${desk.now.epochMilliseconds}`,
  });
}
