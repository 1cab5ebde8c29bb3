import { randomUUID } from 'node:crypto';
import { section } from '../../../../platform/blocks.js';
import { mention, quote } from '../../../../platform/mrkdwn.js';
import { DESK } from '../complaint.js';
import type { Complaints } from '../desk.js';
import { no, words } from '../words.js';

/** Asks somebody for a talk. What the handler wrote is all that they learn: no reference, and nothing of the complaint. */
export async function inviteWitness(desk: Complaints, by: string, personId: string, text: string): Promise<void> {
  const person = await desk.people.get(personId);
  if (!person || person.deactivatedAt) throw no('refused.noPerson', {}, 'person');
  const say = words.in(person.language);
  const invitation = say('letter.witness', { by: mention(by) });
  await desk.outbox.post({
    ...{ to: person.id, text: invitation, once: `${DESK}/invitation/${randomUUID()}` },
    blocks: [section(invitation), section(quote(text))],
  });
}
