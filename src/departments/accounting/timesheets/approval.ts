import type { ApprovalKind } from '../../../platform/approvals/approvals.js';
import { openDesk, readingDesk } from './desk.js';
import { followDecision, takeBack } from './service/decide.js';
import { UNDO_MINUTES } from './settings.js';
import { DESK } from './sheet.js';
import { faceOf } from './views/approval.js';

/** A sheet that waits for a decision. It is about that edition: what was written since is asked about anew. */
export const sheetApproval: ApprovalKind = {
  name: `${DESK}.sheet`,
  undoMinutes: UNDO_MINUTES,
  show: async (look, approval, language) => faceOf(await readingDesk(look), approval, language),
  decided: async (tx, approval) => followDecision(await openDesk(tx), approval),
  undone: async (tx, approval) => takeBack(await openDesk(tx), approval),
};
