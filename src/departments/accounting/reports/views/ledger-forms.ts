import type { ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { context, input, modal, option, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { shorten } from '../../../../platform/mrkdwn.js';
import { readCurrency } from '../../../../platform/tables/cells.js';
import { Temporal } from '../../../../platform/time.js';
import { ids } from '../ids.js';
import { type LedgerKind, type Line, ledgerKinds, MOST_LINES, type NewEntry } from '../ledger.js';
import { doubledAccount, readLines, writeLines } from '../rules/lines.js';
import { readAmount } from '../rules/rows.js';
import type { ReportSettings } from '../settings.js';
import type { Say } from '../words.js';

/** One amount by hand, such as what came in by post. */
export function entryForm(say: Say, { today, currency }: { today: string; currency: string }): ModalView {
  const directions = (['revenue', 'cost'] as const).map((name) => option(name, say.plain(`entry.${name}`)));
  const kinds = ledgerKinds.map((kind) => option(kind, say.plain(`kind.${kind}`)));
  return modal({
    callbackId: ids.entryForm,
    title: say.plain('entry.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      input('day', say.plain('entry.day'), { type: 'datepicker', initial_date: today }),
      input('direction', say.plain('entry.direction'), { type: 'radio_buttons', options: directions }),
      input(
        'amount',
        say.plain('entry.amount'),
        { type: 'plain_text_input', max_length: 30 },
        {
          hint: say.plain('entry.amountHint'),
        },
      ),
      input('currency', say.plain('entry.currency'), {
        type: 'plain_text_input',
        max_length: 3,
        initial_value: currency,
      }),
      input(
        'account',
        say.plain('entry.account'),
        { type: 'plain_text_input', max_length: 100 },
        {
          hint: say.plain('entry.accountHint'),
        },
      ),
      input('text', say.plain('entry.text'), { type: 'plain_text_input', max_length: 500 }, { optional: true }),
      input('document', say.plain('entry.document'), { type: 'plain_text_input', max_length: 100 }, { optional: true }),
      input('kind', say.plain('upload.kind'), {
        type: 'static_select',
        options: kinds,
        ...(kinds[0] && { initial_option: kinds[0] }),
      }),
    ],
  });
}

type TypedEntry = Omit<NewEntry, 'line'> & { kind: LedgerKind };

export function readEntry(say: Say, { values }: OpenView): { entry: TypedEntry } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const typed = (field: string) => String(answers[field] ?? '').trim();
  const currency = readCurrency(typed('currency'));
  const minor = currency === null ? 0 : readAmount(typed('amount'), currency);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed('day'));
  const errors = {
    ...(!isDay && { day: say.plain('problem.noDay') }),
    ...(currency === null && { currency: say.plain('map.wrong.currency') }),
    ...((minor === null || (currency !== null && minor <= 0)) && { amount: say.plain('entry.badAmount') }),
    ...(typed('account') === '' && { account: say.plain('problem.noAccount') }),
    ...(typed('direction') === '' && { direction: say.plain('entry.badDirection') }),
  };
  if (Object.keys(errors).length > 0 || currency === null || minor === null) return { errors };
  return {
    entry: {
      ...{ day: Temporal.PlainDate.from(typed('day')), account: typed('account'), text: typed('text') },
      ...{ document: typed('document'), currency, minor: typed('direction') === 'cost' ? -minor : minor },
      kind: typed('kind') === 'budget' ? 'budget' : 'actual',
    },
  };
}

/** Which accounts make which line of the report, and of which currency ledgers are that don't say it. */
export const linesForm = (
  say: Say,
  { lines, currency }: ReportSettings,
  loose: readonly { account: string; entries: number }[],
): ModalView =>
  modal({
    callbackId: ids.linesForm,
    title: say.plain('lines.title'),
    submit: say.plain('form.save'),
    close: say.plain('form.cancel'),
    blocks: [
      section(say('lines.about')),
      ...(['revenue', 'cost'] as const).map((kind) => {
        const text = writeLines(lines, kind);
        return input(
          kind,
          say.plain(`lines.${kind}`),
          { type: 'plain_text_input', multiline: true, max_length: 3000, ...(text && { initial_value: text }) },
          { optional: true, hint: say.plain(`lines.${kind}Hint`) },
        );
      }),
      input(
        'currency',
        say.plain('lines.currency'),
        { type: 'plain_text_input', max_length: 3, initial_value: currency },
        {
          hint: say.plain('lines.currencyHint'),
        },
      ),
      ...(loose.length > 0
        ? [context(say('lines.loose', { accounts: shorten(loose.map(({ account }) => account).join(', '), 1_500) }))]
        : []),
    ],
  });

export function readLinesForm(
  say: Say,
  { values }: OpenView,
): { lines: Line[]; currency: string } | { errors: Record<string, string> } {
  const answers = answersOf(values);
  const read = (['revenue', 'cost'] as const).map((kind) => ({
    kind,
    lines: readLines(String(answers[kind] ?? ''), kind),
  }));
  const errors: Record<string, string> = {};
  for (const { kind, lines } of read)
    if ('wrong' in lines) errors[kind] = say.plain('lines.wrong', { line: lines.wrong });
  const lines = read.flatMap(({ lines: some }) => ('wrong' in some ? [] : some));
  const doubled = doubledAccount(lines);
  if (doubled !== null) errors.cost ??= say.plain('lines.doubled', { account: doubled });
  if (lines.length > MOST_LINES) errors.cost ??= say.plain('lines.tooMany', { most: MOST_LINES });
  const currency = readCurrency(String(answers.currency ?? ''));
  if (currency === null) errors.currency = say.plain('map.wrong.currency');
  return Object.keys(errors).length > 0 || currency === null ? { errors } : { lines, currency };
}
