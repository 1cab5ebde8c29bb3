import type { ModalView } from '@slack/types';
import { actions, button, context, divider, modal, option, section } from '../../../../platform/blocks.js';
import type { BarChart } from '../../../../platform/charts/chart.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import { periods, type Statistics } from '../service/statistics.js';
import type { Figures } from '../store/figures.js';
import type { Say } from '../words.js';

const MOST = 20;

export function statisticsView(say: Say, statistics: Statistics): ModalView {
  const { days, all, byRotation, byHour } = statistics;
  const options = periods.map((one) => option(String(one), say.plain('statistics.days', { count: one })));
  const chosen = options.find(({ value }) => value === String(days));
  return modal({
    callbackId: ids.statisticsView,
    title: say.plain('statistics.title'),
    close: say.plain('form.close'),
    blocks: [
      actions('period', [
        {
          type: 'static_select',
          action_id: ids.statistics,
          options,
          ...(chosen && { initial_option: chosen }),
        },
        ...(all.calls > 0 ? [button(ids.picture, say.plain('statistics.picture'), { value: String(days) })] : []),
      ]),
      section(all.calls === 0 ? say('statistics.none') : figuresText(say, all)),
      ...(byRotation.length > 0 ? [divider(), context(`*${say('statistics.byRotation')}*`)] : []),
      ...byRotation
        .slice(0, MOST)
        .map(({ name, figures }) =>
          section(`*${name === null ? say('statistics.direct') : escapeText(name)}*\n${figuresText(say, figures)}`),
        ),
      ...(byHour.length > 0 ? [divider(), context(`*${say('statistics.byHour')}*`), hours(say, byHour)] : []),
    ],
  });
}

const figuresText = (say: Say, figures: Figures): string =>
  say('statistics.figures', {
    ...{ ...figures, share: share(figures), waited: waitedText(say, figures) },
    calls: say('list.count', { count: figures.calls }),
  });

const share = ({ calls, answered }: Figures): number => (calls === 0 ? 0 : Math.round((answered / calls) * 100));

export function waitedText(say: Say, { medianSeconds }: Figures): string {
  if (medianSeconds === null) return '–';
  const seconds = Math.round(medianSeconds);
  if (seconds < 120) return say('statistics.seconds', { count: seconds });
  return say('statistics.minutes', { count: Math.round(seconds / 60) });
}

function hours(say: Say, byHour: Statistics['byHour']) {
  const width = Math.max(...byHour.map(({ figures }) => String(figures.calls).length), 2);
  const lines = byHour.map(
    ({ hour, figures }) =>
      `${String(hour).padStart(2, '0')}:00  ${String(figures.calls).padStart(width)}  ${String(share(figures)).padStart(3)} %  ${waitedText(say, figures)}`,
  );
  return section(`\`\`\`${lines.join('\n')}\`\`\``);
}

/** Calls by the hour of the day: answered, lost, and still open. */
export function hoursChart(say: Say, { days, byHour }: Statistics): BarChart {
  const series = (colour: 'good' | 'bad' | 'quiet', name: string, count: (figures: Figures) => number) => ({
    ...{ name, colour },
    values: byHour.map(({ figures }) => count(figures)),
  });
  return {
    title: say.plain('statistics.chart', { count: days }),
    labels: byHour.map(({ hour }) => String(hour)),
    language: say.language,
    series: [
      series('good', say.plain('statistics.answered'), ({ answered }) => answered),
      series('bad', say.plain('statistics.lost'), ({ lost }) => lost),
      series('quiet', say.plain('statistics.other'), ({ calls, answered, lost }) =>
        Math.max(0, calls - answered - lost),
      ),
    ],
  };
}

/** What the picture says, for whoever can't see it. */
export const chartText = (say: Say, { days, all, byHour }: Statistics): string => {
  const busiest = [...byHour].sort((one, other) => other.figures.calls - one.figures.calls)[0];
  return say('statistics.chartText', {
    ...{ count: days, calls: all.calls, answered: all.answered, lost: all.lost },
    hour: busiest ? `${busiest.hour}:00` : '–',
  });
};
