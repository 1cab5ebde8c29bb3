import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { escapeText, shorten } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import type { BadRow } from '../rules/rows.js';
import type { Preview } from '../service/ledgers.js';
import type { Say } from '../words.js';

const BAD_SHOWN = 12;
const LOOSE_SHOWN = 12;

/** What a table would do, before it does. */
export function previewView(say: Say, preview: Preview): ModalView {
  const { draft, fresh, rows, known, loose, mapping } = preview;
  const isUnusable = mapping.amounts === 'plain' && loose.length > 0;
  return modal({
    callbackId: ids.previewForm,
    title: say.plain('preview.title'),
    ...(fresh.length > 0 && { submit: say.plain('preview.take', { count: fresh.length }) }),
    close: say.plain('form.cancel'),
    metadata: draft.id,
    blocks: [
      section(summaryText(say, preview)),
      ...sumBlocks(say, preview),
      ...(rows.bad.length > 0 ? [divider(), ...badBlocks(say, rows.bad)] : []),
      ...(known.length > 0 ? [context(say('preview.known', { count: known.length, lines: linesText(known) }))] : []),
      ...(rows.doubled.length > 0
        ? [context(say('preview.doubled', { count: rows.doubled.length, lines: linesText(rows.doubled) }))]
        : []),
      ...(rows.alike.length > 0
        ? [context(say('preview.alike', { count: rows.alike.length, lines: linesText(rows.alike) }))]
        : []),
      ...(loose.length > 0 ? [divider(), section(looseText(say, loose, isUnusable))] : []),
      actions('map-again', [button(ids.mapAgain, say.plain('preview.map'), { value: draft.id })]),
    ],
  });
}

function summaryText(say: Say, { draft, fresh, rows, known, replaces }: Preview): string {
  const counts = [
    say('preview.fresh', { count: fresh.length }),
    ...(rows.bad.length > 0 ? [say('preview.bad', { count: rows.bad.length })] : []),
    ...(known.length > 0 ? [say('preview.knownCount', { count: known.length })] : []),
  ];
  return [
    `*${escapeText(draft.name)}* · ${say(`kind.${draft.kind}`)}`,
    counts.join(' · '),
    ...(replaces ? [say('preview.replaces', { name: replaces.file.name, version: replaces.file.version })] : []),
    ...(fresh.length === 0 ? [say('preview.nothing')] : []),
  ].join('\n');
}

/** What it comes to, by currency; of a correction, what it was before. */
function sumBlocks(say: Say, { fresh, replaces }: Preview): KnownBlock[] {
  const sums = new Map<string, number>();
  for (const { currency, minor } of fresh) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  const before = new Map((replaces?.totals ?? []).map(({ currency, minor }) => [currency, minor]));
  const currencies = [...new Set([...sums.keys(), ...before.keys()])].sort();
  if (currencies.length === 0) return [];
  const text = (currency: string, minor = 0) => moneyText({ minor, currency }, say.language);
  const lines = currencies.map((currency) =>
    replaces
      ? say('preview.sumChange', { from: text(currency, before.get(currency)), to: text(currency, sums.get(currency)) })
      : say('preview.sum', { sum: text(currency, sums.get(currency)) }),
  );
  const days = fresh.map(({ day }) => day.toString()).sort();
  return [
    section(lines.join('\n')),
    ...(days[0] ? [context(say('preview.days', { from: days[0], until: days.at(-1) }))] : []),
  ];
}

function badBlocks(say: Say, bad: readonly BadRow[]): KnownBlock[] {
  const lines = bad
    .slice(0, BAD_SHOWN)
    .map(({ line, problem, value = '' }) =>
      say('preview.badLine', { line, why: say.plain(`problem.${problem}`, { value: shorten(value, 40) }) }),
    );
  const more = bad.length > BAD_SHOWN ? [say('preview.moreBad', { count: bad.length - BAD_SHOWN })] : [];
  return [section([`*${say('preview.badTitle')}*`, ...lines, ...more].join('\n'))];
}

const linesText = (lines: readonly number[]): string =>
  `${lines.slice(0, 10).join(', ')}${lines.length > 10 ? ', …' : ''}`;

function looseText(say: Say, loose: Preview['loose'], isUnusable: boolean): string {
  const named = loose.slice(0, LOOSE_SHOWN).map(({ account, rows }) => `${escapeText(account)} (${rows})`);
  const more = loose.length > LOOSE_SHOWN ? ', …' : '';
  return `${say(isUnusable ? 'preview.looseUnusable' : 'preview.loose', { count: loose.length })}\n${named.join(', ')}${more}`;
}
