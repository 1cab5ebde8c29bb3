import { section } from '../../../../platform/blocks.js';
import { channelLink } from '../../../../platform/mrkdwn.js';
import type { HelpDesk, Reading } from '../desk.js';
import { queueOf } from '../queues.js';
import { caseOf, type Ticket, type TicketEvent } from '../ticket.js';
import { words } from '../words.js';
import { canReachCard, cardForTriage } from './cards.js';
import { channelCard } from './keys.js';
import { carryTalk } from './moves.js';

/** Where the card of a ticket belongs; null while its queue has no channel, or that is out of reach. */
export function channelOf({ queues, lost }: Reading, { queueId }: Pick<Ticket, 'queueId'>): string | null {
  const { channel } = queueOf(queues, queueId);
  return channel !== null && lost.has(channel) ? null : channel;
}

/**
 * Puts the card into the channel of the ticket's queue, where there is one. A card in an earlier channel says where it went,
 * and what was said under it comes along. `move` is the line of the history that tells of it, where somebody moved it.
 */
export async function placeInTriage(desk: HelpDesk, ticket: Ticket, move?: TicketEvent): Promise<Ticket> {
  const channel = channelOf(desk, ticket);
  if (!channel || ticket.triageChannel === channel) return ticket;
  if (canReachCard(desk, ticket)) await tellWhereItWent(desk, ticket.number, ticket.triageCard, channel);
  const place = placeIn(ticket.number, channel);
  await postCard(desk, { ...ticket, ...place });
  // It may have stood in this channel before, and was then told of a move.
  if (ticket.triageCard) await desk.outbox.change(place.triageCard, cardForTriage(desk, ticket));
  const placed = await desk.tickets.place(ticket, place);
  if (ticket.triageChannel) await carryTalk(desk, placed, move ?? (await noteMove(desk, ticket, channel)));
  return placed;
}

const placeIn = (number: number, channel: string) => ({
  triageCard: channelCard(number, channel),
  triageChannel: channel,
});

/** Where the card of a new ticket will stand. */
export function firstPlace(desk: Reading, number: number, queueId: string | null) {
  const channel = channelOf(desk, { queueId });
  return channel === null ? { triageCard: null, triageChannel: null } : placeIn(number, channel);
}

/** Puts the card where the ticket says that it stands. */
export async function postCard(desk: HelpDesk, ticket: Ticket): Promise<void> {
  if (!canReachCard(desk, ticket)) return;
  const { triageChannel: to, triageCard: once, number } = ticket;
  await desk.outbox.post({ to, ...cardForTriage(desk, ticket), once, about: caseOf(number) });
}

/** A card that was left behind in another channel. */
export async function tellWhereItWent(desk: HelpDesk, number: number, once: string, channel: string): Promise<void> {
  const text = words.in(desk.language)('card.moved', { number, channel: channelLink(channel) });
  await desk.outbox.change(once, { text, blocks: [section(text)] });
}

/** Nobody moved the ticket: its queue has another channel now. */
async function noteMove(
  desk: HelpDesk,
  { number, triageChannel }: Ticket,
  channel: string,
): Promise<TicketEvent | null> {
  const detail = { fromChannel: triageChannel, channel };
  return desk.history.add(number, { kind: 'moved', actorId: null, detail });
}
