import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, modal, plain, section } from '../../../../platform/blocks.js';
import { escapeText, momentInside } from '../../../../platform/mrkdwn.js';
import { daysText } from '../../../../platform/words/dates.js';
import { progressText, troubleTexts } from '../letters/sending.js';
import type { Payslip } from '../payslip.js';
import type { Sending } from '../service/sending.js';
import { refOf } from '../service/slips.js';
import { slipIds } from '../slip-ids.js';
import type { Say } from '../words.js';

/** One's own payslips, and for those who send them how far each run has come. No amount stands here. */
export const slipsView = (
  say: Say,
  own: readonly Payslip[],
  sendings: readonly Sending[] | null,
  news?: string,
): ModalView =>
  modal({
    callbackId: slipIds.view,
    title: say.plain('sending.title'),
    close: say.plain('run.form.close'),
    blocks: [
      ...(news ? [context(news)] : []),
      ...(sendings ? staffBlocks(say, sendings) : []),
      section(`*${say('sending.own')}*`),
      ...(own.length === 0 ? [context(say('sending.none'))] : own.map((slip) => ownRow(say, slip))),
    ],
  });

const ownRow = (say: Say, slip: Payslip): KnownBlock =>
  section(
    `${escapeText(daysText(slip.period, say.language))} · ${slip.net.currency}`,
    button(slipIds.again, say.plain('sending.sendAgain'), { value: refOf(slip) }),
  );

const staffBlocks = (say: Say, sendings: readonly Sending[]): KnownBlock[] => [
  ...(sendings.length === 0 ? [context(say('sending.noRuns'))] : []),
  ...sendings.flatMap((sending) => runRows(say, sending)),
  divider(),
];

function runRows(say: Say, sending: Sending): KnownBlock[] {
  const { run, at, slips, unreachable } = sending;
  const written = sending.waiting + sending.sent + sending.ambiguous + sending.failed;
  const isAllWritten = written + unreachable.length >= slips;
  const send = button(slipIds.send, say.plain(written === 0 ? 'sending.send' : 'sending.sendRest'), {
    value: run.id,
    style: 'primary',
    confirm: {
      title: plain(say.plain('sending.sure'), 100),
      text: plain(say.plain('sending.sureText', { count: slips })),
      confirm: plain(say.plain('sending.yes'), 30),
      deny: plain(say.plain('sending.no'), 30),
    },
  });
  return [
    section(`*${escapeText(daysText(run.period, say.language))}*\n${say('sending.at', { at: momentInside(at) })}`),
    context(progressText(say, sending), ...troubleTexts(say, sending)),
    ...rowButtons(run.id, [...(isAllWritten ? [] : [send]), ...pausing(say, sending)]),
  ];
}

const rowButtons = (runId: string, buttons: ReturnType<typeof button>[]): KnownBlock[] =>
  buttons.length > 0 ? [actions(`send-${runId}`, buttons)] : [];

/** Says what it should be: pressed twice, it is the same. */
export const pauseClaim = z.object({ runId: z.uuid(), isPaused: z.boolean() });

function pausing(say: Say, { run, held, waiting }: Sending): ReturnType<typeof button>[] {
  const to = (isPaused: boolean) => JSON.stringify({ runId: run.id, isPaused } satisfies z.output<typeof pauseClaim>);
  return [
    ...(held > 0
      ? [button(`${slipIds.pause}:on`, say.plain('sending.resume'), { value: to(false), style: 'primary' })]
      : []),
    ...(waiting > held ? [button(`${slipIds.pause}:off`, say.plain('sending.pause'), { value: to(true) })] : []),
  ];
}
