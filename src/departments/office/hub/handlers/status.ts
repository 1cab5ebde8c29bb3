import type { ActionVisit, Answer, Note, Visit } from '../../../../platform/doors/doors.js';
import { dayIn } from '../../../../platform/people/days.js';
import { redrawNotices } from '../notices.js';
import { botName, stateOf } from '../service/state.js';
import { discardLetter, sendAgain, type TroublePage, troublesFor } from '../service/troubles.js';
import { statusBlocks } from '../views/setup-list.js';
import { type Outcome, readLetterValue, readPage, troubleBlocks } from '../views/stuck-list.js';
import { type Reception, sayTo } from './reception.js';

/** Slack's limit for a message. */
const MESSAGE_BLOCKS = 50;

/** `/backoffice status`: whether the office works and, for admins, what waits for their decision. */
export function statusHandlers({ office, desks }: Reception) {
  const pageFor = ({ person }: Visit, page: number) => office.read((look) => troublesFor(look, person.id, page));

  const draw = async (visit: Visit, troubles: TroublePage | null, outcome?: Outcome): Promise<Note> => {
    const say = sayTo(visit);
    const state = await stateOf(office, desks);
    const below = troubles ? troubleBlocks(troubles, { desks, bot: state.botName, say }, outcome) : [];
    const today = dayIn(state.settings.timeZone, visit.now);
    const above = statusBlocks(state, say, today, visit.person.isAdmin, MESSAGE_BLOCKS - below.length);
    return { text: say('status.text'), blocks: [...above, ...below] };
  };

  const act =
    (work: typeof sendAgain, outcome: Outcome) =>
    async (visit: ActionVisit): Promise<Answer> => {
      const { id, page } = readLetterValue(visit.value);
      const done = await office.transact(
        async (tx) => {
          const isDone = await work(tx, visit.person.id, id);
          if (isDone) await redrawNotices(tx, { desks, bot: await botName(tx, office.workspace) });
          return isDone;
        },
        { incoming: visit.key },
      );
      return { replace: await draw(visit, await pageFor(visit, page), done ? outcome : 'gone') };
    };

  return {
    status: async (visit: Visit): Promise<Answer> => ({
      say: await draw(visit, visit.person.isAdmin ? await pageFor(visit, 0) : null),
    }),
    turn: async (visit: ActionVisit): Promise<Answer> => ({
      replace: await draw(visit, await pageFor(visit, readPage(visit.value))),
    }),
    sendAgain: act(sendAgain, 'sentAgain'),
    discard: act(discardLetter, 'discarded'),
  };
}
