import type { KnownBlock, ModalView } from '@slack/types';
import { actions, context, divider, modal, section } from '../../../../platform/blocks.js';
import { momentFirst, momentInside } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import { may, type Standing } from '../permissions.js';
import type { Queue } from '../queues.js';
import type { Ticket, TicketEvent } from '../ticket.js';
import type { Say } from '../words.js';
import { triageButtons } from './card.js';
import { requesterActions } from './requester-card.js';
import { excerptOf, pieces, queueName, queueNameIn, scoreOf, stateOf, titleOf, whoIs } from './texts.js';

export interface Details {
  ticket: Ticket;
  standings: ReadonlySet<Standing>;
  /** The last that happened; `isCut` where there was more before. */
  events: readonly TicketEvent[];
  isCut: boolean;
  /** Which queue it is in, for those who staff the desk; null where there is only one. */
  queue: Queue | null;
}

/** Everything about one ticket that this person may see, and what they may do. */
export const detailsView = (say: Say, { ticket, standings, events, isCut, queue }: Details): ModalView =>
  modal({
    callbackId: ids.details,
    title: say.plain('details.title', { number: ticket.number }),
    close: say.plain('details.close'),
    metadata: String(ticket.number),
    blocks: [
      section(`*${titleOf(say, ticket)}*`),
      ...pieces(ticket.text).map((piece) => section(piece)),
      context(stateOf(say, ticket), ...facts(say, ticket, queue)),
      ...resolutionOf(say, ticket),
      ...(may('seeQueue', standings)
        ? [actions('triage', triageButtons(say, ticket, { hasQueues: queue !== null, inDetails: true, standings }))]
        : []),
      ...(may('tell', standings) ? requesterActions(say, ticket) : []),
      divider(),
      section(`*${say('details.history')}*`),
      ...(isCut ? [context(say('details.earlier'))] : []),
      ...events.map((event) => historyLine(say, event)),
    ],
  });

function resolutionOf(say: Say, { resolution }: Ticket): KnownBlock[] {
  if (!resolution) return [];
  const [first = '', ...more] = pieces(resolution);
  return [section(say('card.resolution', { text: first })), ...more.map((piece) => section(piece))];
}

function facts(say: Say, ticket: Ticket, queue: Queue | null): string[] {
  const { requesterId, behalfOfId, assigneeId, createdAt, sourceLink, rating } = ticket;
  const from = whoIs(say, requesterId);
  return [
    behalfOfId ? say('card.fromFor', { from, for: whoIs(say, behalfOfId) }) : say('card.from', { from }),
    assigneeId ? say('card.assignee', { assignee: whoIs(say, assigneeId) }) : say('card.unassigned'),
    ...(queue ? [say('details.queue', { queue: queueName(say, queue) })] : []),
    say('card.since', { at: momentInside(createdAt) }),
    ...(sourceLink ? [say('card.source', { link: sourceLink })] : []),
    ...(rating ? [say('card.rated', { score: scoreOf(say, rating) })] : []),
  ];
}

function historyLine(say: Say, { kind, actorId, at, text, detail, fileNames, isPrivate }: TicketEvent): KnownBlock {
  const who = actorId ? whoIs(say, actorId) : say('history.clock');
  const to = typeof detail.to === 'string' ? whoIs(say, detail.to) : say('nobody');
  const line = kind === 'moved' && detail.queue === undefined ? 'placed' : kind;
  const what = say(`history.${line}`, { who, to, queue: queueNameIn(say, detail) });
  return context(
    `${isPrivate ? '🔒 ' : ''}${momentFirst(at)} · ${what}${text ? `\n${excerptOf(text, 400)}` : ''}`,
    ...(fileNames.length > 0 ? [say('history.files', { files: fileNames.join(', ').slice(0, 400) })] : []),
  );
}
