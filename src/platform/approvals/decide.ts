import { isRowId } from '../claims.js';
import { mention, momentInside } from '../mrkdwn.js';
import type { Look, Transaction } from '../office.js';
import { Temporal } from '../time.js';
import type { Approval, ApprovalKind } from './approvals.js';
import { withdraw } from './ask.js';
import { canUndo } from './card.js';
import { redrawCards } from './cards.js';
import { freeDeciders, isBarred, mayDecide } from './deciders.js';
import { delegationsIn } from './delegations.js';
import { approvalsIn, type KeptApproval } from './store.js';
import { no } from './words.js';

export type Outcome = { outcome: 'approved' } | { outcome: 'returned'; reason: string };

/** Decides: for oneself, or for whom one stands in. What was decided meanwhile says by whom. */
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
  if ((await kind.show(tx, approval, 'en')) === null) throw no('refused.gone');
  if (outcome.outcome === 'returned' && outcome.reason.trim() === '') throw no('refused.reasonMissing');
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

/**
 * A first yes that is taken back takes the question for the second one with it. A second one that was answered, or a newer
 * version that was asked about, keeps the first where it is.
 */
async function withdrawLater(tx: Transaction, kind: ApprovalKind, approval: KeptApproval): Promise<void> {
  const store = approvalsIn(tx.db, tx.now);
  // Held first: whoever is deciding on the second level just now is waited for.
  const open = (await store.openOf(kind.name, approval.subject)).filter(({ version }) => version === approval.version);
  const latest = await store.latest(kind.name, approval.subject);
  if (latest && !open.some(({ id }) => id === latest.id) && isSince(latest, approval)) throw no('refused.followedUp');
  for (const later of open) await withdraw(tx, kind, later);
}

function isSince({ id, askedAt, decidedAt }: KeptApproval, approval: KeptApproval): boolean {
  if (id === approval.id || approval.decidedAt === null) return false;
  return Temporal.Instant.compare(decidedAt ?? askedAt, approval.decidedAt) >= 0;
}

/** After somebody was refused: their card may be an old one, and what has lost its subject waits for nobody. */
export async function settleApproval(tx: Transaction, kind: ApprovalKind, id: string): Promise<void> {
  const approval = await approvalsIn(tx.db, tx.now).hold(id);
  if (!approval) return;
  const isLost = approval.state === 'open' && (await kind.show(tx, approval, 'en')) === null;
  await (isLost ? withdraw(tx, kind, approval) : redrawCards(tx, kind, approval));
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
  if (!isRowId(id)) throw no('refused.gone');
  return known(await approvalsIn(tx.db, tx.now).hold(id), kinds);
}

const approvalIn = async ({ db, now }: Look, id: string) => (isRowId(id) ? approvalsIn(db, now).get(id) : null);

function known(approval: KeptApproval | null, kinds: readonly ApprovalKind[]): Found {
  const kind = kinds.find(({ name }) => name === approval?.kind);
  if (!approval || !kind) throw no('refused.gone');
  return { approval, kind };
}

async function rightOf(look: Look, approval: KeptApproval, by: string): Promise<{ actingFor: string | null }> {
  const right = mayDecide(approval, by, await delegationsIn(look.db).stoodInForBy(by, look.now));
  if (typeof right !== 'string') return right;
  const who = freeDeciders(approval).map(mention);
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
