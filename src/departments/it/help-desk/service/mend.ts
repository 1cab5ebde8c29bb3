import type { HelpDesk } from '../desk.js';
import { retellMoves } from '../letters/moves.js';
import { copiesOf, spoken } from '../letters/sayings.js';
import type { Source } from '../store/tickets.js';
import { PRIVATE_MARK, type Ticket, type TicketEvent, withoutMark } from '../ticket.js';

/** What was said in a thread was edited there: its copies follow. What has become private is taken back from them. */
export async function rewordMessage(desk: HelpDesk, source: Source, typed: string): Promise<void> {
  const said = await messageAt(desk, source);
  if (!said) return;
  const { ticket, event } = said;
  const isPrivate = isMarked(event, typed);
  const text = isPrivate ? withoutMark(typed) : typed;
  const becomesPrivate = isPrivate && !event.isPrivate;
  if (event.text === text && !becomesPrivate) return;
  // A note stays a note: nothing is sent to a requester because a mark was edited away.
  const reworded = await desk.history.reword(event.id, { text, isPrivate: event.isPrivate || isPrivate });
  for (const copy of copiesOf(ticket, event)) {
    if (reworded.isPrivate) await desk.outbox.withdraw(copy);
    else await desk.outbox.change(copy, { text: spoken(event.actorId ?? '', text) });
  }
  await retellMoves(desk, event);
}

/** The mark counts only among those who staff the desk: a requester who begins with it just writes that way. */
const isMarked = ({ kind }: TicketEvent, typed: string): boolean => kind !== 'told' && typed.startsWith(PRIVATE_MARK);

/** What was said in a thread was deleted there: its copies go, and so does what the history kept of it. */
export async function withdrawMessage(desk: HelpDesk, source: Source): Promise<void> {
  const said = await messageAt(desk, source);
  if (!said) return;
  await desk.history.reword(said.event.id, { text: null });
  for (const copy of copiesOf(said.ticket, said.event)) await desk.outbox.withdraw(copy);
  await retellMoves(desk, said.event);
}

async function messageAt(desk: HelpDesk, source: Source): Promise<{ ticket: Ticket; event: TicketEvent } | null> {
  const event = await desk.history.saidIn(source);
  const ticket = event && (await desk.tickets.get(event.number));
  return ticket ? { ticket, event } : null;
}
