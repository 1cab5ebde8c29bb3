import type { ApprovalFace, ApprovalKind } from '../../../../platform/approvals/approvals.js';
import { freeDeciders } from '../../../../platform/approvals/deciders.js';
import { delegationsIn } from '../../../../platform/approvals/delegations.js';
import { approvalsIn, type KeptApproval } from '../../../../platform/approvals/store.js';
import type { Look } from '../../../../platform/office.js';
import type { Language } from '../../../../platform/words/words.js';

export const PAGE = 8;

/** Something that waits for somebody, as they see it. */
export interface Waiting {
  approval: KeptApproval;
  face: ApprovalFace;
  /** For whom they would decide; null: for themselves. */
  principal: string | null;
}

export interface Queue {
  waiting: readonly Waiting[];
  total: number;
  /** From 0. */
  page: number;
  decided: readonly Omit<Waiting, 'principal'>[];
}

/** What waits for somebody, or for those for whom they stand in today, oldest first; and what they decided last. */
export async function lookAtQueue(
  look: Look,
  kinds: readonly ApprovalKind[],
  by: { id: string; language: Language },
  page: number,
  size = PAGE,
): Promise<Queue> {
  const store = approvalsIn(look.db, look.now);
  const principals = await delegationsIn(look.db).stoodInForBy(by.id, look.now);
  const deciders = [by.id, ...principals];
  const pageAt = (at: number) => store.waitingFor(deciders, by.id, { skip: at * size, take: size });
  const [wanted, decided] = await look.ask(
    () => pageAt(page),
    () => store.decidedBy(by.id, 3),
  );
  const { total } = wanted;
  // A page that is no longer there: the last one.
  const shown = Math.min(page, Math.max(0, Math.ceil(total / size) - 1));
  const { approvals } = shown === page ? wanted : await pageAt(shown);
  const waiting = await faced(look, kinds, approvals, by.language);
  return {
    total,
    page: shown,
    decided: await faced(look, kinds, decided, by.language),
    waiting: waiting.map((one) => ({ ...one, principal: principalOf(one.approval, by.id, principals) })),
  };
}

function principalOf(approval: KeptApproval, by: string, principals: readonly string[]): string | null {
  const deciders = freeDeciders(approval);
  return deciders.includes(by) ? null : (deciders.find((id) => principals.includes(id)) ?? null);
}

async function faced(
  look: Look,
  kinds: readonly ApprovalKind[],
  approvals: readonly KeptApproval[],
  language: Language,
): Promise<Omit<Waiting, 'principal'>[]> {
  const found: Omit<Waiting, 'principal'>[] = [];
  for (const approval of approvals) {
    const face = await kinds.find(({ name }) => name === approval.kind)?.show(look, approval, language);
    if (face) found.push({ approval, face });
  }
  return found;
}
