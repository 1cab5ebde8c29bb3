import type { KnownBlock } from '@slack/types';
import type { CommandVisit, Desk, Note, OpenThing, Visit } from '../../../../platform/doors/doors.js';
import { dayIn } from '../../../../platform/people/days.js';
import { intentOf } from '../readers/free-text.js';
import { absencesAhead } from '../service/absences.js';
import { stateOf } from '../service/state.js';
import { chatNote } from '../views/chat.js';
import { homeFoot, homeTop } from '../views/home.js';
import { hubNote } from '../views/hub.js';
import { spoken } from './offers.js';
import { type Reception, sayTo } from './reception.js';

/** `/backoffice` and App Home: what there is, for whom. */
export function hubHandlers({ office, desks }: Reception) {
  const stateFor = ({ person }: Visit) => (person.isAdmin ? stateOf(office, desks) : null);

  const hub = async (visit: Visit): Promise<Note> => {
    const [state, openThings] = await Promise.all([stateFor(visit), openThingsOf(desks, visit)]);
    return hubNote({ person: visit.person, desks, openThings, state }, sayTo(visit));
  };

  return {
    /** A text after the command is a request in the person's own words. */
    otherwise: async (visit: CommandVisit) => {
      const text = await spoken(office, visit.text);
      return { say: text ? chatNote(intentOf(text), visit.person, desks, { text }, sayTo(visit)) : await hub(visit) };
    },
    top: async (visit: Visit): Promise<KnownBlock[]> => {
      const { person, now } = visit;
      const absences = await office.read((look) => absencesAhead(look, person));
      const absence = absences.find(({ from }) => from.since(dayIn(person.timeZone, now)).sign <= 0);
      return homeTop({ person, now, desks, absence, state: await stateFor(visit) }, sayTo(visit));
    },
    foot: async (visit: Visit): Promise<KnownBlock[]> => homeFoot(visit.person, sayTo(visit)),
  };
}

const openThingsOf = async (desks: readonly Desk[], visit: Visit): Promise<OpenThing[]> =>
  (await Promise.all(desks.map((desk) => desk.openThings?.(visit) ?? []))).flat();
