import { askApproval, withdrawApproval } from '../../../../platform/approvals/ask.js';
import { runApproval } from '../approval.js';
import { type Payroll, require } from '../desk.js';
import type { PayRun } from '../run/pay-run.js';
import { DESK } from '../settings.js';
import { runsIn } from '../store/runs.js';
import { no } from '../words.js';
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
  await askApproval(desk.tx, runApproval(desk.hours), {
    ...{ subject: id, version: run.version, level: 1, requesterId: by, barredIds: preparers, deciderIds: deciders },
  });
  return { run, deciders };
}

export async function takeBackRun(desk: Payroll, by: string, id: string): Promise<PayRun> {
  await require(desk, 'prepareRun', by);
  await holdFor(desk, 'takeBack', id);
  const run = await runsIn(desk.db).change(id, { state: 'draft' });
  await record(desk, by, 'take-back-run', run);
  await withdrawApproval(desk.tx, runApproval(desk.hours), id);
  return run;
}
