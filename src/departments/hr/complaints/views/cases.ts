import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, modal, section } from '../../../../platform/blocks.js';
import { claimOf } from '../../../../platform/claims.js';
import { mention } from '../../../../platform/mrkdwn.js';
import type { Complaint } from '../complaint.js';
import { ids, numbered } from '../ids.js';
import { filters } from '../service/look.js';
import { isOpen } from '../states.js';
import { no, type Say } from '../words.js';
import { dayOn, stateText } from './texts.js';

const PAGE = 30;

const place = z.object({ filter: z.enum(filters), page: z.int().nonnegative().max(1000) });
export type ListPlace = z.output<typeof place>;

export const writeListPlace = (at: ListPlace): string => JSON.stringify(at);

export function readListPlace(value: string): ListPlace {
  const read = claimOf(place, value);
  if (read === null) throw no('refused.gone');
  return read;
}

/** What somebody handles, or could. */
export function casesView(say: Say, complaints: readonly Complaint[], at: ListPlace): ModalView {
  const last = Math.max(0, Math.ceil(complaints.length / PAGE) - 1);
  const page = Math.min(at.page, last);
  const turn = (tail: string, label: string, to: ListPlace) =>
    button(numbered(ids.cases, tail), label, { value: writeListPlace(to) });
  return modal({
    callbackId: ids.casesView,
    title: say.plain('cases.title'),
    close: say.plain('form.close'),
    metadata: writeListPlace(at),
    blocks: [
      actions(
        'filters',
        filters.map((filter) => ({
          ...turn(filter, say.plain(`cases.filter.${filter}`), { filter, page: 0 }),
          ...(filter === at.filter && { style: 'primary' as const }),
        })),
      ),
      divider(),
      ...(complaints.length === 0 ? [section(say(`cases.none.${at.filter}`))] : []),
      ...complaints.slice(page * PAGE, (page + 1) * PAGE).map((complaint) => row(say, complaint)),
      ...(last > 0
        ? [
            actions('pages', [
              ...(page > 0 ? [turn('back', say.plain('button.back'), { ...at, page: page - 1 })] : []),
              ...(page < last ? [turn('on', say.plain('button.on'), { ...at, page: page + 1 })] : []),
            ]),
          ]
        : []),
      context(say('cases.about')),
    ],
  });
}

const row = (say: Say, complaint: Complaint): KnownBlock =>
  section(
    [
      `*${complaint.reference}* · ${say(`kind.${complaint.kind}`)} · ${say(`mode.${complaint.mode}`)}`,
      `${stateText(say, complaint)} · ${ownerText(say, complaint)}`,
      ...(isOpen(complaint.state) ? [deadlineText(say, complaint)] : []),
    ].join('\n'),
    button(numbered(ids.openCase, complaint.reference), say.plain('button.open'), { value: complaint.id }),
  );

export const ownerText = (say: Say, { assigneeId }: Complaint): string =>
  assigneeId === null ? say('case.nobody') : mention(assigneeId);

export const deadlineText = (say: Say, { acknowledgedOn, acknowledgeBy, feedbackBy }: Complaint): string =>
  acknowledgedOn === null
    ? say('case.acknowledgeBy', { day: dayOn(say, acknowledgeBy) })
    : say('case.feedbackBy', { day: dayOn(say, feedbackBy) });
