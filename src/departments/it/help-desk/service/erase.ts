import type { Forgotten } from '../../../../platform/doors/personal.js';
import type { HelpDesk } from '../desk.js';
import { caseOf, DESK } from '../ticket.js';
import { words } from '../words.js';

const AT_A_TIME = 200;

/** Erases what was written in tickets that ended long ago. */
export async function eraseOutdated(desk: HelpDesk): Promise<void> {
  const { keepMonths } = desk.settings;
  if (keepMonths === 0) return;
  const before = desk.now.toZonedDateTimeISO('UTC').subtract({ months: keepMonths }).toInstant();
  for (const number of await desk.tickets.untouchedSince(before, AT_A_TIME)) await erase(desk, number);
}

/** Erases what somebody wrote to the desk and what was answered, but for what is still open. */
export async function forget(desk: HelpDesk, personId: string): Promise<Forgotten[]> {
  const finished = await desk.tickets.readableOf(personId);
  for (const number of finished) await erase(desk, number);
  await desk.drafts.forgetOf(personId);
  const open = await desk.tickets.openFor(personId);
  return [
    { fate: 'erased', what: 'forgotten.tickets', count: finished.length },
    { fate: 'kept', what: 'forgotten.open', count: open.length },
  ];
}

/** What remains tells what kind of thing it was, when it came, and how long it took. */
async function erase(desk: HelpDesk, number: number): Promise<void> {
  await desk.tickets.erase(number);
  await desk.outbox.erase(caseOf(number), { text: words.in(desk.language)('ticket.erased', { number }) });
  await desk.audit.record({ actor: 'system', action: `${DESK}.erase`, object: caseOf(number) });
}
