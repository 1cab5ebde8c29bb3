import { mention } from '../../../../platform/mrkdwn.js';
import { DESK } from '../complaint.js';
import type { Complaints } from '../desk.js';
import { words } from '../words.js';

/**
 * Admins choose who handles complaints, and could choose themselves: so everybody who handles some is told whenever somebody
 * changed that, the new ones too.
 */
export async function tellOfStaff(desk: Complaints, by: string): Promise<void> {
  const staff = await desk.staff.of(DESK);
  const handlers = new Set(staff.filter(({ role }) => role !== 'management').map(({ personId }) => personId));
  const [handling, auditing] = [['handler', 'head'], ['auditor']].map((roles) =>
    [...new Set(staff.filter(({ role }) => roles.includes(role)).map(({ personId }) => personId))].map(mention),
  );
  for (const person of await desk.people.many([...handlers].filter((id) => id !== by))) {
    const say = words.in(person.language);
    const who = { handlers: handling?.join(', ') || '–', auditors: auditing?.join(', ') || '–' };
    await desk.outbox.post({
      ...{ to: person.id, text: say('letter.staff', { by: mention(by), ...who }) },
      once: `${DESK}/staff/${desk.now.epochMilliseconds}/${person.id}`,
    });
  }
}
