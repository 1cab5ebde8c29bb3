import type { Payroll, Reading } from '../desk.js';
import type { Employee } from '../employee.js';
import { channelText, missingAccountsLetter } from '../letters/messages.js';
import { type PayrollMessage, type Saying, toChannel } from '../messages/message.js';
import { DESK } from '../settings.js';
import { employeesIn } from '../store/employees.js';
import { messagesIn } from '../store/messages.js';
import { words } from '../words.js';
import { caseOf, datesOf, isDue } from './message-dates.js';
import { beginReport } from './report-sending.js';
import { sendDueSlips } from './sending.js';

/** A message that comes later than this, since nobody ran the program, is no news any more. */
const LATE_AFTER_HOURS = 24;

/** Says what is due, each time of each message once, and writes down when it comes next. */
export async function sayDue(desk: Payroll): Promise<void> {
  for (const id of await messagesIn(desk.db).dueBy(desk.now)) {
    const message = await messagesIn(desk.db).hold(id);
    if (!message || message.isPaused || message.nextAt === null || !isDue(message, desk.now)) continue;
    const isLate = message.nextAt.add({ hours: LATE_AFTER_HOURS }).epochMilliseconds < desk.now.epochMilliseconds;
    const lastSaid = isLate ? 'late' : await deliver(desk, message, String(message.nextAt));
    if (isLate) await tellOfLate(desk, message);
    const [nextAt = null] = datesOf(desk, message.rule, 1);
    await messagesIn(desk.db).change(id, { nextAt, lastDueAt: message.nextAt, lastSaid });
  }
}

/** `turn` tells one time from the others. */
export async function deliver(desk: Payroll, message: PayrollMessage, turn: string): Promise<Saying> {
  const once = `${DESK}/message/${message.id}/${turn}`;
  if (message.kind === 'slips') return sendSlipsByCalendar(desk);
  if (message.kind === 'missingAccounts') return tellOfMissing(desk, message, once);
  if (message.channel === null) return 'noChannel';
  await desk.outbox.post({ to: message.channel, text: channelText(message), once, about: caseOf(message.id) });
  return 'said';
}

async function sendSlipsByCalendar(desk: Payroll): Promise<Saying> {
  const begun = await sendDueSlips(desk);
  for (const run of begun) await beginReport(desk, 'system', run);
  return begun.length > 0 ? 'said' : 'nothingToSay';
}

async function tellOfMissing(desk: Payroll, { id }: PayrollMessage, once: string): Promise<Saying> {
  const missing = await withoutAccount(desk);
  if (missing.length === 0) return 'nothingToSay';
  for (const officer of await officersOf(desk)) {
    const letter = missingAccountsLetter(words.in(officer.language), missing);
    await desk.outbox.post({ to: officer.id, ...letter, once: `${once}/${officer.id}`, about: caseOf(id) });
  }
  return 'said';
}

/** Those who work here today and have no bank account on record. */
export async function withoutAccount({ db, office, now }: Reading): Promise<Employee[]> {
  const today = now.toZonedDateTimeISO(office.timeZone).toPlainDate();
  return (await employeesIn(db).working({ from: today, until: today })).filter(({ hasAccount }) => !hasAccount);
}

async function officersOf({ staff, people }: Reading) {
  const officers = (await staff.of(DESK)).filter(({ role }) => role === 'officer');
  return (await people.many(officers.map(({ personId }) => personId))).filter(({ deactivatedAt }) => !deactivatedAt);
}

async function tellOfLate(desk: Payroll, message: PayrollMessage): Promise<void> {
  for (const { id, language } of await officersOf(desk)) {
    const say = words.in(language);
    const text = say('messages.tooLate', { kind: say(`messages.kind.${message.kind}`) });
    await desk.outbox.post({ to: id, text, once: `${DESK}/message/${message.id}/${message.nextAt}/late/${id}` });
  }
}

/** What somebody sees who wants to know how it will look: sent to them alone. */
export async function previewTo(desk: Payroll, by: string, message: PayrollMessage, key: string): Promise<void> {
  const person = await desk.people.get(by);
  const say = words.in(person?.language ?? 'en');
  const once = `${DESK}/message/${message.id}/preview/${key}`;
  const shown = toChannel[message.kind]
    ? { text: channelText(message) }
    : message.kind === 'slips'
      ? { text: say('messages.previewSlips') }
      : missingAccountsLetter(say, await withoutAccount(desk));
  await desk.outbox.post({ to: by, ...shown, once });
}
