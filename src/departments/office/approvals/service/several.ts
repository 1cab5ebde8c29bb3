import type { ApprovalKind } from '../../../../platform/approvals/approvals.js';
import { decideApproval, findApproval } from '../../../../platform/approvals/decide.js';
import type { Office } from '../../../../platform/office.js';
import { UserError } from '../../../../platform/user-error.js';
import type { Language } from '../../../../platform/words/words.js';

export interface Outcomes {
  approved: number;
  /** Why the others were not: what it is about, where that can be told, and a sentence for each. */
  refused: readonly { title: string | null; why: string }[];
}

/** Approves one after another, each by itself: one that can't be approved keeps none of the others back. */
export async function approveSeveral(
  office: Office,
  kinds: readonly ApprovalKind[],
  by: { id: string; language: Language },
  chosen: readonly string[],
  key: string,
): Promise<Outcomes> {
  const refused: { title: string | null; why: string }[] = [];
  let approved = 0;
  for (const id of chosen) {
    try {
      const incoming = `${key}/${id}`;
      await office.transact((tx) => decideApproval(tx, kinds, id, by.id, { outcome: 'approved' }), { incoming });
      approved++;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ title: await titleFor(office, kinds, by, id), why: error.in(by.language) });
    }
  }
  return { approved, refused };
}

/** Null for whoever may not see it: the id is a claim. */
async function titleFor(
  office: Office,
  kinds: readonly ApprovalKind[],
  by: { id: string; language: Language },
  id: string,
): Promise<string | null> {
  try {
    return await office.read(async (look) => {
      const { approval, kind } = await findApproval(look, kinds, id, by.id);
      return (await kind.show(look, approval, by.language))?.title ?? null;
    });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
