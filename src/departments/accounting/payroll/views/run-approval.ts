import type { ApprovalFace } from '../../../../platform/approvals/approvals.js';
import { actions, divider } from '../../../../platform/blocks.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { daysText, dayText } from '../../../../platform/words/dates.js';
import { blockingChecks } from '../checks/finding.js';
import type { RunOverview } from '../service/look.js';
import type { CheckCount } from '../store/findings.js';
import type { Say } from '../words.js';
import { checksBlocks, figuresBlocks, peopleButton } from './run-view.js';

/** How a run looks to the second person: sums stand only in what they open, which nobody else can. */
export function approvalFace(say: Say, overview: Omit<RunOverview, 'acts'>): ApprovalFace {
  const { run, people, checks } = overview;
  const [findings, blocking] = [countOf(checks), blockingIn(checks)];
  return {
    title: say('run.approval.title', { period: daysText(run.period, say.language) }),
    facts: [
      say('run.approval.payday', { payday: dayText(run.payday, say.language) }),
      say('run.approval.people', { count: people }),
      say('run.approval.prepared', { preparer: mention(run.preparedBy) }),
      ...(findings > 0 ? [say('run.approval.findings', { count: findings })] : []),
      ...(blocking > 0 ? [say('run.approval.blocking', { count: blocking })] : []),
    ],
    details: [
      ...figuresBlocks(say, overview),
      ...(people > 0 ? [actions('look', [peopleButton(say, run.id)])] : []),
      divider(),
      ...checksBlocks(say, overview, true),
    ],
  };
}

const countOf = (counts: readonly CheckCount[]): number => counts.reduce((sum, { count }) => sum + count, 0);

const blockingIn = (counts: readonly CheckCount[]): number =>
  counts
    .filter(({ check }) => blockingChecks.includes(check))
    .reduce((sum, { count, overridden }) => sum + count - overridden, 0);
