import { isRowId } from '../../../../platform/claims.js';
import type { Look, Transaction } from '../../../../platform/office.js';
import { dayIn } from '../../../../platform/people/days.js';
import type { Absence, Person } from '../../../../platform/people/person.js';
import { Temporal } from '../../../../platform/time.js';
import { UserError } from '../../../../platform/user-error.js';
import { daysText } from '../phrases.js';
import { no, words } from '../words.js';

export interface AbsenceForm {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  note: string | null;
}

const today = (person: Person, { now }: Pick<Look, 'now'>): Temporal.PlainDate => dayIn(person.timeZone, now);

/** What is noted for the person from today on, soonest first. */
export async function absencesAhead(look: Look, person: Person): Promise<Absence[]> {
  const now = today(person, look);
  const known = await look.people.absencesOf([person.id], now.subtract({ days: 1 }));
  return known
    .filter(({ until }) => !isBefore(until, now))
    .sort((one, other) => Temporal.PlainDate.compare(one.from, other.from));
}

export async function noteAbsence(tx: Transaction, person: Person, form: AbsenceForm): Promise<Absence> {
  const now = today(person, tx);
  if (isBefore(form.from, now)) throw no('away.past', {}, 'from');
  if (isBefore(form.until, form.from)) throw no('away.endsBeforeStart', {}, 'until');
  if (isBefore(now.add({ years: 2 }), form.until)) throw no('away.tooFar', {}, 'until');
  const overlapping = (await absencesAhead(tx, person)).find((known) => overlap(known, form));
  if (overlapping) throw alreadyNoted(overlapping);
  const absence = await tx.people.addAbsence({ personId: person.id, ...form });
  await tx.outbox.refreshHome(person.id);
  return absence;
}

const alreadyNoted = ({ from, until }: Absence): UserError =>
  new UserError(
    'away.overlap',
    (language) => {
      const say = words.in(language);
      return say('away.overlap', { when: daysText(from, until, say) });
    },
    'from',
  );

/** Only the person's own: the id on a button is a claim. */
export async function removeAbsence(tx: Transaction, person: Person, id: string): Promise<void> {
  const removed = isRowId(id) && (await tx.people.removeAbsence(id, person.id));
  if (!removed) throw no('away.gone');
  await tx.outbox.refreshHome(person.id);
}

export type Return =
  | { ended: Absence; next: Absence | undefined }
  | { away: 'byStatus' | 'no'; next: Absence | undefined };

/** Ends the absence that covers today: the days before today stay on record. */
export async function comeBack(tx: Transaction, person: Person): Promise<Return> {
  const now = today(person, tx);
  const [first, ...later] = await absencesAhead(tx, person);
  if (!first || isBefore(now, first.from)) {
    const byStatus = (await tx.people.awayAmong([person.id], tx.now)).has(person.id);
    return { away: byStatus ? 'byStatus' : 'no', next: first };
  }
  await tx.people.removeAbsence(first.id, person.id);
  const yesterday = now.subtract({ days: 1 });
  if (!isBefore(yesterday, first.from)) {
    const { personId, from, note } = first;
    await tx.people.addAbsence({ personId, from, until: yesterday, note });
  }
  await tx.outbox.refreshHome(person.id);
  return { ended: first, next: later[0] };
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

const overlap = (one: Pick<Absence, 'from' | 'until'>, other: AbsenceForm): boolean =>
  !isBefore(one.until, other.from) && !isBefore(other.until, one.from);
