import { randomUUID } from 'node:crypto';
import { button, section } from '../../../../platform/blocks.js';
import { type Complaint, DESK } from '../complaint.js';
import type { Complaints } from '../desk.js';
import { ids } from '../ids.js';
import { words } from '../words.js';

/**
 * Tells whoever complained by name that there is something to read. The letter says neither of which complaint nor that there
 * is one, since whoever looks after the database could read it; an anonymous one looks by themselves, with the receipt.
 */
export async function tellReporter(desk: Complaints, { parties: { reporterId } }: Complaint): Promise<void> {
  const person = reporterId === null ? null : await desk.people.get(reporterId);
  if (!person || person.deactivatedAt) return;
  const say = words.in(person.language);
  const text = say('letter.reporter');
  await desk.outbox.post({
    ...{ to: person.id, text, once: `${DESK}/news/${randomUUID()}` },
    blocks: [section(text, button(ids.openOwn, say.plain('button.open'), { value: 'all' }))],
  });
}
