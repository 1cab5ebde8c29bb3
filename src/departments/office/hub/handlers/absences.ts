import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { dayIn } from '../../../../platform/people/days.js';
import { daysText } from '../phrases.js';
import { type DateRange, readDateRange } from '../readers/date-range.js';
import { absencesAhead, comeBack, noteAbsence, type Return, removeAbsence } from '../service/absences.js';
import { awayForm, readAwayForm } from '../views/away-form.js';
import type { Say } from '../words.js';
import { spoken } from './offers.js';
import { type Reception, sayTo, show } from './reception.js';

/** `/backoffice away` and `back`: people note their own absences, and nobody else's. */
export function absenceHandlers({ office }: Reception) {
  const form = async (visit: Visit, filled: Partial<DateRange>) => {
    const absences = await office.read((look) => absencesAhead(look, visit.person));
    return awayForm(absences, filled, sayTo(visit));
  };
  const today = ({ person, now }: Visit) => dayIn(person.timeZone, now);

  const back = async (visit: Visit): Promise<Answer> => {
    const outcome = await office.transact((tx) => comeBack(tx, visit.person), { incoming: visit.key });
    return { say: { text: returnText(outcome, visit, sayTo(visit)) } };
  };

  return {
    back,
    ask: async (visit: ActionVisit) => show(visit, await form(visit, { from: today(visit) })),
    /** What was typed after the command is filled in: days where it begins with days, else a note. */
    command: async (visit: CommandVisit): Promise<Answer> => {
      const text = await spoken(office, visit.text);
      const read = readDateRange(text, today(visit));
      return { open: await form(visit, read ?? { from: today(visit), note: text }) };
    },
    save: async (visit: FormVisit): Promise<Answer> => {
      const say = sayTo(visit);
      const read = readAwayForm(visit.view.values, say);
      if ('errors' in read) return read;
      await office.transact((tx) => noteAbsence(tx, visit.person, read.form), { incoming: visit.key });
      return { say: { text: say('away.saved', { when: daysText(read.form.from, read.form.until, say) }) } };
    },
    remove: async (visit: ActionVisit): Promise<Answer> => {
      await office.transact((tx) => removeAbsence(tx, visit.person, visit.value), { incoming: visit.key });
      return { update: await form(visit, { from: today(visit) }) };
    },
  };
}

function returnText(outcome: Return, { person }: Visit, say: Say): string {
  const when = outcome.next ? daysText(outcome.next.from, outcome.next.until, say) : null;
  if ('ended' in outcome) {
    return when ? say('away.endedNext', { name: person.name, when }) : say('away.ended', { name: person.name });
  }
  if (outcome.away === 'byStatus') return say('away.byStatus');
  return when ? say('away.notAwayNext', { when }) : say('away.notAway');
}
