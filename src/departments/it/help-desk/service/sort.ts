import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { sayInTriage, sayToRequesters } from '../letters/sayings.js';
import type { Category, Priority, Ticket } from '../ticket.js';
import { begin, settle } from './act.js';
import { followCategory } from './move.js';

export interface Sorting {
  priority: Priority;
  category: Category;
}

/** Gives a ticket another priority, with new targets and warnings, or a category, which may belong to another queue. */
export async function sortTicket(desk: HelpDesk, number: number, by: string, sorting: Sorting): Promise<Ticket> {
  const begun = await begin(desk, 'sort', number, by);
  const { priority, category } = begun.ticket;
  if (priority === sorting.priority && category === sorting.category) return begun.ticket;

  const detail = { fromPriority: priority, priority: sorting.priority, category: sorting.category };
  const done = await settle(desk, begun, { act: 'sort', by, event: { kind: 'sorted', detail }, changes: sorting });
  await sayInTriage(desk, done.ticket, done.event, (say) =>
    say('said.sorted', {
      by: mention(by),
      priority: say(`priority.${sorting.priority}.name`),
      category: say(`category.${sorting.category}`),
    }),
  );
  if (priority !== sorting.priority) {
    await sayToRequesters(desk, done.ticket, done.event, (say) =>
      say('said.priority', { priority: say(`priority.${sorting.priority}.name`) }),
    );
  }
  return category === sorting.category ? done.ticket : followCategory(desk, done.ticket, by, category);
}
