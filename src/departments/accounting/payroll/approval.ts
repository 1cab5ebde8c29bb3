import type { ApprovalFace, ApprovalKind } from '../../../platform/approvals/approvals.js';
import type { HoursSource } from '../../../platform/hours.js';
import { openDesk, readingDesk } from './desk.js';
import { decideRun } from './service/approve.js';
import { figuresOf } from './service/look.js';
import { DESK } from './settings.js';
import { runsIn } from './store/runs.js';
import { approvalFace } from './views/run-approval.js';
import { words } from './words.js';

/** A pay run waits for a second person, who sees everything first. An approval can't be taken back: people count on it. */
export const runApproval = (hours: HoursSource): ApprovalKind => ({
  name: `${DESK}.run`,
  undoMinutes: 0,

  async show(look, { subject, version }, language): Promise<ApprovalFace | null> {
    const desk = await readingDesk(look, hours);
    const run = await runsIn(desk.db).get(subject);
    if (!run || run.version !== version) return null;
    return approvalFace(words.in(language), await figuresOf(desk, run));
  },

  /** Whoever approves runs by now: who prepared it is barred anyway. */
  decidersFor: async ({ staff }) =>
    (await staff.of(DESK)).filter(({ role }) => role === 'approver').map(({ personId }) => personId),

  decided: async (tx, approval) => {
    await decideRun(await openDesk(tx, hours), approval);
  },
});
