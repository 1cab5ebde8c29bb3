import { z } from 'zod';
import { actions, button, context, divider, option, plain, section } from '../../../../platform/blocks.js';
import type { KnownBlock, Note } from '../../../../platform/doors/doors.js';
import { ids, numbered } from '../ids.js';
import { PAGE, type Page } from '../store/queue.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { firstLine, stateOf, when, whoIs } from './texts.js';

/** The lists there are. Those who staff the desk choose among the first; everybody has the last two. */
const staffLists = ['queue', 'unassigned', 'assigned', 'late', 'solved'] as const;
const ownLists = ['own', 'ownAll'] as const;
export const lists = [...staffLists, ...ownLists, 'search'] as const;
export type ListName = (typeof lists)[number];
type Choosable = Exclude<ListName, 'search'>;

const place = z.object({ list: z.enum(lists), page: z.int().nonnegative().max(1000), query: z.string().max(200) });
/** Which list, which page of it, and what was searched for. */
export type Place = z.output<typeof place>;

/** From a button's value, which is a claim. */
export const readPlace = (value: string): Place => place.parse(JSON.parse(value));
export const firstPage = (list: ListName, query = ''): Place => ({ list, page: 0, query: query.slice(0, 200) });

/** A list of tickets, with what to choose and where to turn the page. Empty ones say what to do instead. */
export function listNote(say: Say, { tickets, total, page }: Page, at: Place, isStaff: boolean): Note {
  const title = say(`list.${at.list}.title`, { query: at.query });
  const rows = tickets.map((ticket) => listRow(say, ticket));
  return {
    text: title,
    blocks: [
      section(`*${title}* · ${say('list.count', { count: total })}`),
      actions('filter', [chooseList(say, at, isStaff)]),
      divider(),
      ...(rows.length > 0 ? rows : [section(say(`list.${at.list}.empty`, { query: at.query }))]),
      ...pages(say, { ...at, page }, total),
    ],
  };
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
    when(ticket.createdAt),
    ...(ticket.assigneeId ? [say('list.with', { assignee: whoIs(say, ticket.assigneeId) })] : []),
  ];
  return `*#${ticket.number}* ${firstLine(ticket.text)}\n${facts.join(' · ')}`;
}

function chooseList(say: Say, { list }: Place, isStaff: boolean) {
  const choice = (name: Choosable) => option(name, say.plain(`list.${name}.choice`));
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

/** A filter's value is one of the lists, or nothing we offered. */
export const readList = (value: string): ListName => z.enum(lists).parse(value);
