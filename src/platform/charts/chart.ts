import type { EChartsCoreOption } from 'echarts/core';
import { numberFormat } from '../words/formats.js';
import type { Language } from '../words/words.js';

/** Bars that stand on each other, one stack for each label. */
export interface BarChart {
  title: string;
  labels: readonly string[];
  series: readonly { name: string; values: readonly number[]; colour: keyof typeof colours }[];
  language: Language;
}

/** Told apart without seeing colours too: each is lighter or darker than the others. */
export const colours = { good: '#2f7d5b', plain: '#7aa6d8', bad: '#c2452d', quiet: '#b9bec6' } as const;

/** Legible on a telephone, where Slack shows a picture 360 px wide. */
const FONT = { fontFamily: 'DejaVu Sans', fontSize: 27, color: '#1d1c1d' };

/** Lines over the same days. */
export interface LineChart {
  title: string;
  /** Amounts begin at zero, so that half as much looks like half; rates don't, since they hardly move. */
  fromZero?: boolean;
  labels: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
  language: Language;
}

/** What every chart has: nothing moves, since it is drawn once. */
const frame = (title: string, names: readonly string[]): EChartsCoreOption => ({
  animation: false,
  backgroundColor: '#ffffff',
  title: { text: title, left: 12, top: 10, textStyle: { ...FONT, fontSize: 30, fontWeight: 'bold' } },
  legend: { data: [...names], left: 12, top: 58, textStyle: FONT, itemWidth: 26, itemHeight: 18 },
  grid: { left: 16, right: 28, top: 118, bottom: 16, outerBoundsMode: 'same' },
});

const FEW_POINTS = 14;
const lines = ['#1f5f8b', '#c2452d', '#2f7d5b', '#8a5a9e', '#b8860b', '#555a60'] as const;

/** Told apart by colour and by dashes, so that they are told apart in grey too. */
export function lineOption({ title, labels, series, language, fromZero = false }: LineChart): EChartsCoreOption {
  const number = numberFormat(language, { maximumFractionDigits: 2 });
  const dashes = ['solid', 'dashed', 'dotted'] as const;
  return {
    ...frame(
      title,
      series.map(({ name }) => name),
    ),
    xAxis: {
      ...{ type: 'category', data: [...labels], boundaryGap: false },
      axisLabel: { ...FONT, interval: 'auto', margin: 14, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: {
      type: 'value',
      scale: !fromZero,
      axisLabel: { ...FONT, formatter: (value: number) => number.format(value) },
      splitLine: { lineStyle: { color: '#e6e6e6' } },
    },
    series: series.map(({ name, values }, place) => ({
      ...{ name, type: 'line', data: [...values] },
      // Few points are shown each, so that one with a gap on both sides is seen.
      ...(labels.length <= FEW_POINTS ? { symbol: 'circle', symbolSize: 12, showAllSymbol: true } : { symbol: 'none' }),
      lineStyle: { width: 4, color: lines[place % lines.length], type: dashes[place % dashes.length] },
      itemStyle: { color: lines[place % lines.length] },
    })),
  };
}

export function barOption({ title, labels, series, language }: BarChart): EChartsCoreOption {
  const number = numberFormat(language);
  return {
    ...frame(
      title,
      series.map(({ name }) => name),
    ),
    xAxis: { type: 'category', data: [...labels], axisLabel: FONT, axisTick: { show: false } },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { ...FONT, formatter: (value: number) => number.format(value) },
      splitLine: { lineStyle: { color: '#e6e6e6' } },
    },
    series: series.map(({ name, values, colour }) => ({
      ...{ name, type: 'bar', stack: 'all', data: [...values], barMaxWidth: 64 },
      itemStyle: { color: colours[colour] },
    })),
  };
}
