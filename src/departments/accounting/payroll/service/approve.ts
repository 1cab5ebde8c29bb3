import type { Approval } from '../../../../platform/approvals/approvals.js';
import { type Payroll, require, standingsOf } from '../desk.js';
import { may } from '../permissions.js';
import { fingerprintOf } from '../run/fingerprint.js';
import type { PayRun } from '../run/pay-run.js';
import { DESK } from '../settings.js';
import { findingsOf } from '../store/findings.js';
import { runsIn } from '../store/runs.js';
import { no } from '../words.js';
import { inputsOf } from './inputs.js';
import { record } from './prepare.js';
import { holdFor } from './refuse.js';

/** Who may approve a run: approvers who had no part in preparing it. */
export async function decidersOf({ staff }: Payroll, { preparers }: Pick<PayRun, 'preparers'>): Promise<string[]> {
  const approvers = (await staff.of(DESK)).filter(({ role }) => role === 'approver');
  return approvers.map(({ personId }) => personId).filter((id) => !preparers.includes(id));
}

/** Hands a run to a second person. From now on it stands still until they say something, or it is taken back. */
export async function submitRun(desk: Payroll, by: string, id: string): Promise<{ run: PayRun; deciders: string[] }> {
  await require(desk, 'prepareRun', by);
  const held = await holdFor(desk, 'submit', id);
  const preparers = [...new Set([...held.preparers, by])];
  const deciders = await decidersOf(desk, { preparers });
  if (deciders.length === 0) throw no('run.refused.noApprover');
  const run = await runsIn(desk.db).change(id, {
    ...{ state: 'submitted', submittedBy: by, submittedAt: desk.now, preparers, returnedFor: null },
  });
  await record(desk, by, 'submit-run', run);
  return { run, deciders };
}

export async function takeBackRun(desk: Payroll, by: string, id: string): Promise<PayRun> {
  await require(desk, 'prepareRun', by);
  await holdFor(desk, 'takeBack', id);
  const run = await runsIn(desk.db).change(id, { state: 'draft' });
  await record(desk, by, 'take-back-run', run);
  return run;
}

type Decision = Pick<Approval, 'subject' | 'version' | 'state' | 'decidedBy' | 'actingFor' | 'reason'>;

/** What a second person decided about the run as it was when they were asked. */
export async function decideRun(desk: Payroll, { subject, version, ...decision }: Decision): Promise<PayRun> {
  const by = decision.decidedBy ?? '';
  await runsIn(desk.db).oneAtATime();
  const run = await holdFor(desk, decision.state === 'approved' ? 'approve' : 'return', subject);
  if (run.version !== version) throw no('run.refused.otherVersion');
  if (run.preparers.includes(by)) throw no('run.refused.ownRun');
  if (!may('approveRun', await standingsOf(desk, decision.actingFor ?? by))) throw no('refused.noRight');
  return decision.state === 'approved' ? approve(desk, by, run) : giveBack(desk, by, run, decision.reason);
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
