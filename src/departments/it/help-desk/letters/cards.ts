import type { HelpDesk, Reading } from '../desk.js';
import { caseOf, DESK, requestersOf, type Ticket } from '../ticket.js';
import { triageCard } from '../views/card.js';
import { requesterCard } from '../views/requester-card.js';
import { firstLine, stateOf } from '../views/texts.js';
import { type Say, words } from '../words.js';
import { personCard } from './keys.js';

/** The sentences of somebody's language; of the office's where we don't know them. */
export async function sayTo({ people, language }: Reading, personId: string): Promise<Say> {
  const person = await people.get(personId);
  return words.in(person?.language ?? language);
}

/** Of those who asked, who still works here: nothing can be said to the others. */
export async function hearersOf({ people }: Reading, ticket: Ticket): Promise<string[]> {
  const ids = requestersOf(ticket);
  const gone = (await people.many(ids)).filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ id }) => id);
  return ids.filter((id) => !gone.includes(id));
}

const headline = (say: Say, ticket: Ticket): string =>
  say('card.headline', { number: ticket.number, state: stateOf(say, ticket), text: firstLine(ticket.text) });

/** Draws a requester's card: in their language, as things stand at the desk. */
async function drawerFor(desk: HelpDesk, personId: string) {
  const say = await sayTo(desk, personId);
  const isStaffed = await isSetUp(desk);
  return (ticket: Ticket) => ({
    text: headline(say, ticket),
    blocks: requesterCard(say, ticket, personId, isStaffed),
  });
}

/** Whether tickets are seen by anybody. */
export const isSetUp = async ({ settings, staff }: Reading): Promise<boolean> =>
  settings.triage !== null && (await staff.of(DESK)).length > 0;

export function cardForTriage({ language, queues }: Reading, ticket: Ticket) {
  const say = words.in(language);
  return { text: headline(say, ticket), blocks: triageCard(say, ticket, queues.others.length > 0) };
}

/** Gives each requester their card. */
export async function sendReceipts(desk: HelpDesk, ticket: Ticket): Promise<void> {
  for (const personId of await hearersOf(desk, ticket)) {
    const draw = await drawerFor(desk, personId);
    const once = personCard(ticket.number, personId);
    await desk.outbox.post({ to: personId, ...draw(ticket), once, about: caseOf(ticket.number) });
    await desk.outbox.refreshHome(personId);
  }
}

/** Brings every card of a ticket up to date, where it stands, and the App Home of those whom it concerns. */
export async function showTicket(desk: HelpDesk, ticket: Ticket): Promise<void> {
  for (const personId of await hearersOf(desk, ticket)) {
    const draw = await drawerFor(desk, personId);
    await desk.outbox.change(personCard(ticket.number, personId), draw(ticket));
  }
  if (canReachCard(desk, ticket)) await desk.outbox.change(ticket.triageCard, cardForTriage(desk, ticket));
  await refreshHomes(desk, ticket);
}

/** The same after something was done: a card that still looks as it did is left alone, so that talk isn't slowed down. */
export async function followTicket(desk: HelpDesk, before: Ticket, ticket: Ticket): Promise<void> {
  for (const personId of await hearersOf(desk, ticket)) {
    const draw = await drawerFor(desk, personId);
    if (differs(draw(ticket), draw(before))) {
      await desk.outbox.change(personCard(ticket.number, personId), draw(ticket));
    }
  }
  const card = cardForTriage(desk, ticket);
  if (canReachCard(desk, ticket) && differs(card, cardForTriage(desk, before))) {
    await desk.outbox.change(ticket.triageCard, card);
  }
  await refreshHomes(desk, ticket, before.assigneeId);
}

async function refreshHomes({ outbox }: HelpDesk, ticket: Ticket, formerAssignee: string | null = null): Promise<void> {
  const concerned = new Set([...requestersOf(ticket), ticket.assigneeId, formerAssignee]);
  for (const personId of concerned) if (personId) await outbox.refreshHome(personId);
}

const differs = (one: object, other: object): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** While the channel is out of reach, nothing is said there: the cards are brought up to date when it is back. */
export const canReachCard = (
  { lost }: Reading,
  ticket: Ticket,
): ticket is Ticket & { triageCard: string; triageChannel: string } =>
  ticket.triageCard !== null && ticket.triageChannel !== null && !lost.has(ticket.triageChannel);
