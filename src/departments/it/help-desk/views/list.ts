import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, divider, option, plain, section } from '../../../../platform/blocks.js';
import type { Note } from '../../../../platform/doors/doors.js';
import { momentInside } from '../../../../platform/mrkdwn.js';
import { ids, numbered } from '../ids.js';
import type { Queue } from '../queues.js';
import { PAGE, type Page } from '../store/queue.js';
import type { Ticket } from '../ticket.js';
import { no, type Say } from '../words.js';
import { claimed } from './claims.js';
import { keyOf } from './moving.js';
import { firstLine, queueName, stateOf, whoIs } from './texts.js';

/** The lists there are. Those who staff the desk choose among the first; everybody has the last two. */
const staffLists = ['queue', 'unassigned', 'assigned', 'late', 'solved'] as const;
const ownLists = ['own', 'ownAll'] as const;
export const lists = [...staffLists, ...ownLists, 'search'] as const;
export type ListName = (typeof lists)[number];
type Choosable = Exclude<ListName, 'search'>;

const place = z.object({
  list: z.enum(lists),
  page: z.int().nonnegative().max(1000),
  query: z.string().max(200),
  queue: z.string().max(40).default(''),
});
/** Which list, which page of it, what was searched for, and of which queue; empty: of all. */
export type Place = z.output<typeof place>;

/** From a button's value, which is a claim. */
export const readPlace = (value: string): Place => claimed(place, value);
export const firstPage = (list: ListName, query = '', queue = ''): Place => ({
  list,
  page: 0,
  query: query.slice(0, 200),
  queue,
});

/** Which lists are of one queue or of all. */
export const hasQueues = (list: ListName): boolean => staffLists.some((name) => name === list);

/** A list of tickets, with what to choose and where to turn the page. Empty ones say what to do instead. */
export function listNote(
  say: Say,
  { tickets, total, page }: Page,
  at: Place,
  isStaff: boolean,
  queues: readonly Queue[] = [],
): Note {
  const title = titleOf(say, at, queues);
  const rows = tickets.map((ticket) => listRow(say, ticket));
  return {
    text: title,
    blocks: [
      section(`*${title}* · ${say('list.count', { count: total })}`),
      actions('filter', [chooseList(say, at, isStaff), ...chooseQueue(say, at, queues)]),
      divider(),
      ...(rows.length > 0 ? rows : [section(say(`list.${at.list}.empty`, { query: at.query }))]),
      ...pages(say, { ...at, page }, total),
    ],
  };
}

function titleOf(say: Say, { list, query, queue }: Place, queues: readonly Queue[]): string {
  const title = say(`list.${list}.title`, { query });
  const chosen = queues.find((one) => keyOf(one) === queue);
  return chosen ? say('list.inQueue', { title, queue: queueName(say, chosen) }) : title;
}

export const listRow = (say: Say, ticket: Ticket): KnownBlock => section(rowText(say, ticket), openButton(say, ticket));

export const openButton = (say: Say, { number }: Ticket) =>
  button(ids.open, say.plain('button.open'), { value: String(number) });

/** A ticket in two lines. */
export function rowText(say: Say, ticket: Ticket): string {
  const facts = [
    stateOf(say, ticket),
    say(`priority.${ticket.priority}.name`),
    whoIs(say, ticket.behalfOfId ?? ticket.requesterId),
    momentInside(ticket.createdAt),
    ...(ticket.assigneeId ? [say('list.with', { assignee: whoIs(say, ticket.assigneeId) })] : []),
  ];
  return `*#${ticket.number}* ${firstLine(ticket.text)}\n${facts.join(' · ')}`;
}

function chooseList(say: Say, { list, queue }: Place, isStaff: boolean) {
  const choice = (name: Choosable) => option(queue ? `${name}:${queue}` : name, say.plain(`list.${name}.choice`));
  const names: readonly Choosable[] = isStaff ? [...staffLists, ...ownLists] : ownLists;
  const chosen = names.find((name) => name === list);
  return {
    type: 'static_select' as const,
    action_id: ids.filter,
    placeholder: plain(say.plain('list.choose'), 150),
    options: names.map(choice),
    ...(chosen && { initial_option: choice(chosen) }),
  };
}

function chooseQueue(say: Say, { list, queue }: Place, queues: readonly Queue[]) {
  if (queues.length === 0 || !hasQueues(list)) return [];
  const choice = (key: string, name: string) => option(key ? `${list}:${key}` : list, name);
  const options = [
    choice('', say.plain('list.allQueues')),
    ...queues.map((one) => choice(keyOf(one), queueName(say, one))),
  ];
  const chosen = options.find(({ value }) => value === (queue ? `${list}:${queue}` : list));
  return [
    {
      type: 'static_select' as const,
      action_id: numbered(ids.filter, 'queue'),
      placeholder: plain(say.plain('list.chooseQueue'), 150),
      options,
      ...(chosen && { initial_option: chosen }),
    },
  ];
}

function pages(say: Say, at: Place, total: number): KnownBlock[] {
  const last = Math.ceil(total / PAGE) - 1;
  if (last < 1) return [];
  const turn = (by: number) => ({ value: JSON.stringify({ ...at, page: at.page + by } satisfies Place) });
  const buttons = [
    ...(at.page > 0 ? [button(numbered(ids.page, 'back'), say.plain('list.back'), turn(-1))] : []),
    ...(at.page < last ? [button(numbered(ids.page, 'on'), say.plain('list.on'), turn(1))] : []),
  ];
  return [context(say('list.page', { page: at.page + 1, pages: last + 1 })), actions('pages', buttons)];
}

/** A filter's value is one of the lists, perhaps of one queue, or nothing we offered. */
export function readList(value: string): Place {
  const [list, queue = ''] = value.split(':');
  const known = lists.find((name) => name === list);
  if (!known) throw no('refusals.noChoice');
  return firstPage(known, '', queue.slice(0, 40));
}
