import type { Temporal } from '../../../../platform/time.js';
import { daysText } from '../../../../platform/words/dates.js';
import { type Payroll, type Reading, require, standingsOf } from '../desk.js';
import type { Payslip } from '../payslip.js';
import { may } from '../permissions.js';
import type { PayRun } from '../run/pay-run.js';
import { settledStates } from '../run/states.js';
import { DESK } from '../settings.js';
import { SLIP } from '../slip-ids.js';
import { payslipsIn } from '../store/payslips.js';
import { runsIn } from '../store/runs.js';
import { type LetterCounts, sendingsIn } from '../store/sendings.js';
import { no, words } from '../words.js';
import { announcedAt, isAhead, refOf } from './slips.js';

const READ_AT_ONCE = 500;

/** How far the payslips of a run have come. Counts of messages; never an amount. */
export interface Sending extends LetterCounts {
  run: PayRun;
  /** When they are announced: none comes earlier. */
  at: Temporal.Instant;
  slips: number;
  unreachable: readonly { number: string; name: string }[];
}

/** Writes down one private message for everybody whom the run pays, to be sent when it is announced, and not before. */
export async function sendSlips(desk: Payroll, by: string, runId: string): Promise<Sending> {
  await require(desk, 'sendSlips', by);
  const run = await settledRun(desk, runId);
  await writeSlips(desk, by, run);
  return sendingOf(desk, run);
}

/** Runs that were approved long ago and never sent are left to an officer. */
const DUE_WITHIN_DAYS = 40;

/** By the calendar: the slips of every approved run whose payday is near and for which none were written down yet. */
export async function sendDueSlips(desk: Payroll): Promise<PayRun[]> {
  const today = desk.now.toZonedDateTimeISO(desk.office.timeZone).toPlainDate();
  const near = (await runsIn(desk.db).settled()).filter(
    ({ payday }) => Math.abs(today.until(payday).days) <= DUE_WITHIN_DAYS,
  );
  const begun: PayRun[] = [];
  for (const run of near) {
    if (isBegun(await sendingsIn(desk.db).counts(caseOf(run.id)))) continue;
    await writeSlips(desk, 'system', run);
    begun.push(run);
  }
  return begun;
}

async function writeSlips(desk: Payroll, by: string, run: PayRun): Promise<void> {
  const runId = run.id;
  const at = announcedAt(desk, run);
  for (const slip of await slipsOf(desk, runId)) {
    const person = slip.personId === null ? null : await desk.people.get(slip.personId);
    if (!person || person.deactivatedAt) continue;
    const say = words.in(person.language);
    await desk.outbox.document({
      to: person.id,
      text: say('sending.there', { period: daysText(slip.period, person.language) }),
      file: { source: SLIP, ref: refOf(slip) },
      once: keyOf(slip),
      about: caseOf(runId),
      ...(isAhead(at, desk.now) && { notBefore: at }),
    });
  }
  await desk.outbox.flush();
  await desk.audit.record({ actor: by, action: `${DESK}.send-slips`, object: caseOf(runId) });
}

export const caseOf = (runId: string): string => `${DESK}/run/${runId}`;
const keyOf = (slip: Payslip): string => `${SLIP}/${refOf(slip)}`;

const isBegun = ({ waiting, sent, ambiguous, failed }: LetterCounts): boolean =>
  waiting + sent + ambiguous + failed > 0;

async function settledRun({ db }: Reading, id: string): Promise<PayRun> {
  const run = await runsIn(db).get(id);
  if (!run) throw no('run.refused.gone');
  if (!settledStates.some((state) => state === run.state)) throw no('sending.refused.notApproved');
  return run;
}

async function slipsOf({ db }: Reading, runId: string): Promise<Payslip[]> {
  const all: Payslip[] = [];
  for (let skip = 0; ; skip += READ_AT_ONCE) {
    const page = await payslipsIn(db).page(runId, skip, READ_AT_ONCE);
    all.push(...page);
    if (page.length < READ_AT_ONCE) return all;
  }
}

/** How far the newest settled runs have come. */
export async function sendings(desk: Reading, by: string): Promise<Sending[]> {
  await require(desk, 'sendSlips', by);
  const settled = (await runsIn(desk.db).settled()).slice(-6).reverse();
  return Promise.all(settled.map((run) => sendingOf(desk, run)));
}

export async function sendingOf(desk: Reading, run: PayRun): Promise<Sending> {
  return {
    run,
    at: announcedAt(desk, run),
    slips: (await payslipsIn(desk.db).totals(run.id)).reduce((sum, { payslips }) => sum + payslips, 0),
    unreachable: await sendingsIn(desk.db).unreachable(run.id),
    ...(await sendingsIn(desk.db).counts(caseOf(run.id))),
  };
}

/** Keeps back what hasn't gone out, or lets it go: none earlier than it was announced. */
export async function pauseSending(desk: Payroll, by: string, runId: string, isPaused: boolean): Promise<Sending> {
  await require(desk, 'sendSlips', by);
  const run = await settledRun(desk, runId);
  const about = caseOf(runId);
  if (isPaused) await desk.outbox.holdBack(about);
  else await desk.outbox.release(about, announcedAt(desk, run));
  const action = `${DESK}.${isPaused ? 'pause' : 'resume'}-slips`;
  await desk.audit.record({ actor: by, action, object: about });
  return sendingOf(desk, run);
}

/** An officer has somebody's payslip sent to them once more. It goes to whose it is, and to nobody else. */
export async function resendTo(desk: Payroll, by: string, ref: string, key: string): Promise<Payslip> {
  await require(desk, 'sendSlips', by);
  const [runId = '', number = '', currency = ''] = ref.split('/');
  const run = await settledRun(desk, runId);
  if (isAhead(announcedAt(desk, run), desk.now)) throw no('sending.refused.notYet');
  const slips = await payslipsIn(desk.db).of(runId, decodeURIComponent(number));
  const slip = slips.find(({ net }) => net.currency === currency);
  const person = slip?.personId ? await desk.people.get(slip.personId) : null;
  if (!slip) throw no('run.refused.noSlip');
  if (!person || person.deactivatedAt) throw no('sending.refused.unreachable');
  const text = words.in(person.language)('sending.again', { period: daysText(slip.period, person.language) });
  await desk.outbox.document({ to: person.id, text, file: { source: SLIP, ref }, once: `${SLIP}/again/${ref}/${key}` });
  await desk.audit.record({ actor: by, action: `${DESK}.resend-slip`, object: `${SLIP}/${ref}` });
  return slip;
}

/** Whether somebody may have single payslips of this run sent again by now. */
export async function mayResend(desk: Reading, by: string, runId: string): Promise<boolean> {
  const run = await runsIn(desk.db).get(runId);
  const isSettled = settledStates.some((state) => state === run?.state);
  if (!run || !isSettled || isAhead(announcedAt(desk, run), desk.now)) return false;
  return may('sendSlips', await standingsOf(desk, by));
}
