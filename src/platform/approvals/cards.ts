import type { Transaction } from '../office.js';
import type { ApprovalKind } from './approvals.js';
import { type Card, cardOf } from './card.js';
import { audienceOf } from './deciders.js';
import { delegationsIn } from './delegations.js';
import { approvalsIn, type KeptApproval } from './store.js';
import { words } from './words.js';

const CASE = 'office.approvals';

/** Each decider has one card for an approval; asked about anew, it is another approval. */
const cardKey = (id: string, personId: string): string => `${CASE}/${id}/${personId}`;

/** Gives everybody who may decide, and has none yet, a card. */
export async function handOutCards(tx: Transaction, kind: ApprovalKind, approval: KeptApproval): Promise<void> {
  const audience = await audienceOf(tx, approval, tx.now);
  for (const personId of audience.filter((id) => !approval.toldIds.includes(id))) {
    const card = await draw(tx, kind, approval, personId);
    const once = cardKey(approval.id, personId);
    await tx.outbox.post({ to: personId, ...card, once, about: `${CASE}/${approval.id}` });
    await tx.outbox.refreshHome(personId);
  }
  await approvalsIn(tx.db, tx.now).told(approval.id, [...new Set([...approval.toldIds, ...audience])]);
}

/** Brings every card up to date, and the App Home of those who have one. */
export async function redrawCards(tx: Transaction, kind: ApprovalKind, approval: KeptApproval): Promise<void> {
  for (const personId of approval.toldIds) {
    await tx.outbox.change(cardKey(approval.id, personId), await draw(tx, kind, approval, personId));
    await tx.outbox.refreshHome(personId);
  }
}

async function draw(tx: Transaction, kind: ApprovalKind, approval: KeptApproval, personId: string): Promise<Card> {
  const language = (await tx.people.get(personId))?.language ?? 'en';
  const face = await kind.show(tx, approval, language);
  const principal = approval.deciderIds.includes(personId)
    ? null
    : ((await delegationsIn(tx.db).stoodInForBy(personId, tx.now)).find((id) => approval.deciderIds.includes(id)) ??
      null);
  return cardOf(words.in(language), approval, face, { personId, principal, kind, now: tx.now });
}
