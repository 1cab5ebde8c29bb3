import type { HelpDesk } from '../desk.js';
import { isSetUp, placeInTriage, sayTo, showTicket } from '../letters/cards.js';
import { DESK } from '../ticket.js';

/** Tells the admins, once, that tickets come in and nobody is set up to see them. */
export async function askForSetUp(desk: HelpDesk): Promise<void> {
  if (await isSetUp(desk)) return;
  for (const { id } of await desk.people.admins()) {
    const say = await sayTo(desk, id);
    await desk.outbox.post({ to: id, text: say('setup.missing'), once: `${DESK}/set-up/${id}` });
  }
}

/** After the set-up changed: tickets that waited for somebody get their card, and their requesters are told. */
export async function catchUpOnCards(desk: HelpDesk): Promise<void> {
  if (!desk.triage) return;
  for (const ticket of await desk.tickets.allOpen()) {
    const placed = await placeInTriage(desk, ticket);
    if (placed.assigneeId === null) await showTicket(desk, placed);
  }
}
