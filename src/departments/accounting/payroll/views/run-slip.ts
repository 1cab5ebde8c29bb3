import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { moneyText } from '../../../../platform/money.js';
import { daysText } from '../../../../platform/words/dates.js';
import type { Payslip } from '../payslip.js';
import { runIds } from '../run-ids.js';
import { refOf } from '../service/slips.js';
import { slipIds } from '../slip-ids.js';
import type { Say } from '../words.js';
import type { SlipPlace } from './claims.js';
import { turning } from './run-list.js';
import { lineLabel, whyAnswer } from './why.js';

/** So many lines fit into a form, each with its explanation. */
const LINES = 30;

/** One person's payslip, where each line can be asked why it is so. */
export function runSlipView(say: Say, slip: Payslip, place: SlipPlace, mayResend: boolean): ModalView {
  const { name, employeeNumber: number, gross, deducted, net, lines, period } = slip;
  const text = (amount: typeof net) => moneyText(amount, say.language);
  const first = Math.min(place.page, Math.max(0, Math.ceil(lines.length / LINES) - 1)) * LINES;
  return modal({
    callbackId: runIds.slipView,
    title: say.plain('run.slip.title'),
    close: say.plain('run.list.back'),
    metadata: JSON.stringify(place),
    blocks: [
      section(say('run.slip.head', { name, number, currency: net.currency })),
      context(daysText(period, say.language)),
      divider(),
      ...lines.slice(first, first + LINES).flatMap((_, after) => lineBlocks(say, slip, first + after, place)),
      divider(),
      section(say('run.slip.sums', { gross: text(gross), deducted: text(deducted), net: text(net) })),
      ...(mayResend
        ? [actions('resend', [button(slipIds.resend, say.plain('sending.resend'), { value: refOf(slip) })])]
        : []),
      ...turning(say, { page: place.page, total: lines.length, size: LINES }, (page, direction) => ({
        id: `${runIds.why}:${direction}`,
        value: JSON.stringify({ ...place, page, line: null } satisfies SlipPlace),
      })),
    ],
  });
}

function lineBlocks(say: Say, { lines }: Payslip, index: number, place: SlipPlace): KnownBlock[] {
  const line = lines[index];
  if (!line) return [];
  const text = say('run.slip.line', { label: lineLabel(say, line), amount: moneyText(line.amount, say.language) });
  const isAsked = place.line === index;
  const asked: SlipPlace = { ...place, line: isAsked ? null : index };
  const why = button(`${runIds.why}:${index}`, say.plain('run.slip.why'), { value: JSON.stringify(asked) });
  return [section(text, why), ...(isAsked ? [context(whyAnswer(say, line))] : [])];
}
