import type { ReportSource } from '../../../platform/reports/report-source.js';
import { hoursText } from '../../../platform/words/dates.js';
import { readingDesk, standingsOf } from './desk.js';
import { may } from './permissions.js';
import { DESK } from './sheet.js';
import { words } from './words.js';

/** For what the hours were worked: only those that a manager has approved count. */
export const projectReport: ReportSource = {
  name: `${DESK}.projects`,
  title: 'report.title',
  about: 'report.about',

  async mayRead(look, personId) {
    return may('seeAll', await standingsOf(look, personId, personId));
  },

  async tally(look, { days, language }) {
    const say = words.in(language);
    const { projects } = await readingDesk(look);
    const worked = await projects.worked(days);
    const approved = worked.filter(({ isApproved }) => isApproved);
    const sum = (some: typeof worked) => some.reduce((minutes, one) => minutes + one.minutes, 0);
    const waiting = sum(worked.filter(({ isApproved }) => !isApproved));
    return {
      isEmpty: approved.length === 0,
      measures: [
        {
          ...{ key: 'hours', label: say.plain('report.hours'), unit: { is: 'minutes' }, better: 'neither' },
          ...{ value: sum(approved), isDrawn: true },
        },
        {
          ...{ key: 'people', label: say.plain('report.people'), unit: { is: 'count' }, better: 'neither' },
          value: await projects.workers(days),
        },
      ],
      rows: approved.map(({ projectId, name, minutes }) => ({
        ...{ key: projectId ?? 'none', label: name ?? say.plain('report.noProject'), group: say.plain('report.hours') },
        ...{ unit: { is: 'minutes' }, better: 'neither', value: minutes },
      })),
      notes: waiting > 0 ? [say.plain('report.waiting', { hours: hoursText(waiting) })] : [],
    };
  },
};
