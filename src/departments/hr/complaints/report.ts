import type { ReportSource } from '../../../platform/reports/report-source.js';
import { DESK } from './complaint.js';
import { readingDesk } from './desk.js';
import { isAllowedTo } from './service/access.js';
import { FEWEST, seeStatistics } from './service/statistics.js';
import { words } from './words.js';

/** How many complaints came in, and what about: small numbers are hidden, for they would point at people. */
export const complaintReport: ReportSource = {
  name: `${DESK}.complaints`,
  title: 'report.title',
  about: 'report.about',
  isPrivate: true,
  isYearly: true,

  mayRead: async (look, personId) => isAllowedTo(look, 'seeStatistics', personId),

  async tally(look, { days, language, readerId }) {
    const say = words.in(language);
    const reader = readerId === null ? null : await look.people.get(readerId);
    // Each reader is told of what they aren't kept out of, so a channel is told nothing.
    if (!reader) return { isEmpty: true, measures: [], rows: [], notes: [] };
    const { total, byKind } = await seeStatistics(await readingDesk(look), reader, days.until.year);
    return {
      isEmpty: false,
      measures: [
        {
          ...{ key: 'total', label: say.plain('report.total'), unit: { is: 'count' }, better: 'neither', value: total },
          isDrawn: true,
        },
      ],
      rows: byKind.map(({ kind, count: value }) => ({
        ...{ key: kind, label: say.plain(`kind.${kind}`), group: say.plain('report.total') },
        ...{ unit: { is: 'count' }, better: 'neither', value },
      })),
      notes: [say.plain('report.hidden', { fewest: FEWEST })],
    };
  },
};
