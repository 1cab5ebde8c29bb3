import type { KnownBlock } from '@slack/types';
import { actions, button, context, header, section } from '../../../../platform/blocks.js';
import { ids } from '../ids.js';
import type { Page } from '../store/queue.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { listRow } from './list.js';

/** The first of them, and how many there are in all. */
type Top = Omit<Page, 'page'>;

export interface HomeTickets {
  /** What this person asked for and isn't finished, and what was solved for them last. */
  asked: Top;
  solved: readonly Ticket[];
  /** Whether there is an article to read. */
  hasArticles: boolean;
  /** Only for those who staff the desk. */
  work: { assigned: Top; unassigned: number; late: number } | null;
}

/** The desk's part of somebody's App Home: what they asked for, and what waits for them when they staff the desk. */
export const homeBlocks = (say: Say, { asked, solved, hasArticles, work }: HomeTickets): KnownBlock[] => [
  header(say.plain('title')),
  ...(work ? staffBlocks(say, work) : []),
  section(`*${say('home.asked')}*`),
  ...(asked.total > 0 ? rows(say, asked) : [context(say('home.nothingAsked'))]),
  ...(solved.length > 0 ? [context(say('home.solved')), ...solved.map((ticket) => listRow(say, ticket))] : []),
  actions('it.help-desk.home', [
    button(ids.openForm, say.plain('home.ask'), { style: 'primary' }),
    button(ids.showList, say.plain('home.all'), { value: work ? 'queue' : 'ownAll' }),
    ...(hasArticles ? [button(ids.showArticles, say.plain('home.articles'))] : []),
  ]),
];

const staffBlocks = (say: Say, { assigned, unassigned, late }: NonNullable<HomeTickets['work']>): KnownBlock[] => [
  section(`*${say('home.work')}*`),
  context(
    say('home.unassigned', { count: unassigned }),
    late > 0 ? say('home.late', { count: late }) : say('home.nothingLate'),
  ),
  ...(assigned.total > 0 ? rows(say, assigned) : [context(say('home.nothingAssigned'))]),
];

const rows = (say: Say, { tickets, total }: Top): KnownBlock[] => [
  ...tickets.map((ticket) => listRow(say, ticket)),
  ...(total > tickets.length ? [context(say('home.more', { count: total - tickets.length }))] : []),
];
