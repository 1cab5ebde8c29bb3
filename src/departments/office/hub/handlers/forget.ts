import type {
  ActionVisit,
  Answer,
  CommandVisit,
  FormVisit,
  SearchVisit,
  Visit,
} from '../../../../platform/doors/doors.js';
import type { Transaction } from '../../../../platform/office.js';
import { forget, leavers, lookAhead } from '../service/forget.js';
import { forgetForm, forgetPreview, forgottenView, leaverOption, readWhom } from '../views/forget.js';
import { type Reception, sayTo, show } from './reception.js';

/** `/backoffice forget`: who has left is forgotten, on request. For admins, who see what goes before it goes. */
export function forgetHandlers({ office, desks }: Reception) {
  const ask = async (visit: Visit): Promise<Answer> => {
    const say = sayTo(visit);
    const gone = await office.read((look) => leavers(look, visit.person.id));
    return gone.length > 0 ? show(visit, forgetForm(say)) : { say: { text: say('forget.nobody') } };
  };

  return {
    ask: (visit: ActionVisit) => ask(visit),
    command: (visit: CommandVisit) => ask(visit),
    leavers: async (visit: SearchVisit) => {
      const found = await office.read((look) => leavers(look, visit.person.id, visit.query));
      return found.map((one) => leaverOption(one, sayTo(visit)));
    },
    preview: async (visit: FormVisit): Promise<Answer> => {
      const say = sayTo(visit);
      const whom = readWhom(visit.view.values);
      if (!whom) return { errors: { whom: say.plain('forget.choose') } };
      return { update: forgetPreview(await lookAhead(office, desks, visit.person.id, whom), say) };
    },
    confirm: async (visit: FormVisit): Promise<Answer> => {
      const work = (tx: Transaction) => forget(tx, desks, visit.person.id, visit.view.privateMetadata);
      return { update: forgottenView(await office.transact(work, { incoming: visit.key }), sayTo(visit)) };
    },
  };
}
