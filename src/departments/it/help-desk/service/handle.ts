import { mention } from '../../../../platform/mrkdwn.js';
import { colleague, type HelpDesk } from '../desk.js';
import { tellAssignee } from '../letters/assignee.js';
import { sayInTriage, sayToRequesters } from '../letters/sayings.js';
import { isStaff } from '../permissions.js';
import { moves } from '../states.js';
import type { Ticket } from '../ticket.js';
import { no } from '../words.js';
import { begin, nameOf, settle, stale } from './act.js';

/** A technician starts on a ticket. It goes to whoever pressed first. */
export async function takeTicket(desk: HelpDesk, number: number, by: string): Promise<Ticket> {
  const begun = await begin(desk, 'take', number, by);
  const { assigneeId } = begun.ticket;
  if (assigneeId && assigneeId !== by) throw no('refusals.givenTo', { number, to: await nameOf(desk, assigneeId) });

  const event = { kind: 'taken' } as const;
  const done = await settle(desk, begun, { act: 'take', by, event, changes: { assigneeId: by }, answers: true });
  await sayToRequesters(desk, done.ticket, done.event, (say) => say('said.taken', { by: mention(by) }));
  return done.ticket;
}

/** Gives a ticket to somebody who staffs the desk; to oneself is to take it. */
export async function assignTicket(desk: HelpDesk, number: number, by: string, to: string): Promise<Ticket> {
  const begun = await begin(desk, 'assign', number, by);
  if (!isStaff(await colleague(desk, to))) throw no('refusals.notStaff', { name: await nameOf(desk, to) }, 'assignee');
  const { ticket } = begun;
  const takes = to === by && moves.take[ticket.state];
  if (to === ticket.assigneeId && !takes) throw await stale(desk, ticket);

  const next = takes || begun.next;
  const event = { kind: 'assigned', detail: { from: ticket.assigneeId, to } } as const;
  const deed = { act: 'assign', by, event, changes: { assigneeId: to }, answers: to === by } as const;
  const done = await settle(desk, { ticket, next }, deed);
  await tellAssignee(desk, done.ticket, done.event);
  await sayInTriage(desk, done.ticket, done.event, (say) => say('said.assigned', { by: mention(by), to: mention(to) }));
  await sayToRequesters(desk, done.ticket, done.event, (say) => say('said.taken', { by: mention(to) }));
  return done.ticket;
}

/** Puts a ticket back into the queue. */
export async function releaseTicket(desk: HelpDesk, number: number, by: string): Promise<Ticket> {
  const begun = await begin(desk, 'release', number, by);
  return putBack(desk, begun.ticket, by);
}

/** When a technician has left, their open tickets go back to the queue; says which. */
export async function releaseAllOf(desk: HelpDesk, personId: string): Promise<Ticket[]> {
  const left = await desk.tickets.openOf(personId);
  const released: Ticket[] = [];
  for (const { number } of left) {
    const ticket = await desk.tickets.hold(number);
    if (ticket?.assigneeId === personId) released.push(await putBack(desk, ticket, null));
  }
  return released;
}

async function putBack(desk: HelpDesk, ticket: Ticket, by: string | null): Promise<Ticket> {
  const next = moves.release[ticket.state];
  if (!next) throw await stale(desk, ticket);
  const event = { kind: 'released', detail: { from: ticket.assigneeId } } as const;
  const changes = { assigneeId: null, remindAt: null };
  const done = await settle(desk, { ticket, next }, { act: 'release', by, event, changes });
  await sayInTriage(desk, done.ticket, done.event, (say) => say('said.released'));
  return done.ticket;
}
