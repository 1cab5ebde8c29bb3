import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import { Temporal } from '../../../../platform/time.js';
import { daysText } from '../../../../platform/words/dates.js';
import type { Payroll, Reading } from '../desk.js';
import type { Payslip } from '../payslip.js';
import type { PayRun } from '../run/pay-run.js';
import { settledStates } from '../run/states.js';
import { SLIP } from '../slip-ids.js';
import { payslipsIn } from '../store/payslips.js';
import { runsIn } from '../store/runs.js';
import { no, words } from '../words.js';

/** Payslips are announced for this time of the payday, in the office's zone. */
const ANNOUNCED_AT = '09:00';

/** When the payslips of a run may be seen. */
export const announcedAt = (
  { office }: Pick<Reading, 'office'>,
  { payday }: Pick<PayRun, 'payday'>,
): Temporal.Instant => firstInstantAt(payday.toPlainDateTime(ANNOUNCED_AT), office.timeZone);

export const isAhead = (at: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) > 0;

export const refOf = ({ runId, employeeNumber, net }: Payslip): string =>
  [runId, encodeURIComponent(employeeNumber), net.currency].join('/');
/** Somebody's own payslips that were announced, the latest first. */
export async function ownSlips(desk: Reading, personId: string): Promise<Payslip[]> {
  const slips = await payslipsIn(desk.db).settledOf(personId, 12);
  return slips.filter((slip) => !isAhead(announcedAt(desk, slip), desk.now));
}

/** Sends somebody their own payslip again, however often they ask. The reference is a claim. */
export async function resendOwn(desk: Payroll, personId: string, ref: string, key: string): Promise<void> {
  const slip = (await ownSlips(desk, personId)).find((one) => refOf(one) === ref);
  const person = await desk.people.get(personId);
  if (!slip || !person) throw no('sending.refused.notYours');
  const text = words.in(person.language)('sending.again', { period: daysText(slip.period, person.language) });
  await desk.outbox.document({ to: personId, text, file: { source: SLIP, ref }, once: `${SLIP}/again/${ref}/${key}` });
}

/** The slip that a letter names; null where its run isn't settled (any more). */
export async function slipNamed({ db }: Pick<Reading, 'db'>, ref: string): Promise<Payslip | null> {
  const [runId = '', number = '', currency = ''] = ref.split('/');
  const run = await runsIn(db).get(runId);
  if (!run || !settledStates.some((state) => state === run.state)) return null;
  const slips = await payslipsIn(db).of(runId, decodeURIComponent(number));
  return slips.find(({ net }) => net.currency === currency) ?? null;
}
