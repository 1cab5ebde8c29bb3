import type { Overflow } from '@slack/types';
import { z } from 'zod';
import { option } from '../../../../platform/blocks.js';
import { ids } from '../ids.js';
import { type Act, moves } from '../states.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';

// Slack shows at most five choices in such a menu.
const choices = ['reply', 'note', 'sort', 'dismiss', 'details'] as const;
export type Choice = (typeof choices)[number];

const isPossible = (choice: Choice, { state }: Ticket): boolean =>
  choice === 'details' || moves[choice satisfies Act][state] !== undefined;

/** What is rarely done to a ticket: reply, private note, priority and category, not a request, details. */
export const moreMenu = (say: Say, ticket: Ticket): Overflow => ({
  type: 'overflow',
  action_id: ids.more,
  options: choices
    .filter((choice) => isPossible(choice, ticket))
    .map((choice) => option(`${choice}:${ticket.number}`, say.plain(`more.${choice}`))),
});

/** What was chosen, and of which ticket: null when it is nothing that we offered. */
export function readChoice(value: string): { choice: Choice; number: number } | null {
  const [choice, number] = value.split(':');
  const read = z.object({ choice: z.enum(choices), number: z.coerce.number().int().positive() });
  return read.safeParse({ choice, number }).data ?? null;
}
