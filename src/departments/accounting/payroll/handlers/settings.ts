import type { Answer, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import type { Room } from '../desk.js';
import { saveSettings, seeSettings } from '../service/settings.js';
import { readSettings, settingsForm } from '../views/settings.js';
import { words } from '../words.js';

/** `/payroll settings`: those who keep the payroll say in which currency it thinks, and what it looks out for. */
export const settingsHandlers = ({ desk }: Room) => ({
  show: async (visit: Visit) => {
    const switches = await desk.look((at) => seeSettings(at, visit.person.id));
    return { open: settingsForm(words.in(visit.language), switches) };
  },

  save: async (visit: FormVisit): Promise<Answer> => {
    const say = words.in(visit.language);
    const read = readSettings(say, visit.view.values);
    if ('errors' in read) return read;
    await desk.work(visit.key, (at) => saveSettings(at, visit.person.id, read.switches));
    return { close: 'all', say: { text: say('settings.saved') } };
  },
});
