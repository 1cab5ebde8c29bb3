import type { Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { saveSettings, seeSettings } from '../service/settings.js';
import { readSettings, settingsForm } from '../views/settings.js';
import { type Room, sayFor } from './room.js';

/** `/ithelp settings`: leads say how the desk works. */
export function settingsHandlers({ desk }: Room) {
  const see = (visit: Visit) => desk.look((at) => seeSettings(at, visit.person.id));

  return {
    show: async (visit: Visit) => ({ open: settingsForm(sayFor(visit), await see(visit)) }),

    save: async (visit: FormVisit): Promise<Answer> => {
      await see(visit);
      const say = sayFor(visit);
      const read = readSettings(say, visit.view.values);
      if ('errors' in read) return read;
      const count = await desk.work(visit.key, (at) => saveSettings(at, visit.person.id, read.fields));
      const text = count > 0 ? say('settings.savedFor', { count }) : say('settings.saved');
      return { close: 'all', say: { text } };
    },
  };
}
