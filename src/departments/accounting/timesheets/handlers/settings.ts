import type { ActionVisit, Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { keepSettings, seeSettings } from '../service/settings.js';
import { readRules, rulesForm } from '../views/rules-form.js';
import { readFrame, settingsForm } from '../views/settings.js';
import { type Room, sayFor } from './room.js';

/** `/timesheet settings`: accountants say how periods are counted, and what hours are worth. */
export function settingsHandlers({ desk }: Room) {
  const see = (visit: Visit) => desk.look((at) => seeSettings(at, visit.person.id));
  const saved = (visit: Visit): Answer => ({ close: 'all', say: { text: sayFor(visit)('settings.saved') } });

  return {
    show: async (visit: Visit): Promise<Answer> => ({ open: settingsForm(sayFor(visit), await see(visit)) }),
    showRules: async (visit: ActionVisit): Promise<Answer> => ({
      push: rulesForm(sayFor(visit), (await see(visit)).rules),
    }),

    save: async (visit: FormVisit): Promise<Answer> => {
      const read = readFrame(sayFor(visit), visit.view.values, await see(visit));
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => keepSettings(at, visit.person.id, read.frame));
      return saved(visit);
    },

    saveRules: async (visit: FormVisit): Promise<Answer> => {
      await see(visit);
      const read = readRules(sayFor(visit), visit.view.values);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => keepSettings(at, visit.person.id, { rules: read.rules }));
      return saved(visit);
    },
  };
}
