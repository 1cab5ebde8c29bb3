import { type LineChart, lineOption } from '../../../../platform/charts/chart.js';
import { drawChart } from '../../../../platform/charts/draw.js';
import { decimalsOf } from '../../../../platform/money.js';
import type { DrawnFile } from '../../../../platform/outbox/outbox.js';
import type { Figure, Unit } from '../../../../platform/reports/report-source.js';
import type { Cell, Column, Table } from '../../../../platform/tables/table.js';
import { writeCsv } from '../../../../platform/tables/write-csv.js';
import { folded } from '../../../../platform/words/folded.js';
import type { Report } from '../report.js';
import { periodLabel } from '../rules/period-text.js';
import type { Say } from '../words.js';
import { resultText, titleText } from './report.js';
import { daysOf, figureText } from './texts.js';

/** Fewer points are no line. */
const FEWEST_POINTS = 2;

export const isDrawable = ({ past: { series } }: Report): boolean =>
  series.some(({ values }) => values.filter((value) => value !== null).length >= FEWEST_POINTS);

/** The picture beside the report: the measures over the last periods. */
export async function drawReport(say: Say, report: Report): Promise<DrawnFile | null> {
  if (!isDrawable(report)) return null;
  const bytes = await drawChart(lineOption(chartOf(say, report)));
  return { name: `${fileName(report)}.png`, title: resultText(say, report), bytes };
}

export function chartOf(say: Say, { title, past }: Report): LineChart {
  const unit = past.series[0]?.unit;
  const shown =
    unit?.is === 'money'
      ? `${title}, ${unit.currency}`
      : unit?.is === 'minutes'
        ? say.plain('chart.hours', { title })
        : title;
  return {
    title: shown,
    language: say.language,
    fromZero: true,
    labels: past.labels,
    series: past.series.map((one) => ({ name: one.name, values: one.values.map((value) => scaled(value, one.unit)) })),
  };
}

/** In whole units, as people count them; what isn't known leaves a gap. */
function scaled(value: Figure, unit: Unit): number {
  if (value === null) return Number.NaN;
  if (unit.is === 'money') return value / 10 ** decimalsOf(unit.currency);
  if (unit.is === 'minutes') return value / 60;
  return unit.is === 'perMille' ? value / 10 : value;
}

/** The table beside the report, for a spreadsheet. */
export function writeReport(say: Say, report: Report): DrawnFile {
  return {
    name: `${fileName(report)}.csv`,
    title: titleText(say, report),
    bytes: writeCsv(tableOf(say, report), say.language),
  };
}

export function tableOf(say: Say, report: Report): Table {
  const column = (title: string, kind: Column['kind']): Column => ({ title, kind });
  const figures = [
    periodLabel(report.period, daysOf(report), say.language),
    ...report.comparisons.map((comparison) => say.plain(`compared.${comparison}`)),
    say.plain('table.budget'),
  ];
  return {
    name: report.title,
    columns: [
      column(say.plain('table.group'), 'text'),
      column(say.plain('table.line'), 'text'),
      column(say.plain('table.unit'), 'text'),
      ...figures.map((title) => column(title, 'text')),
    ],
    rows: [
      ...report.measures.map(({ label, unit, value, before, budget }) => [
        ...[say.plain('table.total'), label, unitText(say, unit)],
        ...[value, ...before, budget].map((figure) => cellOf(say, figure, unit)),
      ]),
      ...report.rows.map(({ group, label, unit, value, before }) => [
        ...[group, label, unitText(say, unit)],
        ...[value, ...before, null].map((figure) => cellOf(say, figure, unit)),
      ]),
    ],
  };
}

const unitText = (say: Say, unit: Unit): string => (unit.is === 'money' ? unit.currency : say.plain(`unit.${unit.is}`));

/** As a spreadsheet in that language reads a number: without what groups thousands. */
function cellOf({ language }: Say, value: Figure, unit: Unit): Cell {
  if (value === null) return null;
  if (unit.is === 'minutes') return figureText({ language } as Say, value, unit);
  const decimals = unit.is === 'money' ? decimalsOf(unit.currency) : unit.is === 'perMille' ? 1 : 0;
  const text = scaled(value, unit).toFixed(decimals);
  return language === 'ro' ? text.replace('.', ',') : text;
}

const fileName = ({ title, from }: Report): string =>
  `${folded(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}-${from}`;
