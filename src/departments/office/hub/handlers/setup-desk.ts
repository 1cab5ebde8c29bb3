import type { Answer, FormVisit } from '../../../../platform/doors/doors.js';
import { welcomeStaff } from '../letters.js';
import { requireAdmin } from '../service/admins.js';
import { isFree, saveDesk, troublesWith } from '../service/desk.js';
import { botName, hasSetup, storedDesk } from '../service/state.js';
import { readDeskForm, troubleErrors } from '../views/desk-form.js';
import { deskChanges, savedView } from '../views/saved.js';
import { no } from '../words.js';
import { type Reception, sayTo } from './reception.js';

/** Keeps a desk's channels and people, once Slack has said that they will do. */
export function deskHandlers({ office, desks }: Reception) {
  return {
    save: async (visit: FormVisit): Promise<Answer> => {
      const by = visit.person.id;
      await office.read((look) => requireAdmin(look, by));
      const desk = desks.filter(hasSetup).find(({ name }) => name === visit.view.privateMetadata);
      if (!desk) throw no('desk.gone');
      const say = sayTo(visit);
      const form = readDeskForm(await office.read((look) => storedDesk(look, desk)), visit.view.values);
      const troubles = await troublesWith(office, desk, form);
      if (!isFree(troubles)) {
        const bot = await office.read((look) => botName(look, office.workspace));
        return { errors: troubleErrors(troubles, bot, say) };
      }
      const change = await office.transact(
        async (tx) => {
          const saved = await saveDesk(tx, by, desk, form);
          await welcomeStaff(tx, saved);
          return saved;
        },
        { incoming: visit.key },
      );
      return { update: savedView(deskChanges(change, say), say) };
    },
  };
}
