import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { input, modal, option, plain } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { isCurrency, readMoney } from '../../../../platform/money.js';
import { Temporal } from '../../../../platform/time.js';
import { numberFormat } from '../../../../platform/words/formats.js';
import { amountIds, amountFields as fields } from '../amount-ids.js';
import { minorText } from '../amounts.js';
import type { Adjustment, Employee } from '../employee.js';
import type { Say } from '../words.js';

const MAX_NAME = 60;
const kinds = ['allowance', 'deduction'] as const;

/** To add an allowance or a deduction, or to change the one given. */
export function amountForm(
  say: Say,
  adjustment: Adjustment | null,
  employee: Employee | null,
  today: string,
): ModalView {
  const kindOption = (kind: Adjustment['kind']) => option(kind, say.plain(`amounts.kind.${kind}`));
  return modal({
    callbackId: amountIds.form,
    title: say.plain(adjustment ? 'amounts.change' : 'amounts.add'),
    submit: say.plain('people.save'),
    close: say.plain('people.cancel'),
    metadata: adjustment?.id ?? '',
    blocks: [
      input(fields.kind, say.plain('amounts.field.kind'), {
        type: 'radio_buttons',
        options: kinds.map(kindOption),
        initial_option: kindOption(adjustment?.kind ?? 'allowance'),
      }),
      input(
        fields.name,
        say.plain('amounts.field.name'),
        { type: 'plain_text_input', max_length: MAX_NAME, ...(adjustment && { initial_value: adjustment.name }) },
        { hint: say.plain('amounts.field.nameHint') },
      ),
      input(
        fields.size,
        say.plain('amounts.field.size'),
        { type: 'plain_text_input', max_length: 30, ...(adjustment && { initial_value: typedSize(say, adjustment) }) },
        { hint: say.plain('amounts.field.sizeHint') },
      ),
      whom(say, employee),
      day(say, 'from', adjustment ? String(adjustment.from) : today, false),
      day(say, 'until', adjustment?.until ? String(adjustment.until) : null, true),
    ],
  });
}

const whom = (say: Say, employee: Employee | null): KnownBlock =>
  input(
    fields.whom,
    say.plain('amounts.field.whom'),
    {
      type: 'external_select',
      min_query_length: 0,
      placeholder: plain(say.plain('amounts.everybody'), 150),
      ...(employee && { initial_option: employeeOption(employee) }),
    },
    { optional: true, hint: say.plain('amounts.field.whomHint') },
    amountIds.search,
  );

export const employeeOption = ({ number, name }: Employee) => option(number, `${name} · ${number}`);

const day = (say: Say, field: 'from' | 'until', value: string | null, optional: boolean): KnownBlock =>
  input(
    field,
    say.plain(`amounts.field.${field}`),
    { type: 'datepicker', ...(value && { initial_date: value }) },
    { optional, ...(field === 'until' && { hint: say.plain('amounts.field.untilHint') }) },
  );

const typedSize = (say: Say, { size }: Adjustment): string =>
  'amount' in size
    ? `${minorText(size.amount, say.language)} ${size.amount.currency}`
    : `${numberFormat(say.language, { useGrouping: false }).format(size.basisPoints / 100)} %`;

/** `10 %`, `7,5%`, `350`, `350,50 RON`; null where it is none of them, or nothing. */
export function readSize(text: string, currency: string): Adjustment['size'] | null {
  const [, share] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%$/.exec(text.trim()) ?? [];
  if (share !== undefined) {
    const basisPoints = Math.round(Number(share.replace(',', '.')) * 100);
    return basisPoints > 0 && basisPoints <= 10_000 ? { basisPoints } : null;
  }
  const [, number = '', code = currency] = /^(.*?)\s*([A-Za-z]{3})?$/.exec(text.trim()) ?? [];
  const of = code.toUpperCase();
  const amount = isCurrency(of) ? readMoney(number, of) : null;
  return amount && amount.minor > 0 && amount.minor <= MOST_MINOR ? { amount } : null;
}

/** What the database's integer holds. */
const MOST_MINOR = 2_000_000_000;

export type ReadAmount = { wish: Omit<Adjustment, 'id'> } | { errors: Record<string, string> };

/** What was filled in, or what is wrong, by field. */
export function readAmount(say: Say, { values }: Pick<OpenView, 'values'>, currency: string): ReadAmount {
  const answers = answersOf(values);
  const text = (field: string) => String(answers[field] ?? '').trim();
  const kind = kinds.find((one) => one === text(fields.kind));
  const [name, size] = [text(fields.name), readSize(text(fields.size), currency)];
  const [from, until] = [dayIn(text(fields.from)), dayIn(text(fields.until))];
  const errors = {
    ...(!kind && { [fields.kind]: say.plain('amounts.wrong.kind') }),
    ...((name === '' || name.length > MAX_NAME) && { [fields.name]: say.plain('amounts.wrong.name') }),
    ...(!size && { [fields.size]: say.plain('amounts.wrong.size', { text: text(fields.size) }) }),
    ...(!from && { [fields.from]: say.plain('amounts.wrong.from') }),
  };
  if (!kind || !size || !from || Object.keys(errors).length > 0) return { errors };
  return { wish: { kind, name, size, employeeNumber: text(fields.whom) || null, from, until } };
}

function dayIn(text: string): Temporal.PlainDate | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text) : null;
}
