import type { ModalView } from '@slack/types';
import type { ActionVisit, Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { dayIn } from '../../../../platform/people/days.js';
import { daysText } from '../../../../platform/words/dates.js';
import { delegate, delegationsAhead, endDelegation } from '../service/delegations.js';
import { delegationForm, readDelegation } from '../views/delegations.js';
import { type Room, sayFor } from './room.js';

/** Who decides while somebody is away. */
export function delegationHandlers({ office, kinds }: Room) {
  const draw = async (visit: Visit, notice?: string): Promise<ModalView> => {
    const ahead = await office.read((look) => delegationsAhead(look, visit.person));
    return delegationForm(sayFor(visit), ahead, dayIn(visit.person.timeZone, visit.now), notice);
  };

  return {
    open: async (visit: Visit): Promise<Answer> => ({ open: await draw(visit) }),
    show: async (visit: ActionVisit): Promise<Answer> =>
      visit.view && !visit.onHome ? { push: await draw(visit) } : { open: await draw(visit) },

    save: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const read = readDelegation(say, visit.view.values);
      if ('errors' in read) return read;
      const { delegateId, from, until } = await office.transact((tx) => delegate(tx, kinds, visit.person, read.wish), {
        incoming: visit.key,
      });
      const values = { who: mention(delegateId), days: daysText({ from, until }, say.language) };
      return { update: await draw(visit, say('delegate.saved', values)) };
    },

    remove: async (visit: ActionVisit): Promise<Answer> => {
      await office.transact((tx) => endDelegation(tx, kinds, visit.person, visit.value), { incoming: visit.key });
      return { update: await draw(visit) };
    },
  };
}
