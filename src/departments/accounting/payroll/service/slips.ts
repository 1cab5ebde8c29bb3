import { Prisma } from '../../../../generated/prisma/client.js';
import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import { Temporal } from '../../../../platform/time.js';
import { daysText } from '../../../../platform/words/dates.js';
import { type Payroll, type Reading, require } from '../desk.js';
import type { Payslip } from '../payslip.js';
import type { PayRun } from '../run/pay-run.js';
import { settledStates } from '../run/states.js';
import { DESK } from '../settings.js';
import { SLIP } from '../slip-ids.js';
import { payslipsIn } from '../store/payslips.js';
import { runsIn } from '../store/runs.js';
import { no, words } from '../words.js';

/** Payslips are announced for this time of the payday, in the office's zone. */
const ANNOUNCED_AT = '09:00';
const READ_AT_ONCE = 500;

/** How far the payslips of a run have come. Counts of messages; never an amount. */
export interface Sending {
  run: PayRun;
  /** When they are announced: none comes earlier. */
  at: Temporal.Instant;
  slips: number;
  /** Those of people whom nobody knows in Slack, or whose account is closed. */
  unreachable: readonly { number: string; name: string }[];
  waiting: number;
  sent: number;
  /** Nobody can know whether it arrived, or Slack refused it: `/backoffice status` sends them again. */
  ambiguous: number;
  failed: number;
}

/** When the payslips of a run may be seen. */
export const announcedAt = (
  { office }: Pick<Reading, 'office'>,
  { payday }: Pick<PayRun, 'payday'>,
): Temporal.Instant => firstInstantAt(payday.toPlainDateTime(ANNOUNCED_AT), office.timeZone);

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
export async function sendDueSlips(desk: Payroll): Promise<number> {
  const today = desk.now.toZonedDateTimeISO(desk.office.timeZone).toPlainDate();
  const near = (await runsIn(desk.db).settled()).filter(
    ({ payday }) => Math.abs(today.until(payday, { largestUnit: 'days' }).days) <= DUE_WITHIN_DAYS,
  );
  let begun = 0;
  for (const run of near) {
    if ((await lettersOf(desk, run.id)).size > 0) continue;
    await writeSlips(desk, 'system', run);
    begun++;
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
  await desk.audit.record({ actor: by, action: `${DESK}.send-slips`, object: caseOf(runId) });
}

const isAhead = (at: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) > 0;

export const caseOf = (runId: string): string => `${DESK}/run/${runId}`;
export const refOf = ({ runId, employeeNumber, net }: Payslip): string =>
  [runId, encodeURIComponent(employeeNumber), net.currency].join('/');
const keyOf = (slip: Payslip): string => `${SLIP}/${refOf(slip)}`;

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

async function sendingOf(desk: Reading, run: PayRun): Promise<Sending> {
  const counts = await lettersOf(desk, run.id);
  const count = (...states: string[]) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  return {
    run,
    at: announcedAt(desk, run),
    slips: (await payslipsIn(desk.db).totals(run.id)).reduce((sum, { payslips }) => sum + payslips, 0),
    unreachable: await unreachableIn(desk, run.id),
    waiting: count('pending', 'sending'),
    sent: count('sent'),
    ambiguous: count('ambiguous'),
    failed: count('dead'),
  };
}

async function lettersOf({ db }: Reading, runId: string): Promise<Map<string, number>> {
  const rows = await db.letter.groupBy({
    by: ['state'],
    where: { about: caseOf(runId), kind: 'document' },
    _count: { _all: true },
  });
  return new Map(rows.map(({ state, _count }) => [state, _count._all]));
}

async function unreachableIn({ db }: Reading, runId: string): Promise<{ number: string; name: string }[]> {
  return db.$queryRaw(Prisma.sql`
    SELECT DISTINCT "PayslipRow"."employeeNumber" AS "number", "PayslipRow"."name" AS "name" FROM "PayslipRow"
    LEFT JOIN "Person" ON "Person"."id" = "PayslipRow"."personId"
    WHERE "runId" = ${runId}::uuid AND ("Person"."id" IS NULL OR "Person"."deactivatedAt" IS NOT NULL)
    ORDER BY "name" LIMIT 50`);
}

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
