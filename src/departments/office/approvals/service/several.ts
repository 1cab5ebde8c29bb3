import type { ApprovalKind } from '../../../../platform/approvals/approvals.js';
import { decideApproval } from '../../../../platform/approvals/decide.js';
import type { Office } from '../../../../platform/office.js';
import { UserError } from '../../../../platform/user-error.js';
import type { Language } from '../../../../platform/words/words.js';

export interface Outcomes {
  approved: number;
  /** Why the others were not, a sentence for each. */
  refused: readonly string[];
}

/** Approves one after another, each by itself: one that can't be approved keeps none of the others back. */
export async function approveSeveral(
  office: Office,
  kinds: readonly ApprovalKind[],
  by: { id: string; language: Language },
  chosen: readonly string[],
  key: string,
): Promise<Outcomes> {
  const refused: string[] = [];
  let approved = 0;
  for (const id of chosen) {
    try {
      const incoming = `${key}/${id}`;
      await office.transact((tx) => decideApproval(tx, kinds, id, by.id, { outcome: 'approved' }), { incoming });
      approved++;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push(error.in(by.language));
    }
  }
  return { approved, refused };
}
