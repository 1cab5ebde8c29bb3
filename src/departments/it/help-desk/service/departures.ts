import type { HelpDesk } from '../desk.js';
import { tellLeads } from '../letters/leads.js';
import { DESK } from '../ticket.js';
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

/** Of some departures no event tells: they are learned when people are looked up anew. */
export async function putBackTicketsOfThoseGone(desk: HelpDesk, once: string): Promise<void> {
  const assignees = await desk.people.many(await assigneesOf(desk));
  for (const { id, deactivatedAt } of assignees) {
    if (deactivatedAt) await putBackTicketsOf(desk, id, `${id}/${once}`);
  }
}

/** After the set-up changed: what people had who don't staff the desk any more. */
export async function putBackOfFormerStaff(desk: HelpDesk): Promise<void> {
  const staff = new Set((await desk.staff.of(DESK)).map(({ personId }) => personId));
  for (const id of await assigneesOf(desk)) {
    if (!staff.has(id)) await putBackTicketsOf(desk, id, `${id}/${desk.now}`, 'offStaff');
  }
}

async function assigneesOf(desk: HelpDesk): Promise<string[]> {
  const open = await desk.tickets.allOpen();
  return [...new Set(open.flatMap(({ assigneeId }) => assigneeId ?? []))];
}
