import type { Person } from '../../../../platform/people/person.js';
import { type Complaint, DESK, type Entry, objectOf } from '../complaint.js';
import { type Complaints, type Reading, todayOf } from '../desk.js';
import { tellHandlers } from '../letters/handlers.js';
import { no } from '../words.js';
import { complaintsFor } from './access.js';

/** A complaint as whoever complained sees it. */
export interface OwnComplaint {
  complaint: Complaint;
  /** What they and the handlers wrote to each other. */
  talk: readonly Entry[];
  /** How often it was read, and by how many people. */
  reads: { times: number; people: number };
}

/** How somebody shows that a complaint is theirs: by who they are, or with its receipt. Both are looked up anew each time. */
export type Proof = { by: Person; reference: string } | { receipt: string };

export const ownComplaints = async (desk: Reading, { id }: Person): Promise<Complaint[]> =>
  (await complaintsFor(desk, id, 'seeOwn')).map(({ complaint }) => complaint);

async function provenBy(desk: Reading, proof: Proof): Promise<Complaint> {
  if ('receipt' in proof) {
    const complaint = await desk.complaints.withReceipt(proof.receipt);
    if (!complaint) throw no('refused.noReceipt', {}, 'receipt');
    return complaint;
  }
  const own = (await ownComplaints(desk, proof.by)).find(({ reference }) => reference === proof.reference);
  if (!own) throw no('refused.noCase');
  return own;
}

export async function seeOwn(desk: Reading, proof: Proof): Promise<OwnComplaint> {
  const complaint = await provenBy(desk, proof);
  const entries = await desk.entries.of(complaint.id);
  const reads = await desk.db.auditEntry.groupBy({
    by: ['actor'],
    where: { object: objectOf(complaint), action: `${DESK}.read` },
    _count: true,
  });
  return {
    complaint,
    talk: entries.filter(({ kind }) => kind === 'fromReporter' || kind === 'toReporter'),
    reads: { times: reads.reduce((sum, { _count }) => sum + _count, 0), people: reads.length },
  };
}

/** Whoever complained says more. Of an anonymous one handlers hear on the next day, as of the complaint. */
export async function answer(desk: Complaints, proof: Proof, text: string): Promise<void> {
  const { id } = await provenBy(desk, proof);
  const complaint = await desk.complaints.hold(id);
  if (!complaint) throw no('refused.noCase');
  const isAnnounced = complaint.mode !== 'anonymous';
  const entry = { kind: 'fromReporter', by: null, on: todayOf(desk), text, isAnnounced } as const;
  await desk.entries.add(complaint.id, entry);
  if (isAnnounced) await announceAnswer(desk, complaint);
}

export async function announceAnswer(desk: Complaints, complaint: Complaint): Promise<void> {
  const actor = complaint.parties.reporterId === null ? 'anonymous' : 'reporter';
  await desk.audit.record({ actor, action: `${DESK}.answer`, object: objectOf(complaint) });
  await tellHandlers(desk, complaint, 'answer');
}
