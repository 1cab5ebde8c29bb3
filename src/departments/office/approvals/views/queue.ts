import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { canUndo, decisionButtons, outcomeText } from '../../../../platform/approvals/card.js';
import { type Say as CardSay, words as cardWords } from '../../../../platform/approvals/words.js';
import {
  actions,
  button,
  context,
  divider,
  input,
  modal,
  option,
  plain,
  section,
} from '../../../../platform/blocks.js';
import type { StateValues } from '../../../../platform/doors/doors.js';
import { mention, momentInside, readableText } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import { fields, ids, numbered } from '../ids.js';
import { PAGE, type Queue, type Waiting } from '../service/queue.js';
import type { Say } from '../words.js';

export interface QueueDrawing {
  viewerId: string;
  names: ReadonlyMap<string, string>;
  undoMinutesOf: (kind: string) => number;
  now: Temporal.Instant;
  notice?: string;
}

/** All that waits for somebody, over all desks, to be approved one by one or several at once. */
export function queueView(say: Say, queue: Queue, drawing: QueueDrawing): ModalView {
  const { waiting, decided } = queue;
  const cards = cardWords.in(say.language);
  return modal({
    callbackId: ids.queue,
    title: say.plain('queue.title'),
    close: say.plain('form.close'),
    ...(waiting.length > 1 && { submit: say.plain('queue.approveChosen') }),
    metadata: String(queue.page),
    blocks: [
      ...(drawing.notice ? [section(drawing.notice)] : []),
      section(queue.total > 0 ? say('queue.count', { count: queue.total }) : say('queue.empty')),
      ...(waiting.length > 1 ? [choose(say, waiting, drawing)] : []),
      ...waiting.flatMap((one) => row(cards, say, one)),
      ...pages(say, queue),
      divider(),
      ...(decided.length > 0 ? [context(say('queue.decided'))] : []),
      ...decided.flatMap((one) => decidedRow(cards, one, drawing)),
      actions('more', [button(ids.showDelegations, say.plain('button.delegations'))]),
    ],
  });
}

/** Slack's checkboxes take ten; a page has fewer. Their text shows no mentions. */
const choose = (say: Say, waiting: readonly Waiting[], { names }: QueueDrawing): KnownBlock =>
  input(
    fields.chosen,
    say.plain('queue.choose'),
    {
      type: 'checkboxes',
      options: waiting.map(({ approval, face }) =>
        option(approval.id, readableText(face.title, (id) => names.get(id)).replaceAll('*', '')),
      ),
    },
    { optional: true },
  );

function row(cards: CardSay, say: Say, { approval, face, principal }: Waiting): KnownBlock[] {
  const since = say('queue.since', { at: momentInside(approval.askedAt) });
  const lines = [since, ...(principal ? [say('queue.for', { who: mention(principal) })] : [])];
  const look = decisionButtons(cards, approval.id);
  return [
    divider(),
    section(`*${face.title}*`),
    ...face.facts.slice(0, 2).map((fact) => section(fact)),
    context(...lines),
    actions(`waiting-${approval.id}`, look),
  ];
}

function decidedRow(
  cards: CardSay,
  { approval, face }: Omit<Waiting, 'principal'>,
  { viewerId, undoMinutesOf, now }: QueueDrawing,
): KnownBlock[] {
  const kind = { undoMinutes: undoMinutesOf(approval.kind) };
  const text = `${face.title}\n${outcomeText(cards, approval)}`;
  const undo = button(ids.undo, cards.plain('button.undo'), { value: approval.id });
  return [section(text, canUndo(approval, { personId: viewerId, kind, now }) ? undo : undefined)];
}

function pages(say: Say, { page, total }: Queue): KnownBlock[] {
  const last = Math.ceil(total / PAGE) - 1;
  if (last < 1) return [];
  const turn = (tail: string, text: string, to: number) =>
    button(numbered(ids.page, tail), text, { value: String(to) });
  return [
    context(say('queue.page', { page: page + 1, pages: last + 1 })),
    actions('pages', [
      ...(page > 0 ? [turn('back', say.plain('queue.back'), page - 1)] : []),
      ...(page < last ? [turn('on', say.plain('queue.on'), page + 1)] : []),
    ]),
  ];
}

export function readChosen(values: StateValues): string[] {
  const chosen = answersOf(values)[fields.chosen];
  return Array.isArray(chosen) ? chosen.filter((id) => typeof id === 'string') : [];
}

/** Why something is returned: whoever asked reads it. */
export const returnForm = (say: Say, id: string, title: string): ModalView =>
  modal({
    callbackId: ids.returnForm,
    title: say.plain('return.title'),
    submit: say.plain('return.send'),
    close: say.plain('form.cancel'),
    metadata: id,
    blocks: [
      section(`*${title}*`),
      input(fields.reason, say.plain('return.reason'), {
        type: 'plain_text_input',
        multiline: true,
        max_length: 1000,
        placeholder: plain(say.plain('return.example'), 150),
      }),
    ],
  });

export function readReason(say: Say, values: StateValues): { reason: string } | { errors: Record<string, string> } {
  const reason = String(answersOf(values)[fields.reason] ?? '').trim();
  const isSaid = reason.replace(/[\s\p{Cf}]/gu, '') !== '';
  return isSaid ? { reason } : { errors: { [fields.reason]: say.plain('return.missing') } };
}
