import { Temporal } from '../../../../platform/time.js';
import type { Payroll } from '../desk.js';
import { reportText } from '../letters/sending.js';
import type { PayRun } from '../run/pay-run.js';
import { DESK } from '../settings.js';
import { SLIP } from '../slip-ids.js';
import { runsIn } from '../store/runs.js';
import { sendingsIn } from '../store/sendings.js';
import { words } from '../words.js';
import { sendingOf } from './sending.js';

/** After this, what a sending's message says doesn't change any more. */
const FOLLOWED_DAYS = 40;

const prefixOf = (runId: string): string => `${SLIP}/report/${runId}/`;

/** Whoever began a sending gets one message about it, which is edited as it goes on; where the calendar did, every officer. */
export async function beginReport(desk: Payroll, by: string, run: PayRun): Promise<void> {
  const officers = (await desk.staff.of(DESK)).filter(({ role }) => role === 'officer');
  const told = by === 'system' ? officers.map(({ personId }) => personId) : [by];
  const sending = await sendingOf(desk, run);
  for (const { id, language, deactivatedAt } of await desk.people.many(told)) {
    if (deactivatedAt) continue;
    await desk.outbox.post({ to: id, text: reportText(words.in(language), sending), once: `${prefixOf(run.id)}${id}` });
  }
}

/** Edits each message whose figures have changed. */
export async function followSendings(desk: Payroll): Promise<void> {
  const since = desk.now.toZonedDateTimeISO(desk.office.timeZone).toPlainDate().subtract({ days: FOLLOWED_DAYS });
  const runs = await runsIn(desk.db).settled();
  for (const run of runs.filter(({ payday }) => Temporal.PlainDate.compare(payday, since) >= 0)) {
    await followSending(desk, run);
  }
}

export async function followSending(desk: Payroll, run: PayRun): Promise<void> {
  const reports = await sendingsIn(desk.db).reports(prefixOf(run.id));
  if (reports.length === 0) return;
  const sending = await sendingOf(desk, run);
  const readers = new Map((await desk.people.many(reports.map(({ to }) => to))).map((one) => [one.id, one]));
  for (const { once, to, text } of reports) {
    const now = reportText(words.in(readers.get(to)?.language ?? 'en'), sending);
    if (now !== text) await desk.outbox.change(once, { text: now });
  }
}
