import type { ApprovalKind } from '../../../../platform/approvals/approvals.js';
import { handOutCards, redrawCards } from '../../../../platform/approvals/cards.js';
import { type Delegation, delegationsIn } from '../../../../platform/approvals/delegations.js';
import { approvalsIn, type KeptApproval } from '../../../../platform/approvals/store.js';
import { isRowId } from '../../../../platform/claims.js';
import type { Look, Transaction } from '../../../../platform/office.js';
import { dayIn } from '../../../../platform/people/days.js';
import type { Person } from '../../../../platform/people/person.js';
import { Temporal } from '../../../../platform/time.js';
import { tellDelegate } from '../letters.js';
import { no } from '../words.js';

export type NewDelegation = Pick<Delegation, 'delegateId' | 'from' | 'until' | 'note'>;

export const delegationsAhead = ({ db, now }: Look, person: Person): Promise<Delegation[]> =>
  delegationsIn(db).of(person.id, dayIn(person.timeZone, now));

/** From the first to the last of these days somebody else may decide as well; they are told, and get what waits. */
export async function delegate(
  tx: Transaction,
  kinds: readonly ApprovalKind[],
  person: Person,
  wish: NewDelegation,
): Promise<Delegation> {
  await delegationsIn(tx.db).hold(person.id);
  await refuseOdd(tx, person, wish);
  const delegation = await delegationsIn(tx.db).add({ ...wish, personId: person.id });
  await tellDelegate(tx, delegation);
  await handOver(tx, kinds, person.id);
  const { id, delegateId, from, until } = delegation;
  const detail = { delegateId, from: String(from), until: String(until) };
  await tx.audit.record({
    actor: person.id,
    action: 'office.approvals.delegate',
    object: `office.approvals/delegation/${id}`,
    detail,
  });
  await tx.outbox.refreshHome(person.id);
  return delegation;
}

async function refuseOdd(tx: Transaction, person: Person, { delegateId, from, until }: NewDelegation): Promise<void> {
  const today = dayIn(person.timeZone, tx.now);
  const delegateTo = await tx.people.get(delegateId);
  if (delegateId === person.id) throw no('refused.toOneself', {}, 'delegate');
  if (!delegateTo || delegateTo.isBot || delegateTo.deactivatedAt) throw no('refused.noColleague', {}, 'delegate');
  if (Temporal.PlainDate.compare(from, today) < 0) throw no('refused.past', {}, 'from');
  if (Temporal.PlainDate.compare(until, from) < 0) throw no('refused.endsBefore', {}, 'until');
  if (from.until(until).days > 366) throw no('refused.tooLong', {}, 'until');
  const same = (await delegationsAhead(tx, person)).find(
    (other) => Temporal.PlainDate.compare(other.from, until) <= 0 && Temporal.PlainDate.compare(from, other.until) <= 0,
  );
  if (same) throw no('refused.overlap', { from: String(same.from), until: String(same.until) }, 'from');
}

/** Only one's own: the id on a button is a claim. The cards that the delegate has say that others decide. */
export async function endDelegation(
  tx: Transaction,
  kinds: readonly ApprovalKind[],
  person: Person,
  id: string,
): Promise<void> {
  if (!isRowId(id) || !(await delegationsIn(tx.db).remove(id, person.id))) throw no('refused.delegationGone');
  await tx.audit.record({
    actor: person.id,
    action: 'office.approvals.end-delegation',
    object: `office.approvals/delegation/${id}`,
  });
  await forEachWaiting(tx, kinds, person.id, (kind, approval) => redrawCards(tx, kind, approval));
  await tx.outbox.refreshHome(person.id);
}

/** Whoever stands in from today on gets a card for all that waits; who has an old one sees the buttons again. */
async function handOver(tx: Transaction, kinds: readonly ApprovalKind[], personId: string): Promise<void> {
  await forEachWaiting(tx, kinds, personId, async (kind, approval) => {
    await redrawCards(tx, kind, approval);
    await handOutCards(tx, kind, approval);
  });
}

/** Each is held, so that a card isn't drawn over one that says what was decided meanwhile. */
async function forEachWaiting(
  tx: Transaction,
  kinds: readonly ApprovalKind[],
  personId: string,
  task: (kind: ApprovalKind, approval: KeptApproval) => Promise<void>,
): Promise<void> {
  const store = approvalsIn(tx.db, tx.now);
  for (const { id, deciderIds } of await store.allOpen()) {
    if (!deciderIds.includes(personId)) continue;
    const approval = await store.hold(id);
    const kind = kinds.find(({ name }) => name === approval?.kind);
    if (kind && approval?.state === 'open') await task(kind, approval);
  }
}
