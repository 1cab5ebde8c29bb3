import { type CheckName, checks } from '../checks/finding.js';
import { type Payroll, require } from '../desk.js';
import { DESK } from '../settings.js';
import { findingsOf } from '../store/findings.js';
import { no } from '../words.js';
import { holdFor } from './refuse.js';

export interface Pass {
  runId: string;
  check: CheckName;
  whom: string;
  reason: string;
}

/** Lets a finding pass that blocks the run: by somebody who didn't prepare it, with a reason. The record holds neither sums nor reason. */
export async function letPass(desk: Payroll, by: string, { runId, check, whom, reason }: Pass): Promise<void> {
  await require(desk, 'overrideCheck', by);
  const run = await holdFor(desk, 'override', runId);
  if (run.preparers.includes(by)) throw no('run.refused.ownOverride');
  if (!checks[check].blocks) throw no('run.refused.blocksNothing');
  if (reason.trim() === '') throw no('run.refused.noReason', {}, 'reason');
  const findings = findingsOf(desk.db, runId);
  const finding = await findings.get(check, whom);
  if (!finding) throw no('run.refused.noFinding');
  await findings.letPass({ check, whom, mark: finding.mark, by, reason: reason.trim(), at: desk.now });
  await desk.audit.record({
    actor: by,
    action: `${DESK}.override-check`,
    object: `${DESK}/run/${runId}`,
    detail: { check, employee: whom, version: run.version },
  });
}
