import type { KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../../../platform/blocks.js';
import { momentInside } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import { may } from '../permissions.js';
import { isOpen, moves } from '../states.js';
import { dueAt, PRIVATE_MARK, type Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { type MenuPlace, moreMenu } from './more-menu.js';
import { excerptOf, scoreOf, stateOf, titleOf, whoIs } from './texts.js';

const SHOWN = 1200;

/** The card in a queue's channel: what those who staff the desk see and press. */
export const triageCard = (say: Say, ticket: Ticket, hasQueues = false): KnownBlock[] => [
  section(`*${titleOf(say, ticket)}*\n${excerptOf(ticket.text, SHOWN)}`),
  context(stateOf(say, ticket), ...people(say, ticket), ...targets(say, ticket)),
  ...ending(say, ticket),
  context(
    ...(ticket.sourceLink ? [say('card.source', { link: ticket.sourceLink })] : []),
    say('card.thread', { mark: PRIVATE_MARK }),
  ),
  actions('triage', triageButtons(say, ticket, { hasQueues })),
];

export const triageButtons = (say: Say, ticket: Ticket, place: MenuPlace) => {
  const value = String(ticket.number);
  const can = (act: 'take' | 'assign' | 'ask' | 'resolve' | 'reopen') =>
    moves[act][ticket.state] !== undefined && (!place.standings || may(act, place.standings));
  return [
    ...(can('take') ? [button(ids.take, say.plain('button.take'), { value, style: 'primary' })] : []),
    ...(can('assign') ? [button(ids.assign, say.plain('button.assign'), { value })] : []),
    ...(can('ask') ? [button(ids.askBack, say.plain('button.ask'), { value })] : []),
    ...(can('resolve') ? [button(ids.resolve, say.plain('button.resolve'), { value })] : []),
    ...(can('reopen') ? [button(ids.reopen, say.plain('button.reopen'), { value })] : []),
    moreMenu(say, ticket, place),
  ];
};

function people(say: Say, { requesterId, behalfOfId, assigneeId }: Ticket): string[] {
  const from = behalfOfId
    ? say('card.fromFor', { from: whoIs(say, requesterId), for: whoIs(say, behalfOfId) })
    : say('card.from', { from: whoIs(say, requesterId) });
  return [from, assigneeId ? say('card.assignee', { assignee: whoIs(say, assigneeId) }) : say('card.unassigned')];
}

function targets(say: Say, ticket: Ticket): string[] {
  if (!isOpen(ticket.state)) return [say('card.since', { at: momentInside(ticket.createdAt) })];
  const respond = dueAt(ticket, 'respond');
  const resolve = dueAt(ticket, 'resolve');
  return [
    say('card.since', { at: momentInside(ticket.createdAt) }),
    ...(respond ? [say('card.respondBy', { at: momentInside(respond) })] : []),
    ...(resolve ? [say('card.resolveBy', { at: momentInside(resolve) })] : []),
    ...(ticket.state === 'waiting' ? [say('card.clockStands')] : []),
  ];
}

function ending(say: Say, { resolution, rating, state }: Ticket): KnownBlock[] {
  return [
    ...(resolution && !isOpen(state) ? [section(say('card.resolution', { text: excerptOf(resolution, 600) }))] : []),
    ...(rating ? [context(say('card.rated', { score: scoreOf(say, rating) }))] : []),
  ];
}
