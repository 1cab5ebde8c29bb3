import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, divider, input, modal, option, section } from '../../../../platform/blocks.js';
import type { KnownBlock, OpenView } from '../../../../platform/doors/doors.js';
import { moneyText } from '../../../../platform/money.js';
import { escapeText, shorten } from '../../../../platform/mrkdwn.js';
import { readCurrency } from '../../../../platform/tables/cells.js';
import { ids } from '../ids.js';
import { amountStyles, type LedgerFile, type LedgerKind, ledgerKinds, type Mapping } from '../ledger.js';
import { fields, type MappingProblem } from '../rules/columns.js';
import type { BadRow } from '../rules/rows.js';
import type { Mapped, Preview } from '../service/ledgers.js';
import type { Say } from '../words.js';

export const uploadClaim = z.object({ replacesId: z.uuid().nullable() });

/** A table to be taken in; with a file, a corrected version of that one. */
export function uploadForm(say: Say, replaced: Pick<LedgerFile, 'id' | 'name' | 'kind'> | null): ModalView {
  const kinds = ledgerKinds.map((kind) => option(kind, say.plain(`kind.${kind}`), say.plain(`kind.${kind}About`)));
  const [initial] = kinds.filter(({ value }) => value === (replaced?.kind ?? 'actual'));
  return modal({
    callbackId: ids.uploadForm,
    title: say.plain(replaced ? 'upload.replaceTitle' : 'upload.title'),
    submit: say.plain('upload.look'),
    close: say.plain('form.cancel'),
    metadata: JSON.stringify({ replacesId: replaced?.id ?? null } satisfies z.output<typeof uploadClaim>),
    blocks: [
      section(replaced ? say('upload.replaceAbout', { name: replaced.name }) : say('upload.about')),
      input(
        'file',
        say.plain('upload.file'),
        { type: 'file_input', filetypes: ['csv', 'txt', 'tsv'], max_files: 1 },
        {
          hint: say.plain('upload.fileHint'),
        },
      ),
      ...(replaced
        ? []
        : [
            input('kind', say.plain('upload.kind'), {
              type: 'radio_buttons',
              options: kinds,
              ...(initial && { initial_option: initial }),
            }),
          ]),
    ],
  });
}

export function readUpload({ values }: OpenView): { fileId: string | null; kind: LedgerKind } {
  const answers = answersOf(values);
  const [fileId = null] = Array.isArray(answers.file) ? answers.file.map(String) : [];
  return { fileId, kind: answers.kind === 'budget' ? 'budget' : 'actual' };
}

const NONE = 'none';

/** Which column is what, with the first rows in sight. */
export function mapForm(say: Say, { draft, table, mapping }: Mapped): ModalView {
  const columns = table.headers
    .slice(0, 90)
    .map((title, place) => option(String(place), title || say.plain('map.untitled', { n: place + 1 })));
  const without = option(NONE, say.plain('map.none'));
  const select = (field: (typeof fields)[number]): KnownBlock => {
    const options = field === 'day' || field === 'account' ? columns : [without, ...columns];
    const known = mapping[field];
    const initial = options.find(({ value }) => value === String(known ?? NONE));
    return input(field, say.plain(`map.${field}`), {
      type: 'static_select',
      options,
      ...(initial && { initial_option: initial }),
    });
  };
  const styles = amountStyles.map((style) => option(style, say.plain(`map.style.${style}`)));
  const style = styles.find(({ value }) => value === (mapping.amounts ?? 'signed'));
  return modal({
    callbackId: ids.mapForm,
    title: say.plain('map.title'),
    submit: say.plain('map.preview'),
    close: say.plain('form.cancel'),
    metadata: draft.id,
    blocks: [
      section(say('map.about', { name: draft.name })),
      context(sampleText(table)),
      ...fields.slice(0, 4).map(select),
      input('amounts', say.plain('map.amounts'), {
        type: 'static_select',
        options: styles,
        ...(style && { initial_option: style }),
      }),
      ...fields.slice(4).map(select),
      input(
        'usualCurrency',
        say.plain('map.usualCurrency'),
        { type: 'plain_text_input', max_length: 3, initial_value: mapping.usualCurrency ?? 'EUR' },
        { hint: say.plain('map.usualCurrencyHint') },
      ),
    ],
  });
}

const SAMPLE_ROWS = 3;

const sampleText = ({ headers, rows }: Mapped['table']): string =>
  shorten(
    [headers, ...rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells)]
      .map((cells) => cells.map((cell) => escapeText(shorten(cell, 30))).join(' | '))
      .join('\n'),
    1_900,
  );

/** What the form says; what is wrong with it, by field. */
export function readMapping(
  say: Say,
  { values }: OpenView,
  problemsOf: (mapping: Partial<Mapping>) => MappingProblem[],
): { mapping: Mapping } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const placeOf = (field: string) => {
    const value = String(answers[field] ?? NONE);
    return /^\d{1,3}$/.test(value) ? Number(value) : null;
  };
  const amounts = amountStyles.find((style) => style === answers.amounts) ?? 'signed';
  const isSides = amounts === 'sides';
  const currency = readCurrency(String(answers.usualCurrency ?? ''));
  const places = Object.fromEntries(fields.map((field) => [field, placeOf(field)]));
  const mapping = {
    ...places,
    // Columns of the other way to write amounts are left alone.
    ...(isSides ? { amount: null } : { debit: null, credit: null }),
    ...{ amounts, usualCurrency: currency ?? '' },
  } as Partial<Mapping>;
  const problems = problemsOf(mapping).map(({ field, problem }) => [field, say.plain(`map.wrong.${problem}`)] as const);
  const errors = {
    ...Object.fromEntries(problems),
    ...(currency === null && { usualCurrency: say.plain('map.wrong.currency') }),
  };
  return Object.keys(errors).length > 0 ? { errors } : { mapping: mapping as Mapping };
}

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
