import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, modal, plain, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { dayText } from '../../../../platform/words/dates.js';
import { amountIds } from '../amount-ids.js';
import type { Adjustment } from '../employee.js';
import type { AdjustmentList } from '../service/adjustments.js';
import type { Say } from '../words.js';
import { turning } from './run-list.js';
import { shareText } from './texts.js';

const PAGE = 10;

/** Allowances and deductions, in the order in which they apply. */
export function amountsView(say: Say, list: AdjustmentList, wanted: number, news?: string): ModalView {
  const { adjustments, mayKeep } = list;
  const total = adjustments.length;
  const page = Math.max(0, Math.min(wanted, Math.ceil(total / PAGE) - 1));
  return modal({
    callbackId: amountIds.view,
    title: say.plain('amounts.title'),
    close: say.plain('run.form.close'),
    blocks: [
      ...(news ? [context(news)] : []),
      context(say('amounts.about')),
      ...(total === 0 ? [section(say('amounts.none'))] : []),
      ...adjustments.slice(page * PAGE, (page + 1) * PAGE).flatMap((one) => rowOf(say, list, one)),
      ...turning(say, { page, total, size: PAGE }, (to, name) => ({
        id: `${amountIds.page}:${name}`,
        value: String(to),
      })),
      ...(mayKeep ? [actions('add', [button(amountIds.add, say.plain('amounts.add'), { value: 'new' })])] : []),
    ],
  });
}

/** `10 %`, `350.00 RON`. */
export const sizeText = (say: Say, { size }: Pick<Adjustment, 'size'>): string =>
  'amount' in size ? moneyText(size.amount, say.language) : shareText(size.basisPoints, say.language);

function rowOf(say: Say, { employees, mayKeep }: AdjustmentList, one: Adjustment): KnownBlock[] {
  const { id, kind, name, employeeNumber, from, until } = one;
  const who =
    employeeNumber === null
      ? say('amounts.everybody')
      : say('amounts.person', { name: employees.get(employeeNumber)?.name ?? '?', number: employeeNumber });
  const days = say(until ? 'amounts.fromUntil' : 'amounts.from', {
    from: dayText(from, say.language),
    ...(until && { until: dayText(until, say.language) }),
  });
  const text = say('amounts.row', { name, kind: say(`amounts.kind.${kind}`), size: sizeText(say, one), who, days });
  if (!mayKeep) return [section(text)];
  const edit = button(`${amountIds.edit}:${id}`, say.plain('amounts.edit'), { value: id });
  return [section(text), actions(`amount-${id}`, [edit, removing(say, id)])];
}

const removing = (say: Say, id: string) =>
  button(`${amountIds.remove}:${id}`, say.plain('amounts.remove'), {
    value: id,
    confirm: {
      title: plain(say.plain('amounts.remove'), 100),
      text: plain(say.plain('amounts.sureRemove'), 300),
      confirm: plain(say.plain('messages.yes'), 30),
      deny: plain(say.plain('messages.no'), 30),
    },
  });
