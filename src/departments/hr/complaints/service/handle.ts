import { type Complaint, DESK, type EntryKind, type Exclusion, type Outcome, objectOf } from '../complaint.js';
import { type Complaints, todayOf } from '../desk.js';
import { tellHandlers } from '../letters/handlers.js';
import { tellReporter } from '../letters/reporter.js';
import { inviteWitness } from '../letters/witness.js';
import type { Right } from '../permissions.js';
import { readReference } from '../receipts.js';
import { FEEDBACK_MONTHS } from '../settings.js';
import { type Act, moves } from '../states.js';
import type { ComplaintChanges } from '../store/complaints.js';
import { no } from '../words.js';
import { accessTo, complaintFor, lastResort } from './access.js';

/** What a handler does about a complaint. Texts aren't escaped. */
export type Doing =
  | { act: 'acknowledge' | 'write' | 'note' | 'measure' | 'reopen'; text: string }
  | { act: 'close'; outcome: Outcome; text: string }
  | { act: 'assign' | 'second'; personId: string }
  | { act: 'witness'; personId: string; text: string }
  | { act: 'exclude'; personId: string }
  | { act: 'link'; reference: string }
  | { act: 'recuse' }
  | { act: 'hold'; isHeld: boolean };

export async function handle(desk: Complaints, by: string, name: string, doing: Doing): Promise<Complaint> {
  const right: Right = doing.act === 'recuse' ? 'recuse' : doing.act === 'hold' ? 'hold' : 'handle';
  const { complaint } = await complaintFor(desk, by, right, name);
  const held = await desk.complaints.hold(complaint.id);
  if (!held) throw no('refused.noCase');
  const done = await deeds[doing.act](desk, by, held, doing as never);
  await desk.audit.record({ actor: by, action: `${DESK}.${doing.act}`, object: objectOf(held) });
  return done;
}

type Deed<A extends Doing['act']> = (
  desk: Complaints,
  by: string,
  complaint: Complaint,
  doing: Extract<Doing, { act: A }> & Doing,
) => Promise<Complaint>;

const deeds: { [A in Doing['act']]: Deed<A> } = {
  async acknowledge(desk, by, complaint, { text }) {
    const today = todayOf(desk);
    const feedbackBy = today.add({ months: FEEDBACK_MONTHS });
    const moved = { state: next(complaint, 'acknowledge'), acknowledgedOn: today, feedbackBy, warnings: [] };
    const owner = complaint.assigneeId === null ? { assigneeId: by } : {};
    await write(desk, by, complaint, 'event', 'acknowledge');
    return sayToReporter(desk, by, await desk.complaints.change(complaint.id, { ...moved, ...owner }), text);
  },

  async write(desk, by, complaint, { text }) {
    const state = moves.review[complaint.state];
    const changed = state ? await desk.complaints.change(complaint.id, { state }) : complaint;
    return sayToReporter(desk, by, changed, text);
  },

  async note(desk, by, complaint, { text }) {
    await write(desk, by, complaint, 'note', text);
    return complaint;
  },

  async measure(desk, by, complaint, { text }) {
    await write(desk, by, complaint, 'measure', text);
    return desk.complaints.change(complaint.id, { state: next(complaint, 'measure') });
  },

  async close(desk, by, complaint, { outcome, text }) {
    const today = todayOf(desk);
    const eraseOn = today.add({ months: desk.settings.retention[outcome] });
    const closed = { state: next(complaint, 'close'), outcome, closedOn: today, eraseOn, warnings: [] };
    await write(desk, by, complaint, 'event', 'close');
    return sayToReporter(desk, by, await desk.complaints.change(complaint.id, closed), text);
  },

  async reopen(desk, by, complaint, { text }) {
    const today = todayOf(desk);
    const open = { state: next(complaint, 'reopen'), outcome: null, closedOn: null, eraseOn: null, warnings: [] };
    await write(desk, by, complaint, 'event', 'reopen');
    await write(desk, by, complaint, 'note', text);
    return desk.complaints.change(complaint.id, { ...open, feedbackBy: today.add({ months: FEEDBACK_MONTHS }) });
  },

  assign: (desk, by, complaint, { personId }) => giveTo(desk, by, complaint, personId, 'assigneeId'),
  second: (desk, by, complaint, { personId }) => giveTo(desk, by, complaint, personId, 'secondId'),

  async witness(desk, by, complaint, { personId, text }) {
    if (complaint.parties.exclusions.some(({ id }) => id === personId)) throw no('refused.keptOut', {}, 'person');
    await write(desk, by, complaint, 'witness', `${personId} ${text}`);
    await inviteWitness(desk, by, personId, text);
    return complaint;
  },

  exclude: (desk, by, complaint, { personId }) => keepOut(desk, complaint, { id: personId, why: 'excluded', by }),
  recuse: (desk, by, complaint) => keepOut(desk, complaint, { id: by, why: 'recused', by }),

  /** Both are told of each other. */
  async link(desk, by, complaint, { reference }) {
    const name = readReference(reference);
    if (name === null || name === complaint.reference) throw no('refused.noLink', {}, 'reference');
    const { complaint: found } = await complaintFor(desk, by, 'handle', name);
    const other = await desk.complaints.hold(found.id);
    if (!other) throw no('refused.noCase');
    const linked = (one: Complaint, to: string) => ({
      parties: { ...one.parties, links: [...new Set([...one.parties.links, to])] },
    });
    await desk.complaints.change(other.id, linked(other, complaint.reference));
    await write(desk, by, complaint, 'event', 'link');
    return desk.complaints.change(complaint.id, linked(complaint, other.reference));
  },

  async hold(desk, by, complaint, { isHeld }) {
    await write(desk, by, complaint, 'event', isHeld ? 'hold' : 'release');
    return desk.complaints.change(complaint.id, { isHeld });
  },
};

function next({ state }: Complaint, act: Act): Complaint['state'] {
  const after = moves[act][state];
  if (!after) throw no(`refused.state.${state}`);
  return after;
}

const write = ({ entries, ...desk }: Complaints, by: string, { id }: Complaint, kind: EntryKind, text: string) =>
  entries.add(id, { kind, by, text, on: todayOf(desk), isAnnounced: true });

async function sayToReporter(desk: Complaints, by: string, complaint: Complaint, text: string): Promise<Complaint> {
  await write(desk, by, complaint, 'toReporter', text);
  await tellReporter(desk, complaint);
  return complaint;
}

async function giveTo(
  desk: Complaints,
  by: string,
  complaint: Complaint,
  personId: string,
  field: 'assigneeId' | 'secondId',
): Promise<Complaint> {
  const handlers = (await accessTo(desk, [complaint])).get(complaint.id)?.handlers;
  if (!handlers?.has(personId)) throw no('refused.notHandler', {}, 'person');
  const changes: ComplaintChanges = { [field]: personId };
  const given = await desk.complaints.change(complaint.id, changes);
  await write(desk, by, given, 'event', `${field === 'assigneeId' ? 'assign' : 'second'} ${personId}`);
  if (personId !== by) await tellHandlers(desk, given, 'yours', [personId]);
  return given;
}

/** Somebody is kept out from here on. A complaint is never left without anybody. */
async function keepOut(desk: Complaints, complaint: Complaint, exclusion: Exclusion): Promise<Complaint> {
  const { parties, assigneeId, secondId } = complaint;
  const others = parties.exclusions.filter(({ id }) => id !== exclusion.id);
  const trial = { ...complaint, parties: { ...parties, exclusions: [...others, exclusion] } };
  const left = (await accessTo(desk, [trial])).get(complaint.id)?.handlers ?? new Set();
  const instead = left.size > 0 ? null : await lastResort(desk, trial);
  if (left.size === 0 && instead === null) throw no('refused.lastHandler');
  const grantedIds = instead === null ? parties.grantedIds : [...new Set([...parties.grantedIds, instead])];
  const changed = await desk.complaints.change(complaint.id, {
    parties: { ...trial.parties, grantedIds },
    ...(assigneeId === exclusion.id && { assigneeId: null }),
    ...(secondId === exclusion.id && { secondId: null }),
  });
  await write(desk, exclusion.by ?? exclusion.id, changed, 'event', `${exclusion.why} ${exclusion.id}`);
  if (assigneeId === exclusion.id || instead !== null) await tellHandlers(desk, changed, 'new');
  await desk.outbox.refreshHome(exclusion.id);
  return changed;
}
