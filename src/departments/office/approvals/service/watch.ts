import type { ApprovalKind } from '../../../../platform/approvals/approvals.js';
import { handOutCards } from '../../../../platform/approvals/cards.js';
import { audienceOf } from '../../../../platform/approvals/deciders.js';
import { approvalsIn, type KeptApproval } from '../../../../platform/approvals/store.js';
import { isWorking } from '../../../../platform/calendar/working-time.js';
import type { Transaction } from '../../../../platform/office.js';
import { timeIn } from '../../../../platform/people/days.js';
import { calendarOf, OFFICE, officeSettings } from '../../../../platform/settings/office-settings.js';
import { remindDecider } from '../letters.js';

/** People are reminded once a working day at this hour of theirs, of what has waited for a day. */
const REMIND_AT_HOUR = 9;
const PATIENCE_HOURS = 24;

/** One message for each decider, however much waits for them. */
export async function remindDeciders(tx: Transaction, kinds: readonly ApprovalKind[]): Promise<void> {
  const office = calendarOf(await tx.settings.get(OFFICE, officeSettings));
  const waiting = new Map<string, KeptApproval[]>();
  for (const approval of await longOpen(tx, kinds)) {
    for (const id of await audienceOf(tx, approval, tx.now)) waiting.set(id, [...(waiting.get(id) ?? []), approval]);
  }
  const away = await tx.people.awayAmong([...waiting.keys()], tx.now);
  for (const person of await tx.people.many([...waiting.keys()])) {
    const there = timeIn(person.timeZone, tx.now);
    const isDay = isWorking({ ...office, timeZone: person.timeZone, hours: allDay(office.hours) }, tx.now);
    if (there.hour !== REMIND_AT_HOUR || !isDay || away.has(person.id)) continue;
    await remindDecider(tx, person, waiting.get(person.id)?.length ?? 0, there.toPlainDate());
  }
}

/** The office's days, whatever its hours: who lives elsewhere begins when it is morning there. */
const allDay = (hours: ReturnType<typeof calendarOf>['hours']) =>
  Object.fromEntries(Object.keys(hours).map((day) => [day, { from: '00:00', to: '23:59' }]));

async function longOpen(tx: Transaction, kinds: readonly ApprovalKind[]): Promise<KeptApproval[]> {
  const known = new Set(kinds.map(({ name }) => name));
  const open = await approvalsIn(tx.db, tx.now).allOpen();
  return open.filter(({ kind, askedAt }) => known.has(kind) && tx.now.since(askedAt).total('hours') >= PATIENCE_HOURS);
}

/**
 * Makes up for what changes without an event: whoever stands in from today gets the cards, and where all the deciders have
 * left, their managers, else the kind's own fallback, decide.
 */
export async function followPeople(tx: Transaction, kinds: readonly ApprovalKind[]): Promise<void> {
  const store = approvalsIn(tx.db, tx.now);
  for (const { id } of await store.allOpen()) {
    const approval = await store.hold(id);
    const kind = kinds.find(({ name }) => name === approval?.kind);
    if (approval?.state !== 'open' || !kind) continue;
    const deciders = await tx.people.many(approval.deciderIds);
    const isEmpty = deciders.every(({ deactivatedAt }) => deactivatedAt !== null);
    const next = isEmpty ? ((await kind.decidersFor?.(tx, approval)) ?? []) : [];
    const addressed = next.length > 0 ? await store.readdress(id, next) : approval;
    await handOutCards(tx, kind, addressed);
  }
}
