import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { button, context, divider, input, modal, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import type { Complaint } from '../complaint.js';
import { ids, numbered } from '../ids.js';
import type { OwnComplaint } from '../service/reporter.js';
import { no, type Say } from '../words.js';
import { dayOn, stateText, written } from './texts.js';

/** So many of the newest messages are shown. */
const SHOWN = 15;

const claim = z.union([
  z.object({ reference: z.string().max(20) }),
  z.object({ receipt: z.string().regex(/^\d{16}$/) }),
]);
/** With what somebody opened their complaint: it is proven anew each time. */
export type OwnClaim = z.output<typeof claim>;

export function readOwnClaim({ privateMetadata }: OpenView): OwnClaim {
  const read = claimOf(claim, privateMetadata);
  if (read === null) throw no('refused.gone');
  return read;
}

/** How a complaint stands for whoever complained, and what was written both ways. */
export function ownView(say: Say, { complaint, talk, reads }: OwnComplaint, by: OwnClaim, notice?: string): ModalView {
  const { reference, receivedOn, acknowledgedOn, acknowledgeBy, feedbackBy, state } = complaint;
  const deadline =
    state === 'closed'
      ? []
      : [
          acknowledgedOn === null
            ? say('own.acknowledgeBy', { day: dayOn(say, acknowledgeBy) })
            : say('own.feedbackBy', { day: dayOn(say, feedbackBy) }),
        ];
  return modal({
    callbackId: ids.ownView,
    title: say.plain('own.title'),
    submit: say.plain('own.send'),
    close: say.plain('form.close'),
    metadata: JSON.stringify(by),
    blocks: [
      section(`*${reference}* · ${stateText(say, complaint)}`),
      context(...[say('own.received', { day: dayOn(say, receivedOn) }), ...deadline]),
      ...(notice ? [context(notice)] : []),
      divider(),
      ...(talk.length === 0 ? [context(say('own.noTalk'))] : []),
      ...(talk.length > SHOWN ? [context(say('own.older', { count: talk.length - SHOWN }))] : []),
      ...talk
        .slice(-SHOWN)
        .flatMap(({ kind, on, text }) => [
          context(`*${say(kind === 'fromReporter' ? 'own.you' : 'own.hr')}* · ${dayOn(say, on)}`),
          ...written(text),
        ]),
      divider(),
      input(
        'answer',
        say.plain('own.answer'),
        { type: 'plain_text_input', multiline: true, max_length: 3000 },
        { hint: say.plain(state === 'closed' ? 'own.answerClosed' : 'own.answerHint') },
      ),
      context(say('own.reads', { times: reads.times, people: reads.people })),
    ],
  });
}

export const readAnswer = ({ values }: OpenView): string => String(answersOf(values).answer ?? '').trim();

export const receiptForm = (say: Say): ModalView =>
  modal({
    callbackId: ids.receiptForm,
    title: say.plain('receipt.title'),
    submit: say.plain('receipt.open'),
    close: say.plain('form.cancel'),
    blocks: [
      input(
        'receipt',
        say.plain('receipt.code'),
        { type: 'plain_text_input', max_length: 40 },
        { hint: say.plain('receipt.hint') },
      ),
    ],
  });

export const readReceiptField = ({ values }: OpenView): string => String(answersOf(values).receipt ?? '');

/** One's own complaints by name or confidence. */
export function ownList(say: Say, complaints: readonly Complaint[]): ModalView {
  return modal({
    callbackId: ids.casesView,
    title: say.plain('own.list'),
    close: say.plain('form.close'),
    blocks: [
      ...(complaints.length === 0 ? [section(say('own.none'))] : []),
      ...complaints.slice(0, 40).map((complaint) => ownRow(say, complaint)),
      context(say('own.anonymous')),
    ],
  });
}

const ownRow = (say: Say, complaint: Complaint): KnownBlock =>
  section(
    `*${complaint.reference}* · ${stateText(say, complaint)}\n${say('own.received', { day: dayOn(say, complaint.receivedOn) })}`,
    button(numbered(ids.openOwn, complaint.reference), say.plain('button.open'), { value: complaint.reference }),
  );
