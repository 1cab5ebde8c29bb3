import type { Person } from '../../../../platform/people/person.js';
import { DESK, objectOf } from '../complaint.js';
import type { Complaints, Reading } from '../desk.js';
import { no } from '../words.js';
import { complaintFor, complaintsFor } from './access.js';

export const FILE = `${DESK}.file`;

/** Sends a handler a file that belongs to a complaint, as a private message: from then on Slack has it again. */
export async function sendFile(desk: Complaints, by: Person, name: string, fileId: string, text: string, key: string) {
  const { complaint } = await complaintFor(desk, by.id, 'see', name);
  if (!(await desk.entries.files(complaint.id)).some(({ id }) => id === fileId)) throw no('refused.noFile');
  const file = { source: FILE, ref: `${complaint.id}/${fileId}/${by.id}` };
  await desk.outbox.document({ to: by.id, text, file, once: `${FILE}/${key}` });
  await desk.audit.record({ actor: by.id, action: `${DESK}.send-file`, object: objectOf(complaint) });
}

/** Whoever asked must still have the right when the file is drawn; null: they haven't, or it is gone. */
export async function fileNamed(desk: Reading, ref: string) {
  const [complaintId = '', fileId = '', by = ''] = ref.split('/');
  const found = await complaintsFor(desk, by, 'see');
  const isTheirs = found.some(({ complaint: { id } }) => id === complaintId);
  return isTheirs ? desk.entries.file(complaintId, fileId) : null;
}
