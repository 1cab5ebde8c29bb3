import { mention, quote } from '../../../../platform/mrkdwn.js';
import { daysText } from '../../../../platform/words/dates.js';
import type { Payroll } from '../desk.js';
import type { PayRun } from '../run/pay-run.js';
import { DESK } from '../settings.js';
import { words } from '../words.js';

/** Whoever handed the run on hears what the second person said. Never an amount: this is in notifications. */
export async function tellSubmitter(
  { people, outbox }: Payroll,
  by: string,
  run: PayRun,
  approvalId: string,
): Promise<void> {
  if (run.submittedBy === null) return;
  const submitter = await people.get(run.submittedBy);
  const language = submitter?.language ?? 'en';
  const say = words.in(language);
  const values = { period: daysText(run.period, language), by: mention(by) };
  const text =
    run.state === 'approved'
      ? say('run.told.approved', values)
      : say('run.told.returned', { ...values, reason: quote(run.returnedFor ?? '') });
  const once = `${DESK}.run-decided/${approvalId}`;
  await outbox.post({ to: run.submittedBy, text, once, about: `${DESK}/run/${run.id}` });
}
