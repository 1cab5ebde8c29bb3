import type { Transaction } from '../office.js';
import type { Approval, ApprovalKind, NewApproval } from './approvals.js';
import { handOutCards, redrawCards } from './cards.js';
import { audienceOf } from './deciders.js';
import { approvalsIn } from './store.js';
import { no } from './words.js';

/** Asks for a decision: each decider gets a card. What was open about the same subject is withdrawn by this. */
export async function askApproval(tx: Transaction, kind: ApprovalKind, request: NewApproval): Promise<Approval> {
  await withdrawApproval(tx, kind, request.subject);
  const store = approvalsIn(tx.db, tx.now);
  const approval = await store.add({ ...request, kind: kind.name });
  if ((await audienceOf(tx, approval, tx.now)).length === 0) throw no('refused.nobody');
  await handOutCards(tx, kind, approval);
  return approval;
}

/** Nothing is left to decide about that subject; the cards say so. */
export async function withdrawApproval(tx: Transaction, kind: ApprovalKind, subject: string): Promise<void> {
  const store = approvalsIn(tx.db, tx.now);
  const nobody = { decidedBy: null, actingFor: null, reason: null };
  for (const { id } of await store.openOf(kind.name, subject)) {
    const withdrawn = await store.decide(id, { state: 'withdrawn', decidedAt: tx.now, ...nobody });
    await redrawCards(tx, kind, withdrawn);
  }
}
