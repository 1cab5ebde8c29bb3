import type { KnownBlock, ModalView } from '@slack/types';
import { context, divider, header, modal, section } from '../../../../platform/blocks.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import type { Report, ToldMeasure, ToldRow } from '../report.js';
import { changeOf } from '../rules/compare.js';
import { periodText } from '../rules/period-text.js';
import type { Say } from '../words.js';
import { changeText, daysOf, figureText, markedChange } from './texts.js';

/** `Revenue and cost, 16–22 November 2026`; plain text. */
export const titleText = (say: Say, report: Report): string =>
  say.plain('report.title', {
    title: report.title,
    period: periodText(report.period, daysOf(report), say.language),
  });

/** What the report comes to, in a sentence: it stands in notifications, and beside the picture. Plain text. */
export function resultText(say: Say, report: Report): string {
  const title = titleText(say, report);
  if (report.isPrivate) return title;
  if (report.isEmpty) return say.plain('report.emptyText', { title });
  const told = report.measures.slice(0, 3).map(({ label, value, unit, better, before: [before = null] }) => {
    const change = changeOf(value, before, better);
    const by = change ? ` ${changeText(say, change, unit)}` : '';
    return `${label} ${figureText(say, value, unit)}${by}`;
  });
  return say.plain('report.text', { title, told: told.join(', ') });
}

/** The report itself, as it stands in the channel. */
export const reportBlocks = (say: Say, report: Report): KnownBlock[] => [
  header(titleText(say, report)),
  ...(report.isEmpty ? [section(say('report.empty'))] : [...measureBlocks(say, report), ...driverBlocks(say, report)]),
  ...(report.notes.length > 0 ? [context(...report.notes.map((note) => `⚠️ ${escapeText(note)}`))] : []),
];

const MEASURES_SHOWN = 12;

const measureBlocks = (say: Say, report: Report): KnownBlock[] =>
  report.measures.slice(0, MEASURES_SHOWN).map((measure) => section(measureText(say, report, measure)));

function measureText(say: Say, { comparisons }: Report, measure: ToldMeasure): string {
  const { label, value, unit, better, before, budget } = measure;
  const against = comparisons.flatMap((comparison, place) => {
    const change = markedChange(say, value, before[place] ?? null, { unit, better });
    return change === null ? [] : [say('report.against', { change, comparison: say(`compared.${comparison}`) })];
  });
  const ofBudget = budget === null ? [] : [budgetText(say, measure, budget)];
  const lines = [...against, ...ofBudget];
  return `*${escapeText(label)}*  ${escapeText(figureText(say, value, unit))}${lines.length > 0 ? `\n${lines.join(' · ')}` : ''}`;
}

function budgetText(say: Say, { value, unit, better }: ToldMeasure, budget: number): string {
  const change = markedChange(say, value, budget, { unit, better }) ?? '';
  return say('report.budget', { change, budget: figureText(say, budget, unit) });
}

/** The two or three rows that explain the change. */
function driverBlocks(say: Say, { rows, drivers, comparisons }: Report): KnownBlock[] {
  const lines = drivers.flatMap((place) => {
    const row = rows[place];
    return row ? [`• ${driverText(say, row)}`] : [];
  });
  const [nearest] = comparisons;
  if (lines.length === 0 || !nearest) return [];
  return [
    divider(),
    section([`*${say('report.drivers', { comparison: say(`compared.${nearest}`) })}*`, ...lines].join('\n')),
  ];
}

function driverText(say: Say, { label, group, value, unit, better, before: [before = null] }: ToldRow): string {
  const change = markedChange(say, value, before, { unit, better }) ?? '';
  const [from, to] = [figureText(say, before, unit), figureText(say, value, unit)];
  return say('report.driver', { label, group, from, to, change });
}

const ROWS_SHOWN = 40;

/** The whole table, for a form: what the file beside the message says too. */
export const reportView = (say: Say, report: Report): ModalView =>
  modal({
    callbackId: ids.reportView,
    title: say.plain('report.view'),
    close: say.plain('form.close'),
    blocks: [...reportBlocks(say, report), ...(report.rows.length > 0 ? [divider(), ...rowBlocks(say, report)] : [])],
  });

function rowBlocks(say: Say, { rows }: Report): KnownBlock[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const shown = rows.slice(0, ROWS_SHOWN);
  const blocks = groups.flatMap((group) => {
    const some = shown.filter((row) => row.group === group);
    if (some.length === 0) return [];
    const lines = some.map((row) => {
      const change = markedChange(say, row.value, row.before[0] ?? null, row);
      return `${escapeText(row.label)}: *${escapeText(figureText(say, row.value, row.unit))}*${change ? `  ${change}` : ''}`;
    });
    return inParts(`*${escapeText(group)}*`, lines);
  });
  const more = rows.length > ROWS_SHOWN ? [context(say('report.moreRows', { count: rows.length - ROWS_SHOWN }))] : [];
  return [...blocks, ...more];
}

const LONGEST = 2_800;

function inParts(title: string, lines: readonly string[]): KnownBlock[] {
  const texts = [title];
  for (const line of lines) {
    const last = texts.at(-1) ?? '';
    if (last.length + line.length < LONGEST) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.map((text) => section(text));
}
