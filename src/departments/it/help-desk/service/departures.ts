import type { HelpDesk } from '../desk.js';
import { tellLeads } from '../letters/leads.js';
import { alertTriage } from '../letters/sayings.js';
import { caseOf, DESK, requestersOf } from '../ticket.js';
import { nameOf } from './act.js';
import { releaseAllOf } from './handle.js';

/** Why somebody's tickets go back: they left the company, or don't staff the desk any more. */
type Reason = 'putBack' | 'offStaff';

/** What somebody had open goes back to its queue, and the leads are told which tickets. */
export async function putBackTicketsOf(
  desk: HelpDesk,
  personId: string,
  once: string,
  reason: Reason = 'putBack',
): Promise<void> {
  const released = await releaseAllOf(desk, personId);
  if (released.length === 0) return;
  const name = await nameOf(desk, personId);
  const numbers = released.map(({ number }) => `#${number}`).join(', ');
  await tellLeads(desk, `${DESK}/put-back/${once}`, (say) =>
    say(`channel.${reason}`, { name, numbers, count: released.length }),
  );
}

/** Under the cards of what somebody had asked for it is told that they hear nothing any more. */
export async function tellThatRequesterLeft(desk: HelpDesk, personId: string): Promise<void> {
  const name = await nameOf(desk, personId);
  for (const ticket of await desk.tickets.openFor(personId)) {
    const once = `${caseOf(ticket.number)}/left/${personId}`;
    await alertTriage(desk, ticket, once, (say) => say('said.requesterLeft', { name }));
  }
}

/** Of some departures no event tells: they are learned when people are looked up anew. */
export async function followDepartures(desk: HelpDesk, once: string): Promise<void> {
  const open = await desk.tickets.allOpen();
  const assignees = await desk.people.many(open.flatMap(({ assigneeId }) => assigneeId ?? []));
  for (const { id, deactivatedAt } of assignees) {
    if (deactivatedAt) await putBackTicketsOf(desk, id, `${id}/${once}`);
  }
  for (const { id, deactivatedAt } of await desk.people.many(open.flatMap(requestersOf))) {
    if (deactivatedAt) await tellThatRequesterLeft(desk, id);
  }
}

/** After the set-up changed: what people had who don't staff the desk any more. */
export async function putBackOfFormerStaff(desk: HelpDesk): Promise<void> {
  const staff = new Set((await desk.staff.of(DESK)).map(({ personId }) => personId));
  const open = await desk.tickets.allOpen();
  for (const id of new Set(open.flatMap(({ assigneeId }) => assigneeId ?? []))) {
    if (!staff.has(id)) await putBackTicketsOf(desk, id, `${id}/${desk.now}`, 'offStaff');
  }
}
