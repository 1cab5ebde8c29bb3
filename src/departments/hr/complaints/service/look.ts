import type { Person } from '../../../../platform/people/person.js';
import { type CaseFile, type Complaint, type Content, DESK, type Entry, objectOf } from '../complaint.js';
import type { Complaints, Reading } from '../desk.js';
import { isOpen } from '../states.js';
import { no } from '../words.js';
import { type Access, complaintFor, complaintsFor, isHandler } from './access.js';

export const filters = ['open', 'mine', 'closed'] as const;
export type Filter = (typeof filters)[number];

/** A complaint as whoever handles it sees it. */
export interface CasePage {
  complaint: Complaint;
  access: Access;
  content: Content;
  entries: readonly Entry[];
  files: readonly CaseFile[];
}

/** Opens it; that it was read is on record. */
export async function readCase(desk: Complaints, by: Person, name: string): Promise<CasePage> {
  const { complaint, access } = await complaintFor(desk, by.id, 'see', name);
  const content = await desk.complaints.contentOf(complaint.id);
  if (!content) throw no('refused.noCase');
  await desk.audit.record({ actor: by.id, action: `${DESK}.read`, object: objectOf(complaint) });
  const entries = (await desk.entries.of(complaint.id)).filter(({ isAnnounced }) => isAnnounced);
  return { complaint, access, content, entries, files: await desk.entries.files(complaint.id) };
}

/** What somebody handles, or could. Who handles nothing is told how to complain. */
export async function listCases(desk: Reading, by: Person, filter: Filter, text = ''): Promise<Complaint[]> {
  const all = (await complaintsFor(desk, by.id, 'see')).map(({ complaint }) => complaint);
  if (all.length === 0 && !(await isHandler(desk, by))) throw no('refused.noHandler');
  const wanted = text.trim().toUpperCase();
  return all.filter((complaint) => {
    if (wanted && !complaint.reference.includes(wanted)) return false;
    if (filter === 'mine') return isOpen(complaint.state) && isOwner(complaint, by.id);
    return isOpen(complaint.state) === (filter === 'open');
  });
}

export const isOwner = ({ assigneeId, secondId }: Complaint, id: string): boolean =>
  assigneeId === id || secondId === id;

/** For App Home: how many are open; null: somebody who handles none. */
export async function countOpen(desk: Reading, by: Person): Promise<number | null> {
  const all = await complaintsFor(desk, by.id, 'see');
  if (all.length === 0 && !(await isHandler(desk, by))) return null;
  return all.filter(({ complaint }) => isOpen(complaint.state)).length;
}
