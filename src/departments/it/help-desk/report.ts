import { instantsOf } from '../../../platform/people/days.js';
import type { ReportSource } from '../../../platform/reports/report-source.js';
import { colleague, readingDesk } from './desk.js';
import { may, standingsOf } from './permissions.js';
import { queueOf } from './queues.js';
import { DESK } from './ticket.js';
import { words } from './words.js';

/** How many asked for help, how many were helped, and how long that took. */
export const ticketReport: ReportSource = {
  name: `${DESK}.tickets`,
  title: 'report.title',
  about: 'report.about',

  async mayRead(look, personId) {
    return may('seeFigures', standingsOf(await colleague(look, personId)));
  },

  async tally(look, { days, language }) {
    const say = words.in(language);
    const desk = await readingDesk(look);
    const { start, end } = instantsOf(days, desk.calendar.timeZone);
    const { raised, solved, medianMinutes, rating } = await desk.queue.tallied(start, end);
    const count = raised.reduce((sum, one) => sum + one.count, 0);
    return {
      isEmpty: count === 0 && solved === 0,
      measures: [
        {
          ...{ key: 'raised', label: say.plain('report.raised'), unit: { is: 'count' }, better: 'less', value: count },
          isDrawn: true,
        },
        {
          ...{ key: 'solved', label: say.plain('report.solved'), unit: { is: 'count' }, better: 'more', value: solved },
          isDrawn: true,
        },
        {
          ...{ key: 'time', label: say.plain('report.time'), unit: { is: 'minutes' }, better: 'less' },
          value: medianMinutes === null ? null : Math.round(medianMinutes),
        },
        {
          ...{ key: 'rating', label: say.plain('report.rating'), unit: { is: 'perMille' }, better: 'more' },
          // Of five stars.
          value: rating === null ? null : Math.round((rating / 5) * 1000),
        },
      ],
      rows: raised.map(({ queueId, count: value }) => ({
        ...{
          key: queueId ?? 'default',
          group: say.plain('report.raised'),
          unit: { is: 'count' },
          better: 'less',
          value,
        },
        label: queueOf(desk.queues, queueId).name ?? say.plain('report.mainQueue'),
      })),
      notes: [],
    };
  },
};
