import type { Desk } from '../../../../platform/doors/doors.js';
import type { Transaction } from '../../../../platform/office.js';
import type { Person } from '../../../../platform/people/person.js';
import { tellOfDeparture } from '../letters.js';
import { staffWhoLeft } from '../store/office.js';
import { dismiss } from './watch.js';

/** Takes somebody who has left off their desks, and tells those who should know. */
export async function seeOff(
  tx: Transaction,
  desks: readonly Desk[],
  { id, name }: Pick<Person, 'id' | 'name'>,
  key: string,
): Promise<void> {
  for (const departure of await dismiss(tx, desks, id)) await tellOfDeparture(tx, name, departure, key);
}

/** Of some departures no event tells: they are learned when people are looked up anew. */
export async function seeOffThoseGone(tx: Transaction, desks: readonly Desk[], once: string): Promise<void> {
  for (const person of await staffWhoLeft(tx)) await seeOff(tx, desks, person, `${person.id}/${once}`);
}
