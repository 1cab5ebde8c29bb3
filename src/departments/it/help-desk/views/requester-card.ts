import type { Button, KnownBlock } from '@slack/types';
import { actions, button, context, section } from '../../../../platform/blocks.js';
import { momentInside } from '../../../../platform/mrkdwn.js';
import { ids, numbered } from '../ids.js';
import { isOpen, moves } from '../states.js';
import { dueAt, type Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { excerptOf, scoreOf, scores, stateOf, titleOf, whoIs } from './texts.js';

const SHOWN = 1200;

/** The same ticket as its requester sees it: where it stands, who helps, and what they can do themselves. */
export const requesterCard = (say: Say, ticket: Ticket, viewerId: string, isStaffed: boolean): KnownBlock[] => [
  section(`*${titleOf(say, ticket)}*\n${excerptOf(ticket.text, SHOWN)}`),
  context(stateOf(say, ticket), ...help(say, ticket, isStaffed), ...concerning(say, ticket, viewerId)),
  ...resolution(say, ticket),
  ...requesterActions(say, ticket, [detailsButton(say, ticket)]),
  context(say(`mine.hint.${ticket.state}`)),
];

function help(say: Say, ticket: Ticket, isStaffed: boolean): string[] {
  const by = dueAt(ticket, 'respond');
  if (!isOpen(ticket.state)) return [];
  if (ticket.assigneeId) return [say('mine.helper', { helper: whoIs(say, ticket.assigneeId) })];
  if (!isStaffed) return [say('mine.nobodyYet')];
  return [by ? say('mine.answerBy', { at: momentInside(by) }) : say('mine.inQueue')];
}

function concerning(say: Say, { requesterId, behalfOfId }: Ticket, viewerId: string): string[] {
  if (!behalfOfId) return [];
  if (viewerId === behalfOfId) return [say('mine.askedForYou', { by: whoIs(say, requesterId) })];
  return [say('mine.askedFor', { for: whoIs(say, behalfOfId) })];
}

function resolution(say: Say, ticket: Ticket): KnownBlock[] {
  if (!ticket.resolution || isOpen(ticket.state)) return [];
  return [section(say('card.resolution', { text: excerptOf(ticket.resolution, 600) }))];
}

const detailsButton = (say: Say, { number }: Ticket): Button =>
  button(ids.open, say.plain('button.details'), { value: String(number) });

/** What a requester can press, by the state their ticket is in. */
export function requesterActions(say: Say, ticket: Ticket, others: Button[] = []): KnownBlock[] {
  const value = String(ticket.number);
  const can = (act: 'tell' | 'withdraw' | 'reopen' | 'close') => moves[act][ticket.state] !== undefined;
  const tell = ticket.state === 'waiting' ? say.plain('button.answer') : say.plain('button.tell');
  const buttons = [
    ...(can('tell') && isOpen(ticket.state) ? [button(ids.tell, tell, { value, style: 'primary' })] : []),
    ...(can('withdraw') ? [button(ids.withdraw, say.plain('button.withdraw'), { value, confirm: sure(say) })] : []),
    ...(can('reopen') ? [button(ids.reopen, say.plain('button.reopen'), { value })] : []),
    ...others,
  ];
  return [...rating(say, ticket), actions('requester', buttons)];
}

function rating(say: Say, { state, number, rating: given }: Ticket): KnownBlock[] {
  if (moves.rate[state] === undefined) return [];
  const question = given ? say('rate.given', { score: scoreOf(say, given) }) : say('rate.question');
  const faces = scores.map((score) =>
    button(numbered(ids.rate, score), say.plain(`rate.face.${score}`), { value: String(number) }),
  );
  return [section(question), actions('rate', faces)];
}

const sure = (say: Say) => ({
  title: { type: 'plain_text' as const, text: say.plain('withdraw.title') },
  text: { type: 'plain_text' as const, text: say.plain('withdraw.text') },
  confirm: { type: 'plain_text' as const, text: say.plain('withdraw.yes') },
  deny: { type: 'plain_text' as const, text: say.plain('withdraw.no') },
});
