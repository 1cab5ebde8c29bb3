import type { HelpDesk } from '../desk.js';
import { DESK } from '../ticket.js';
import type { Say } from '../words.js';
import { sayTo } from './cards.js';

export async function leadsOf({ staff }: HelpDesk): Promise<string[]> {
  return (await staff.of(DESK)).filter(({ role }) => role === 'lead').map(({ personId }) => personId);
}

/** Tells each lead, and whoever else is named and still works here, something in a direct message. */
export async function tellLeads(
  desk: HelpDesk,
  once: string,
  compose: (say: Say) => string,
  { others = [], about }: { others?: readonly string[]; about?: string } = {},
): Promise<void> {
  for (const personId of new Set([...(await leadsOf(desk)), ...others])) {
    if ((await desk.people.get(personId))?.deactivatedAt) continue;
    const text = compose(await sayTo(desk, personId));
    await desk.outbox.post({ to: personId, text, once: `${once}/${personId}`, ...(about && { about }) });
  }
}
