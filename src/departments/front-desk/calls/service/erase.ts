import { type Call, caseOf, DESK } from '../call.js';
import { type Calls, colleague, type Reading } from '../desk.js';
import { blankCards } from '../letters/cards.js';
import { may, standingsOf } from '../permissions.js';
import { isOpen } from '../states.js';
import { no } from '../words.js';

/** Erases who called and why from calls that were finished long ago. */
export async function eraseOutdated(desk: Calls): Promise<void> {
  const before = desk.now.toZonedDateTimeISO('UTC').subtract({ months: desk.settings.keepMonths }).toInstant();
  const numbers = await desk.due.outdated(before, AT_A_TIME);
  for (const call of await desk.calls.holdFree(numbers)) await erase(desk, call, null);
}

const AT_A_TIME = 200;

/** Only heads, who answer for it. */
export async function mustErase(desk: Reading, by: string): Promise<void> {
  if (!may('erase', standingsOf(await colleague(desk, by)))) throw no('refused.notHead');
}

/** On request of whoever called: all their calls. Whoever is still waiting for somebody is helped first. */
export async function eraseCaller(desk: Calls, by: string, callerNumber: string): Promise<number> {
  const numbers = await desk.log.numbersFrom(callerNumber);
  return eraseAll(desk, by, numbers);
}

export async function eraseAll(desk: Calls, by: string, numbers: readonly number[]): Promise<number> {
  await mustErase(desk, by);
  const calls: Call[] = [];
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const call = await desk.calls.hold(number);
    if (!call) throw no('refused.unknown', { number }, 'which');
    if (isOpen(call.state)) throw no('refused.stillOpen', { number }, 'which');
    if (!call.erasedAt) calls.push(call);
  }
  for (const call of calls) await erase(desk, call, by);
  return calls.length;
}

/** What remains tells when a call came, who took it and how long it waited, and nothing of the caller. */
async function erase(desk: Calls, call: Call, by: string | null): Promise<void> {
  const { number } = call;
  const nothing = { callerName: '', callerNumber: null, company: null, reason: '', notes: null, language: null };
  const changed = await desk.calls.change(number, {
    ...{ ...nothing, question: null, decision: null, outsideId: null, erasedAt: desk.now },
  });
  await desk.history.forget(number);
  await desk.history.add(number, { kind: 'erased', actorId: by });
  await blankCards(desk, changed);
  await desk.audit.record({ actor: by ?? 'system', action: `${DESK}.erase`, object: caseOf(number) });
}
