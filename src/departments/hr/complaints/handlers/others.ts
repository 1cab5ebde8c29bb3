import type { ActionVisit, Answer, CommandVisit, FormVisit, Visit } from '../../../../platform/doors/doors.js';
import { todayOf } from '../desk.js';
import { readReference } from '../receipts.js';
import { readLog } from '../service/log.js';
import { seeRetention } from '../service/retention.js';
import { keepSettings, seeSettings } from '../service/settings.js';
import { seeStatistics } from '../service/statistics.js';
import { logView, readSettings, retentionView, settingsForm, statisticsView } from '../views/others.js';
import { no } from '../words.js';
import { type Room, sayFor } from './room.js';

/** What auditors, heads and the management see, and what heads set. */
export function otherHandlers({ desk }: Room) {
  const log = async (visit: Visit, reference: string, page: number) =>
    logView(sayFor(visit), await desk.workUnseen((at) => readLog(at, visit.person, reference, page)), page);

  return {
    log: async (visit: CommandVisit): Promise<Answer> => {
      const reference = readReference(visit.text);
      if (reference === null) throw no('refused.whichLog');
      return { open: await log(visit, reference, 0) };
    },
    turnLog: async (visit: ActionVisit): Promise<Answer> => {
      const [page = '', reference = ''] = visit.value.split('/');
      return { update: await log(visit, readReference(reference) ?? '', /^\d{1,4}$/.test(page) ? Number(page) : 0) };
    },

    retention: async (visit: Visit): Promise<Answer> => ({
      open: retentionView(sayFor(visit), await desk.look((at) => seeRetention(at, visit.person))),
    }),

    statistics: async (visit: CommandVisit): Promise<Answer> => {
      const typed = visit.text.trim();
      if (typed !== '' && !/^20\d{2}$/.test(typed)) throw no('refused.whichYear', { text: typed });
      const statistics = await desk.look((at) =>
        seeStatistics(at, visit.person, typed === '' ? todayOf(at).year : Number(typed)),
      );
      return { open: statisticsView(sayFor(visit), statistics) };
    },

    settings: async (visit: Visit): Promise<Answer> => ({
      open: settingsForm(sayFor(visit), await desk.look((at) => seeSettings(at, visit.person.id))),
    }),
    saveSettings: async (visit: FormVisit): Promise<Answer> => {
      const read = readSettings(sayFor(visit), visit.view.values);
      if ('errors' in read) return read;
      await desk.work(visit.key, (at) => keepSettings(at, visit.person.id, read.settings));
      return { close: 'all', say: { text: sayFor(visit)('settings.saved') } };
    },
  };
}
