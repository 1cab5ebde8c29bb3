import type { Overflow } from '@slack/types';
import { z } from 'zod';
import { option } from '../../../../platform/blocks.js';
import { canBecomeArticle } from '../article.js';
import { ids } from '../ids.js';
import { may, type Standing } from '../permissions.js';
import { type Act, moves } from '../states.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';

const choices = ['reply', 'note', 'sort', 'move', 'dismiss', 'article', 'details'] as const;
export type Choice = (typeof choices)[number];

/** What a menu depends on besides its ticket. */
export interface MenuPlace {
  /** Whether there is another queue to move a ticket to. */
  hasQueues?: boolean;
  /** It stands in the ticket's own form. */
  inDetails?: boolean;
  /** Whom it is for, where only one person sees it: they are offered what they may do. */
  standings?: ReadonlySet<Standing>;
}

/** Slack shows at most five choices in such a menu. */
const MOST = 5;

/** Where there are more: a card's thread takes notes that begin with `!`, and a form needs no way to itself. */
const spared = ({ inDetails = false }: MenuPlace): Choice => (inDetails ? 'details' : 'note');

const rights = { article: 'keepArticles', details: 'see' } as const;
const rightTo = (choice: Choice) => (choice === 'article' || choice === 'details' ? rights[choice] : choice);

const isAllowed = (choice: Choice, { standings }: MenuPlace): boolean =>
  standings === undefined || may(rightTo(choice), standings);

function isPossible(choice: Choice, ticket: Ticket, { hasQueues = false }: MenuPlace): boolean {
  if (choice === 'details') return true;
  if (choice === 'move' && !hasQueues) return false;
  return choice === 'article' ? canBecomeArticle(ticket) : moves[choice satisfies Act][ticket.state] !== undefined;
}

/** What is rarely done to a ticket: reply, private note, priority and category, queue, not a request, article, details. */
export function moreMenu(say: Say, ticket: Ticket, place: MenuPlace = {}): Overflow {
  const possible = choices.filter((choice) => isAllowed(choice, place) && isPossible(choice, ticket, place));
  const shown = possible.length > MOST ? possible.filter((choice) => choice !== spared(place)) : possible;
  const options = shown.map((choice) => option(`${choice}:${ticket.number}`, say.plain(`more.${choice}`)));
  return { type: 'overflow', action_id: ids.more, options };
}

/** What was chosen, and of which ticket: null when it is nothing that we offered. */
export function readChoice(value: string): { choice: Choice; number: number } | null {
  const [choice, number] = value.split(':');
  const read = z.object({ choice: z.enum(choices), number: z.coerce.number().int().positive() });
  return read.safeParse({ choice, number }).data ?? null;
}
