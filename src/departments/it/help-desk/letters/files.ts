import type { HelpDesk } from '../desk.js';
import { caseOf, type Ticket } from '../ticket.js';
import { canReachCard, hearersOf } from './cards.js';
import { personCard } from './keys.js';

export interface SharedFile {
  id: string;
  name: string;
}

/** More than that in one message is rather an archive than a picture of what is wrong. */
const MOST = 10;

/** Takes files over into the triage thread. */
export async function shareInTriage(desk: HelpDesk, ticket: Ticket, files: readonly SharedFile[]): Promise<void> {
  if (!canReachCard(desk, ticket)) return;
  const { triageChannel, triageCard } = ticket;
  await share(desk, ticket, files, { to: triageChannel, thread: { once: triageCard } });
}

/** Takes files over into the threads of all requesters, save whoever shared them there. */
export async function shareWithRequesters(
  desk: HelpDesk,
  ticket: Ticket,
  files: readonly SharedFile[],
  except?: string,
): Promise<void> {
  for (const personId of await hearersOf(desk, ticket)) {
    if (personId === except) continue;
    await share(desk, ticket, files, { to: personId, thread: { once: personCard(ticket.number, personId) } });
  }
}

async function share(
  { outbox }: HelpDesk,
  { number }: Ticket,
  files: readonly SharedFile[],
  place: { to: string; thread: { once: string } },
): Promise<void> {
  for (const { id } of files.slice(0, MOST)) {
    const once = `${caseOf(number)}/file/${id}/${place.to}`;
    await outbox.enclose({ fileId: id, ...place, once, about: caseOf(number) });
  }
}
