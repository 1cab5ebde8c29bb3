import { instantsOf } from '../../../platform/people/days.js';
import type { Measure, ReportSource } from '../../../platform/reports/report-source.js';
import { DESK } from './call.js';
import { colleague, readingDesk } from './desk.js';
import { may, standingsOf } from './permissions.js';
import { wholeOf } from './service/statistics.js';
import { words } from './words.js';

/** How many called, and what became of them. */
export const callReport: ReportSource = {
  name: `${DESK}.calls`,
  title: 'report.title',
  about: 'report.about',

  async mayRead(look, personId) {
    return may('seeStatistics', standingsOf(await colleague(look, personId)));
  },

  async tally(look, { days, language }) {
    const say = words.in(language);
    const { figures, calendar } = await readingDesk(look);
    const rows = await figures.among(instantsOf(days, calendar.timeZone), calendar.timeZone);
    const { calls, answered, lost, unhappy, medianSeconds } = wholeOf(rows);
    const counted = (
      key: 'calls' | 'answered' | 'lost' | 'unhappy',
      value: number,
      better: Measure['better'],
    ): Measure => ({
      ...{ key, label: say.plain(`report.${key}`), unit: { is: 'count' }, better, value },
    });
    return {
      isEmpty: calls === 0,
      measures: [
        { ...counted('calls', calls, 'neither'), isDrawn: true },
        { ...counted('answered', answered, 'more'), isDrawn: true },
        counted('lost', lost, 'less'),
        counted('unhappy', unhappy, 'less'),
        {
          ...{ key: 'wait', label: say.plain('report.wait'), unit: { is: 'minutes' }, better: 'less' },
          value: medianSeconds === null ? null : Math.round(medianSeconds / 60),
        },
      ],
      rows: rows
        .filter(({ kind }) => kind === 'rotation')
        .map(({ rotation, calls: value }) => ({
          ...{ key: rotation ?? 'none', label: rotation ?? say.plain('report.noRotation') },
          ...{ group: say.plain('report.calls'), unit: { is: 'count' }, better: 'neither', value },
        })),
      notes: [],
    };
  },
};
