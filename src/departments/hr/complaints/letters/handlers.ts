import { button, section } from '../../../../platform/blocks.js';
import { type Complaint, objectOf } from '../complaint.js';
import type { Complaints } from '../desk.js';
import { ids } from '../ids.js';
import { accessTo } from '../service/access.js';
import { words } from '../words.js';

export type News = 'new' | 'answer' | 'acknowledgeNear' | 'feedbackNear' | 'acknowledgeLate' | 'feedbackLate' | 'yours';

/**
 * Tells whoever handles a complaint, or all who could, where nobody does yet. It names the case by its reference and says
 * nothing of what is in it.
 */
export async function tellHandlers(
  desk: Complaints,
  complaint: Complaint,
  news: News,
  only?: readonly string[],
): Promise<void> {
  const handlers = (await accessTo(desk, [complaint])).get(complaint.id)?.handlers ?? new Set<string>();
  const owners = [complaint.assigneeId, complaint.secondId].filter((id) => id !== null && handlers.has(id)) as string[];
  const whom = only ? only.filter((id) => handlers.has(id)) : owners.length > 0 ? owners : [...handlers];
  for (const person of await desk.people.many(whom)) {
    const say = words.in(person.language);
    const text = say(`letter.${news}`, { reference: complaint.reference });
    await desk.outbox.post({
      ...{ to: person.id, text, about: objectOf(complaint) },
      blocks: [section(text, button(ids.openCase, say.plain('button.open'), { value: complaint.id }))],
      once: `${objectOf(complaint)}/${news}/${complaint.edition}/${desk.now.epochMilliseconds}/${person.id}`,
    });
  }
  for (const id of handlers) await desk.outbox.refreshHome(id);
}
