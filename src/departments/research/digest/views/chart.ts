import type { LineChart } from '../../../../platform/charts/chart.js';
import type { Move } from '../service/markets.js';
import type { Say } from '../words.js';
import { changeText, shortDay } from './texts.js';

/** Fewer days are no line. */
const FEWEST_DAYS = 5;

/** Those with enough days to be drawn. */
export const drawable = (moves: readonly Move[]): Move[] => moves.filter(({ last }) => last.length >= FEWEST_DAYS);

/** How they moved since the first day that is shown: each begins at 100, so that they fit into one picture. */
export function movesChart(say: Say, moves: readonly Move[]): LineChart {
  const days = moves[0]?.last.map(({ day }) => day) ?? [];
  return {
    title: say.plain('chart.title', { count: days.length }),
    language: say.language,
    labels: days.map((day) => shortDay(day, say.language)),
    series: moves.map(({ symbol, last }) => {
      const first = last[0]?.value ?? 1;
      const byDay = new Map(last.map(({ day, value }) => [day.toString(), (value / first) * 100]));
      return { name: symbol, values: days.map((day) => byDay.get(day.toString()) ?? Number.NaN) };
    }),
  };
}

/** What the picture says, for whoever can't see it. */
export const chartText = (say: Say, moves: readonly Move[]): string =>
  say('chart.text', {
    moves: moves
      .map(({ symbol, last }) => `${symbol} ${changeText(last[0]?.value, last.at(-1)?.value ?? 0, say.language)}`)
      .join(', '),
    count: moves[0]?.last.length ?? 0,
  });
