import { z } from 'zod';
import { mention, momentInside } from '../mrkdwn.js';
import type { Transaction } from '../office.js';
import type { Approval, ApprovalKind, Look } from './approvals.js';
import { canUndo } from './card.js';
import { redrawCards } from './cards.js';
import { isBarred, mayDecide } from './deciders.js';
import { delegationsIn } from './delegations.js';
import { approvalsIn, type KeptApproval } from './store.js';
import { no } from './words.js';

export type Outcome = { outcome: 'approved' } | { outcome: 'returned'; reason: string };

/** Decides: for oneself, or for whom one stands in. What was decided meanwhile says by whom, and its cards are redrawn. */
export async function decideApproval(
  tx: Transaction,
  kinds: readonly ApprovalKind[],
  id: string,
  by: string,
  outcome: Outcome,
): Promise<Approval> {
  const { approval, kind } = await held(tx, kinds, id);
  if (approval.state !== 'open') throw alreadyDecided(approval);
  const { actingFor } = await rightOf(tx, approval, by);
  const store = approvalsIn(tx.db, tx.now);
  const decided = await store.decide(id, {
    ...{ state: outcome.outcome, decidedBy: by, decidedAt: tx.now, actingFor },
    reason: outcome.outcome === 'returned' ? outcome.reason : null,
  });
  await kind.decided(tx, decided);
  await redrawCards(tx, kind, decided);
  await record(tx, by, outcome.outcome, decided);
  return decided;
}

/** Takes an approval back, within the time that its kind gives. */
export async function undoApproval(
  tx: Transaction,
  kinds: readonly ApprovalKind[],
  id: string,
  by: string,
): Promise<Approval> {
  const { approval, kind } = await held(tx, kinds, id);
  if (approval.state !== 'approved' || !approval.decidedBy) throw no('refused.notApproved');
  if (approval.decidedBy !== by) throw no('refused.notYoursToUndo', { by: mention(approval.decidedBy) });
  if (!canUndo(approval, { personId: by, kind, now: tx.now })) {
    throw no('refused.tooLateToUndo', { minutes: kind.undoMinutes });
  }
  const cleared = { decidedBy: null, decidedAt: null, actingFor: null, reason: null };
  await withdrawLater(tx, kind, approval);
  await kind.undone?.(tx, approval);
  const reopened = await approvalsIn(tx.db, tx.now).decide(id, { state: 'open', ...cleared });
  await redrawCards(tx, kind, reopened);
  await record(tx, by, 'undo', reopened);
  return reopened;
}

/** A first yes that is taken back takes the question for the second one with it. */
async function withdrawLater(tx: Transaction, kind: ApprovalKind, { subject, id }: KeptApproval): Promise<void> {
  const store = approvalsIn(tx.db, tx.now);
  const nobody = { decidedBy: null, actingFor: null, reason: null };
  for (const later of await store.openOf(kind.name, subject)) {
    if (later.id === id) continue;
    await redrawCards(tx, kind, await store.decide(later.id, { state: 'withdrawn', decidedAt: tx.now, ...nobody }));
  }
}

export interface Found {
  approval: KeptApproval;
  kind: ApprovalKind;
}

/** An approval that somebody may look at: those who may decide or were asked. The id is a claim. */
export async function findApproval(look: Look, kinds: readonly ApprovalKind[], id: string, by: string): Promise<Found> {
  const found = await known(await approvalIn(look, id), kinds);
  const { approval } = found;
  const isConcerned = approval.toldIds.includes(by) || approval.decidedBy === by;
  if (!isConcerned || isBarred(approval, by)) await rightOf(look, approval, by);
  return found;
}

async function held(tx: Transaction, kinds: readonly ApprovalKind[], id: string): Promise<Found> {
  if (!isId(id)) throw no('refused.gone');
  return known(await approvalsIn(tx.db, tx.now).hold(id), kinds);
}

const approvalIn = async ({ db, now }: Look, id: string) => (isId(id) ? approvalsIn(db, now).get(id) : null);
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

function known(approval: KeptApproval | null, kinds: readonly ApprovalKind[]): Found {
  const kind = kinds.find(({ name }) => name === approval?.kind);
  if (!approval || !kind) throw no('refused.gone');
  return { approval, kind };
}

async function rightOf(look: Look, approval: KeptApproval, by: string): Promise<{ actingFor: string | null }> {
  const right = mayDecide(approval, by, await delegationsIn(look.db).stoodInForBy(by, look.now));
  if (typeof right !== 'string') return right;
  const who = approval.deciderIds.filter((id) => !isBarred(approval, id)).map(mention);
  throw no(`refused.${right}`, { who: who.slice(0, 5).join(', ') });
}

function alreadyDecided({ state, decidedBy, decidedAt }: Approval) {
  if (state === 'open' || state === 'withdrawn' || !decidedBy || !decidedAt) return no('refused.withdrawn');
  return no(`refused.${state}`, { by: mention(decidedBy), at: momentInside(decidedAt) });
}

/** Never the reason: it may say something about a person. */
async function record(tx: Transaction, by: string, what: string, approval: Approval): Promise<void> {
  const { id, kind, subject, level, actingFor } = approval;
  const detail = { kind, subject, level, actingFor };
  await tx.audit.record({ actor: by, action: `office.approvals.${what}`, object: `office.approvals/${id}`, detail });
}
