import type { HelpDesk } from '../desk.js';
import { isSetUp, sayTo, showTicket } from '../letters/cards.js';
import { placeInTriage } from '../letters/placing.js';
import { isOpen } from '../states.js';
import { DESK } from '../ticket.js';

/** Tells the admins, once, that tickets come in and nobody is set up to see them. */
export async function askForSetUp(desk: HelpDesk): Promise<void> {
  if (await isSetUp(desk)) return;
  for (const { id } of await desk.people.admins()) {
    const say = await sayTo(desk, id);
    await desk.outbox.post({ to: id, text: say('setup.missing'), once: `${DESK}/set-up/${id}` });
  }
}

/** After the set-up or a queue changed: cards go where they belong, and the requesters of those that wait are told. */
export async function catchUpOnCards(desk: HelpDesk): Promise<void> {
  for (const { number } of await desk.tickets.allOpen()) {
    const ticket = await desk.tickets.hold(number);
    if (!ticket || !isOpen(ticket.state)) continue;
    const placed = await placeInTriage(desk, ticket);
    if (placed.assigneeId === null) await showTicket(desk, placed);
  }
}
