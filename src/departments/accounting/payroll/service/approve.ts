import type { Approval } from '../../../../platform/approvals/approvals.js';
import { type Payroll, require, standingsOf } from '../desk.js';
import { tellSubmitter } from '../letters/runs.js';
import { may } from '../permissions.js';
import { fingerprintOf } from '../run/fingerprint.js';
import type { PayRun } from '../run/pay-run.js';
import { findingsOf } from '../store/findings.js';
import { runsIn } from '../store/runs.js';
import { no } from '../words.js';
import { inputsOf } from './inputs.js';
import { record } from './prepare.js';
import { holdFor } from './refuse.js';

type Decision = Pick<Approval, 'id' | 'subject' | 'version' | 'state' | 'decidedBy' | 'actingFor' | 'reason'>;

/** What a second person decided about the run as it was when they were asked. */
export async function decideRun(desk: Payroll, { id, subject, version, ...decision }: Decision): Promise<PayRun> {
  const by = decision.decidedBy ?? '';
  await runsIn(desk.db).oneAtATime();
  const run = await holdFor(desk, decision.state === 'approved' ? 'approve' : 'return', subject);
  if (run.version !== version) throw no('run.refused.otherVersion');
  if (run.preparers.includes(by)) throw no('run.refused.ownRun');
  if (!may('approveRun', await standingsOf(desk, decision.actingFor ?? by))) throw no('refused.noRight');
  const decided = await (decision.state === 'approved'
    ? approve(desk, by, run)
    : giveBack(desk, by, run, decision.reason));
  await tellSubmitter(desk, by, decided, id);
  return decided;
}

/** Nothing may have changed since the preview, or the second person would approve what nobody looked at. */
async function approve(desk: Payroll, by: string, run: PayRun): Promise<PayRun> {
  const count = await findingsOf(desk.db, run.id).blocking();
  if (count > 0) throw no('run.refused.blocked', { count });
  if (fingerprintOf(await inputsOf(desk, run)) !== run.fingerprint) throw no('run.refused.stale');
  const approved = await runsIn(desk.db).change(run.id, { state: 'approved', approvedBy: by, approvedAt: desk.now });
  await record(desk, by, 'approve-run', approved);
  return approved;
}

async function giveBack(desk: Payroll, by: string, run: PayRun, reason: string | null): Promise<PayRun> {
  const returned = await runsIn(desk.db).change(run.id, { state: 'draft', returnedFor: reason });
  await record(desk, by, 'return-run', returned);
  return returned;
}

/** The bank has it. */
export async function markPaid(desk: Payroll, by: string, id: string): Promise<PayRun> {
  await require(desk, 'prepareRun', by);
  await holdFor(desk, 'markPaid', id);
  const run = await runsIn(desk.db).change(id, { state: 'paid', paidBy: by, paidAt: desk.now });
  await record(desk, by, 'mark-run-paid', run);
  return run;
}
