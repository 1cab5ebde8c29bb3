import type { Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import { eraseAll, eraseCaller, mustErase } from '../service/erase.js';
import { keepSettings, settingsToKeep } from '../service/settings.js';
import { eraseForm, readErase, readSettings, settingsForm } from '../views/head-forms.js';
import { type Room, sayFor } from './room.js';

/** What the desk's heads keep: how long people are rung, how long calls are kept, and erasing a caller. */
export const headHandlers = ({ desk }: Room) => ({
  settings: async (visit: Visit): Promise<Answer> => {
    const { settings, country } = await desk.look(async (at) => ({
      settings: await settingsToKeep(at, visit.person.id),
      country: at.countryFor(),
    }));
    return { open: settingsForm(sayFor(visit), settings, country) };
  },
  saveSettings: async (visit: FormVisit): Promise<Answer> => {
    const read = readSettings(sayFor(visit), visit.view);
    if ('errors' in read) return read;
    await desk.work(visit.key, (at) => keepSettings(at, visit.person.id, read.settings));
    return { close: 'all', say: { text: sayFor(visit)('settings.kept') } };
  },

  /** `/handoff erase +40 21 …`, or `erase 12, 15`. */
  erase: async (visit: CommandVisit): Promise<Answer> => {
    await desk.look((at) => mustErase(at, visit.person.id));
    return { open: eraseForm(sayFor(visit), readableText(visit.text).trim()) };
  },
  doErase: async (visit: FormVisit): Promise<Answer> => {
    const say = sayFor(visit);
    const wish = readErase(visit.view, await desk.look(async (at) => at.countryFor(visit.person.timeZone)));
    if (!wish) return { errors: { which: say.plain('erase.neither') } };
    const count = await desk.work(visit.key, (at) =>
      'phone' in wish ? eraseCaller(at, visit.person.id, wish.phone) : eraseAll(at, visit.person.id, wish.numbers),
    );
    if (count === 0) return { errors: { which: say.plain('erase.nothing') } };
    return { close: 'all', say: { text: say('erase.done', { count }) } };
  },
});
