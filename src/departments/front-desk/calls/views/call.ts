import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { escapeText, mention, momentFirst, momentInside, quote, shorten } from '../../../../platform/mrkdwn.js';
import { Temporal } from '../../../../platform/time.js';
import type { CallEvent } from '../call.js';
import { ids, numbered } from '../ids.js';
import { may, type Right } from '../permissions.js';
import type { CallPage } from '../service/look.js';
import { type Act, moves } from '../states.js';
import type { Say } from '../words.js';
import { actButton, callerBlocks } from './card.js';
import { callerText, firstLine, orderText, stateText } from './texts.js';

/** So many lines of the history stand on a page. */
const SHOWN = 15;

/** A call with its whole history, earlier calls from the same number, and everything that this person can do. */
export function callView(say: Say, page: CallPage, back = 0, notice?: string): ModalView {
  const { call, events, earlier, rotationName } = page;
  const end = Math.max(0, events.length - back * SHOWN);
  const start = Math.max(0, end - SHOWN);
  const order = orderText(say, call);
  return modal({
    callbackId: ids.callView,
    title: say.plain('card.title', { number: call.number }),
    close: say.plain('form.close'),
    metadata: String(call.number),
    blocks: [
      ...(notice ? [context(notice)] : []),
      section(
        `${stateText(say, call)}\n${say('card.taker', { taker: mention(call.takenById) })} ${momentInside(call.openedAt)}${rotationName ? ` · ${escapeText(rotationName)}` : ''}`,
      ),
      ...(call.erasedAt ? [context(say('card.erased'))] : callerBlocks(say, call)),
      ...(order ? [context(order)] : []),
      ...(call.decision ? [section(`💬 *${say('card.decision')}*\n${quote(shorten(call.decision, 1200))}`)] : []),
      ...steps(say, page),
      divider(),
      ...events.slice(start, end).flatMap((event) => eventBlocks(say, event)),
      ...turning(say, call.number, back, start > 0),
      ...(earlier.length > 0 ? [divider(), context(`*${say('form.known', { count: earlier.length })}*`)] : []),
      ...earlier.map((one) =>
        section(
          `*${one.number}* ${momentFirst(one.openedAt)} · ${callerText(say, one)}\n${firstLine(one.reason, 100)} – ${stateText(say, one)}`,
          button(numbered(ids.openCall, one.number), say.plain('card.open'), { value: String(one.number) }),
        ),
      ),
    ],
  });
}

const acts: readonly Act[] = [
  'accept',
  'decline',
  'ask',
  'answer',
  'finish',
  'promise',
  'redirect',
  'giveBack',
  'join',
  'takeOver',
  'decide',
  'complain',
  'note',
  'lose',
  'reopen',
];

/** Slack takes so many buttons in a row; five can be read. */
const IN_A_ROW = 5;

function steps(say: Say, { call, standings }: CallPage): KnownBlock[] {
  const possible = acts
    .filter((act) => moves[act][call.state] && may(act as Right, standings) && call.erasedAt === null)
    .filter((act) => (act === 'answer' ? call.question !== null : true))
    .filter((act) => (act === 'decide' ? call.unhappyAt !== null : true))
    .filter((act) => (act === 'complain' ? call.unhappyAt === null || call.decidedAt !== null : true));
  const rows: KnownBlock[] = [];
  for (let first = 0; first < possible.length; first += IN_A_ROW) {
    const row = possible.slice(first, first + IN_A_ROW);
    rows.push(
      actions(
        `acts-${first}`,
        row.map((act, place) => actButton(say, call, act, first === 0 && place === 0)),
      ),
    );
  }
  return rows;
}

function eventBlocks(say: Say, { kind, actorId, detail, text, at }: CallEvent): KnownBlock[] {
  const sentence = say(`event.${kind}`, {
    by: actorId ? mention(actorId) : '',
    who: mention(detail.personId ?? detail.personIds?.[0] ?? ''),
    why: kind === 'skipped' && detail.why ? say(`reason.${detail.why as 'away'}`) : '',
    when: detail.at ? momentInside(Temporal.Instant.from(detail.at)) : '',
  });
  return [context(`${momentFirst(at)} · ${sentence}${text ? `\n${quote(shorten(text, 1500))}` : ''}`)];
}

function turning(say: Say, number: number, back: number, hasOlder: boolean): KnownBlock[] {
  const turn = (tail: string, label: string, to: number) =>
    button(numbered(ids.older, tail), label, { value: `${to}/${number}` });
  const buttons = [
    ...(hasOlder ? [turn('older', say.plain('list.older'), back + 1)] : []),
    ...(back > 0 ? [turn('newer', say.plain('list.newer'), back - 1)] : []),
  ];
  return buttons.length > 0 ? [actions('turn', buttons)] : [];
}
