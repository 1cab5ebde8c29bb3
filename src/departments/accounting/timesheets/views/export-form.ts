import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf, errorsByField } from '../../../../platform/answers.js';
import { input, modal, option } from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { hourKinds } from '../../../../platform/hours.js';
import { Temporal } from '../../../../platform/time.js';
import type { ExportWords } from '../export/table.js';
import { ids } from '../ids.js';
import type { Period } from '../rules/periods.js';
import { type ExportWish, type Scope, scopes } from '../service/export.js';
import { states } from '../sheet.js';
import type { Say } from '../words.js';

export const formats = ['xlsx', 'csv'] as const;
export type Format = (typeof formats)[number];

/** Whose hours, of which days, and as what. */
export function exportForm(say: Say, possible: readonly Scope[], { first, last }: Period): ModalView {
  const choices = possible.map((scope) => option(scope, say.plain(`export.scopes.${scope}`)));
  const [widest] = choices.slice(-1);
  const asWhat = formats.map((format) => option(format, say.plain(`export.formats.${format}`)));
  return modal({
    callbackId: ids.exportForm,
    title: say.plain('export.title'),
    submit: say.plain('export.send'),
    close: say.plain('form.close'),
    blocks: [
      input('scope', say.plain('export.scope'), {
        type: 'radio_buttons',
        options: choices,
        ...(widest && { initial_option: widest }),
      }),
      input('from', say.plain('export.from'), { type: 'datepicker', initial_date: first.toString() }),
      input('until', say.plain('export.until'), { type: 'datepicker', initial_date: last.toString() }),
      input('format', say.plain('export.format'), {
        type: 'radio_buttons',
        options: asWhat,
        ...(asWhat[0] && { initial_option: asWhat[0] }),
      }),
    ],
  });
}

export function readExport(
  say: Say,
  values: StateValues,
): { wish: ExportWish; format: Format } | { errors: Record<string, string> } {
  const day = z.iso.date(say.plain('export.dayMissing')).transform((text) => Temporal.PlainDate.from(text));
  const form = z.object({
    scope: z.enum(scopes, say.plain('export.choose')),
    from: day,
    until: day,
    format: z.enum(formats, say.plain('export.choose')),
  });
  const read = form.safeParse(answersOf(values));
  if (!read.success) return { errors: errorsByField(read.error.issues) };
  const { scope, from, until, format } = read.data;
  return { wish: { scope, days: { first: from, last: until } }, format };
}

/** How a document letter names what is to be drawn. */
export const exportRef = ({ scope, days }: ExportWish, format: Format, by: string): string =>
  [scope, days.first, days.last, format, by].join('/');

const ref = z.tuple([z.enum(scopes), z.iso.date(), z.iso.date(), z.enum(formats), z.string()]);

export function readExportRef(text: string): { wish: ExportWish; format: Format; by: string } | null {
  const read = ref.safeParse(text.split('/'));
  if (!read.success) return null;
  const [scope, first, last, format, by] = read.data;
  return {
    wish: { scope, days: { first: Temporal.PlainDate.from(first), last: Temporal.PlainDate.from(last) } },
    format,
    by,
  };
}

/** Titles and words of the table, in the language of whoever asked for it. */
export const exportWords = (say: Say): ExportWords => ({
  name: say.plain('export.sheet'),
  columns: {
    person: say.plain('export.columns.person'),
    day: say.plain('export.columns.day'),
    project: say.plain('export.columns.project'),
    kind: say.plain('export.columns.kind'),
    minutes: say.plain('export.columns.minutes'),
    note: say.plain('export.columns.note'),
    state: say.plain('export.columns.state'),
  },
  kinds: named(hourKinds, (kind) => say.plain(`kind.${kind}`)),
  states: named(states, (state) => say.plain(`state.${state}`)),
});

const named = <Key extends string>(keys: readonly Key[], name: (key: Key) => string): Record<Key, string> =>
  Object.fromEntries(keys.map((key) => [key, name(key)])) as Record<Key, string>;
