import type { Person } from '../../../../platform/people/person.js';
import { type Complaint, DESK, objectOf } from '../complaint.js';
import { type Complaints, type Reading, todayOf } from '../desk.js';
import { complaintsFor, require } from './access.js';

const AHEAD_DAYS = 60;

/** What will be erased in the next two months, unless it is held; the first to go first. Of what a head may see. */
export async function seeRetention(desk: Reading, { id }: Person): Promise<Complaint[]> {
  await require(desk, 'seeRetention', id);
  const until = todayOf(desk).add({ days: AHEAD_DAYS });
  return (await complaintsFor(desk, id, 'see'))
    .map(({ complaint }) => complaint)
    .filter(({ eraseOn }) => eraseOn !== null && eraseOn.until(until).total('days') >= 0)
    .sort((one, other) => String(one.eraseOn).localeCompare(String(other.eraseOn)));
}

/** Erases what is due: its key is destroyed, so that nobody reads it again, in this database or in a copy without the keys. */
export async function eraseDue(desk: Complaints): Promise<number> {
  const today = todayOf(desk);
  const due = (await desk.complaints.all()).filter(
    ({ eraseOn, isHeld }) => !isHeld && eraseOn !== null && eraseOn.until(today).total('days') >= 0,
  );
  for (const complaint of due) {
    await desk.complaints.erase(complaint.id, today);
    await desk.audit.record({ actor: 'system', action: `${DESK}.erase`, object: objectOf(complaint) });
  }
  return due.length;
}
