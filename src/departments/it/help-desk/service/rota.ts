import type { HelpDesk } from '../desk.js';
import { tellAssignee } from '../letters/assignee.js';
import { DESK, type Ticket } from '../ticket.js';

/** Hands a new ticket to the technician who has waited longest for one and isn't away, where the desk works that way. */
export async function giveInTurn(desk: HelpDesk, ticket: Ticket): Promise<Ticket> {
  if (!desk.settings.rotation) return ticket;
  const assigneeId = await nextInTurn(desk, ticket.requesterId);
  if (!assigneeId) return ticket;

  await desk.staff.tookTurn(DESK, assigneeId, desk.now);
  const detail = { from: null, to: assigneeId };
  const event = await desk.history.add(ticket.number, { kind: 'assigned', actorId: null, detail });
  const given = await desk.tickets.change(ticket.number, { assigneeId });
  if (event) await tellAssignee(desk, given, event);
  return given;
}

/** Nobody is handed what they asked for themselves, unless there is nobody else. */
async function nextInTurn({ staff, people, now }: HelpDesk, requesterId: string): Promise<string | null> {
  const technicians = (await staff.of(DESK)).filter(({ role }) => role === 'technician');
  const away = await people.awayAmong(
    technicians.map(({ personId }) => personId),
    now,
  );
  const here = technicians.filter(({ personId }) => !away.has(personId));
  const next = here.find(({ personId }) => personId !== requesterId) ?? here[0];
  return next?.personId ?? null;
}
