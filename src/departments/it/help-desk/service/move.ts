import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { showTicket } from '../letters/cards.js';
import { channelOf, placeInTriage } from '../letters/placing.js';
import { sayInTriage, sayToRequesters } from '../letters/sayings.js';
import { type Queue, queueFor, queueOf, worksIn } from '../queues.js';
import { moves } from '../states.js';
import type { Category, Ticket, TicketEvent } from '../ticket.js';
import { queueName } from '../views/texts.js';
import { no } from '../words.js';
import { begin, settle } from './act.js';
import { giveInTurn, techniciansOf } from './rota.js';

/** Puts a ticket into another queue. */
export async function moveTicket(desk: HelpDesk, number: number, by: string, queueId: string | null): Promise<Ticket> {
  const { ticket } = await begin(desk, 'move', number, by);
  const queue = queueOf(desk.queues, queueId);
  if (queue.id !== queueId) throw no('refusals.queueGone', {}, 'queue');
  return moveTo(desk, ticket, by, queue);
}

/** A ticket of another category goes where that belongs; one that somebody put elsewhere stays, if no queue asks for it. */
export async function followCategory(desk: HelpDesk, ticket: Ticket, by: string, former: Category): Promise<Ticket> {
  const wanted = queueFor(desk.queues, ticket.category);
  const stoodAtHome = queueFor(desk.queues, former).id === ticket.queueId;
  return wanted.id !== null || stoodAtHome ? moveTo(desk, ticket, by, wanted) : ticket;
}

/**
 * The card and the talk so far go along. Whoever has the ticket keeps it where they work in that queue; else it is free, and
 * its requester, who was told a name, is told that others see to it.
 */
export async function moveTo(desk: HelpDesk, ticket: Ticket, by: string, queue: Queue): Promise<Ticket> {
  if (ticket.queueId === queue.id) return ticket;
  const isKept = await keepsIt(desk, ticket, queue);
  const next = (isKept ? moves.move : moves.release)[ticket.state] ?? ticket.state;
  const event = { kind: 'moved', detail: whereTo(desk, ticket, queue) } as const;
  const changes = { queueId: queue.id, ...(!isKept && { assigneeId: null, remindAt: null }) };
  const done = await settle(desk, { ticket, next }, { act: 'move', by, event, changes });

  const moved = await settleIn(desk, done.ticket, done.event, by);
  if (!isKept) {
    await sayToRequesters(desk, moved, done.event, (say) => say('said.passedOn', { queue: queueName(say, queue) }));
  }
  return moved;
}

async function keepsIt(desk: HelpDesk, { assigneeId }: Ticket, queue: Queue): Promise<boolean> {
  if (assigneeId === null || queue.peopleIds.length === 0) return true;
  return worksIn(queue, await techniciansOf(desk)).includes(assigneeId);
}

/** No channel: the card stays where it is, for now. */
function whereTo(desk: HelpDesk, { triageChannel }: Ticket, queue: Queue) {
  const channel = channelOf(desk, { queueId: queue.id });
  return { queue: queue.name, fromChannel: triageChannel, channel: channel === triageChannel ? null : channel };
}

async function settleIn(desk: HelpDesk, ticket: Ticket, event: TicketEvent, by: string): Promise<Ticket> {
  const given = ticket.assigneeId === null ? await giveInTurn(desk, ticket) : ticket;
  const placed = await placeInTriage(desk, given, event);
  if (given.assigneeId !== ticket.assigneeId) await showTicket(desk, placed);
  if (placed.triageChannel === ticket.triageChannel) {
    const queue = queueOf(desk.queues, ticket.queueId);
    await sayInTriage(desk, placed, event, (say) =>
      say('said.moved', { by: mention(by), queue: queueName(say, queue) }),
    );
  }
  return placed;
}
