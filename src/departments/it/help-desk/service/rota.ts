import type { StaffMember } from '../../../../platform/people/person.js';
import type { HelpDesk, Reading } from '../desk.js';
import { tellAssignee } from '../letters/assignee.js';
import { queueOf, worksIn } from '../queues.js';
import { DESK, type Ticket } from '../ticket.js';

/** Hands a ticket to whoever of its queue has waited longest for one and isn't away, where the desk works that way. */
export async function giveInTurn(desk: HelpDesk, ticket: Ticket): Promise<Ticket> {
  if (!desk.settings.rotation) return ticket;
  const assigneeId = await nextInTurn(desk, ticket);
  if (!assigneeId) return ticket;

  await desk.staff.tookTurn(DESK, assigneeId, desk.now);
  const detail = { from: null, to: assigneeId };
  const event = await desk.history.add(ticket.number, { kind: 'assigned', actorId: null, detail });
  const given = await desk.tickets.change(ticket.number, { assigneeId });
  if (event) await tellAssignee(desk, given, event);
  return given;
}

/** Who has waited longest for a ticket stands first. */
export const techniciansOf = async ({ staff }: Reading): Promise<string[]> => technicians(await staff.of(DESK));

const technicians = (staff: readonly StaffMember[]): string[] =>
  staff.filter(({ role }) => role === 'technician').map(({ personId }) => personId);

/** Nobody is handed what they asked for themselves, unless there is nobody else. */
async function nextInTurn(desk: HelpDesk, { queueId, requesterId }: Ticket): Promise<string | null> {
  const inQueue = worksIn(queueOf(desk.queues, queueId), technicians(await desk.staff.hold(DESK)));
  const away = await desk.people.awayAmong(inQueue, desk.now);
  const here = inQueue.filter((id) => !away.has(id));
  return here.find((id) => id !== requesterId) ?? here[0] ?? null;
}
