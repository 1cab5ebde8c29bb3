import { randomUUID } from 'node:crypto';
import { AlreadyHandled } from '../../../../platform/user-error.js';
import { type Complaint, type Content, DESK, type Kind, type Mode, objectOf, type Parties } from '../complaint.js';
import { type Complaints, todayOf } from '../desk.js';
import { tellHandlers } from '../letters/handlers.js';
import { drawReceipt, drawReference, tagOfForm } from '../receipts.js';
import { ACKNOWLEDGE_DAYS, FEEDBACK_MONTHS } from '../settings.js';
import { no } from '../words.js';
import { accessTo, lastResort } from './access.js';

export interface Told {
  kind: Kind;
  mode: Mode;
  accusedIds: readonly string[];
  content: Content;
  /** Hidden in the form: the same form sent twice is one complaint. */
  nonce: string;
}

export interface Raised {
  complaint: Complaint;
  receipt: string;
  /** Who was asked since no handler is left: those who complain are told. */
  askedInstead: string | null;
}

/**
 * Writes a complaint down. Of an anonymous one nothing is kept that leads back: no person, no request, and no time but the day,
 * so handlers hear of it on the next one.
 */
export async function raise(desk: Complaints, by: string, told: Told): Promise<Raised> {
  const formTag = tagOfForm(told.nonce);
  if (await desk.complaints.isKnownForm(formTag)) throw new AlreadyHandled();
  const parties = partiesOf(by, told);
  const askedInstead = await whoIsAskedInstead(desk, parties);
  const today = todayOf(desk);
  const acknowledgeBy = today.add({ days: ACKNOWLEDGE_DAYS });
  const isAnonymous = told.mode === 'anonymous';
  const receipt = drawReceipt();
  const complaint = await desk.complaints.add({
    ...{ id: randomUUID(), reference: drawReference(), kind: told.kind, mode: told.mode, formTag, receipt },
    ...{ receivedOn: today, acknowledgeBy, feedbackBy: acknowledgeBy.add({ months: FEEDBACK_MONTHS }) },
    ...{ isAnnounced: !isAnonymous, content: told.content },
    parties: { ...parties, grantedIds: askedInstead === null ? [] : [askedInstead] },
  });
  if (!isAnonymous) await announceComplaint(desk, complaint);
  return { complaint, receipt, askedInstead };
}

const partiesOf = (by: string, { mode, accusedIds }: Told): Parties => ({
  reporterId: mode === 'anonymous' ? null : by,
  exclusions: [...new Set(accusedIds)].map((id) => ({ id, why: 'named' as const, by: null })),
  grantedIds: [],
  links: [],
});

/** Null: there are handlers. Nothing is kept where nobody could look at it: whoever complains is told whom to turn to. */
async function whoIsAskedInstead(desk: Complaints, parties: Parties): Promise<string | null> {
  const trial = { id: 'trial', parties } as Complaint;
  const handlers = (await accessTo(desk, [trial])).get('trial')?.handlers;
  if (handlers && handlers.size > 0) return null;
  const instead = await lastResort(desk, trial);
  if (instead !== null) return instead;
  throw desk.settings.outside
    ? no('refused.nobodyOutside', { outside: desk.settings.outside }, 'accused')
    : no('refused.nobody', {}, 'accused');
}

/** From here on handlers know of it, and the record too. */
export async function announceComplaint(desk: Complaints, complaint: Complaint): Promise<void> {
  const announced = complaint.isAnnounced
    ? complaint
    : await desk.complaints.change(complaint.id, { isAnnounced: true });
  const actor = announced.parties.reporterId === null ? 'anonymous' : 'reporter';
  await desk.audit.record({ actor, action: `${DESK}.raise`, object: objectOf(announced) });
  await tellHandlers(desk, announced, 'new');
}
