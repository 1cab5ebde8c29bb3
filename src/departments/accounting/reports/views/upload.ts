import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { escapeText, shorten } from '../../../../platform/mrkdwn.js';
import { readCurrency } from '../../../../platform/tables/cells.js';
import { ids } from '../ids.js';
import { amountStyles, type LedgerFile, type LedgerKind, ledgerKinds, type Mapping } from '../ledger.js';
import { fields, type MappingProblem } from '../rules/columns.js';
import type { Mapped } from '../service/ledgers.js';
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
