import { isAllowed, type Permissions } from '../../../platform/permissions.js';
import type { Act } from './states.js';
import { requestersOf, type Ticket } from './ticket.js';

/** What somebody is to a ticket. `requester` is who asked, `beneficiary` the colleague for whom they asked. */
export type Standing = 'requester' | 'beneficiary' | 'assignee' | 'technician' | 'lead' | 'admin';

/** Besides the acts on a ticket: seeing it, reading what only the desk reads, and the desk's own books. */
export type Right =
  | Act
  | 'see'
  | 'seeNotes'
  | 'seeQueue'
  | 'seeFigures'
  | 'keepReplies'
  | 'keepArticles'
  | 'keepQueues'
  | 'keepSettings';

const concerned = ['requester', 'beneficiary'] as const;
const handlers = ['assignee', 'technician', 'lead'] as const;

export const permissions: Permissions<Right, Standing> = {
  see: [...concerned, ...handlers, 'admin'],
  seeNotes: handlers,
  take: ['technician', 'lead'],
  assign: ['assignee', 'technician', 'lead', 'admin'],
  release: ['assignee', 'lead', 'admin'],
  ask: handlers,
  reply: handlers,
  note: handlers,
  tell: concerned,
  sort: [...handlers, 'admin'],
  move: [...handlers, 'admin'],
  resolve: handlers,
  dismiss: handlers,
  withdraw: concerned,
  close: concerned,
  reopen: [...concerned, ...handlers, 'admin'],
  rate: concerned,
  seeQueue: ['technician', 'lead', 'admin'],
  seeFigures: ['lead', 'admin'],
  keepReplies: ['lead', 'admin'],
  keepArticles: ['technician', 'lead', 'admin'],
  keepQueues: ['lead', 'admin'],
  keepSettings: ['lead', 'admin'],
};

export const may = (right: Right, standings: ReadonlySet<Standing>): boolean =>
  isAllowed(permissions, right, standings);

/** Who somebody is at the desk: their roles there, and whether they are an admin. */
export interface Colleague {
  id: string;
  roles: readonly string[];
  isAdmin: boolean;
}

/** What somebody is to a ticket, or to the desk when no ticket is at hand. */
export function standingsOf(colleague: Colleague, ticket?: Ticket): Set<Standing> {
  const { id, roles, isAdmin } = colleague;
  const standings = new Set<Standing>();
  if (roles.includes('technician')) standings.add('technician');
  if (roles.includes('lead')) standings.add('lead');
  if (isAdmin) standings.add('admin');
  if (!ticket) return standings;
  if (ticket.requesterId === id) standings.add('requester');
  if (ticket.behalfOfId === id) standings.add('beneficiary');
  // Whoever was taken off the staff has no say any more in what they had.
  if (ticket.assigneeId === id && isStaff(colleague)) standings.add('assignee');
  return standings;
}

/** Whom the desk belongs to: they see the queue, and answer in the triage thread. */
export const isStaff = ({ roles }: Colleague): boolean => roles.includes('technician') || roles.includes('lead');

export const isRequester = (ticket: Ticket, personId: string): boolean => requestersOf(ticket).includes(personId);

/** Who can do it instead: what a refusal tells. */
export const whoInstead: Readonly<Record<Act, 'staff' | 'requesters' | 'leads'>> = {
  take: 'staff',
  assign: 'staff',
  release: 'leads',
  ask: 'staff',
  reply: 'staff',
  note: 'staff',
  tell: 'requesters',
  sort: 'staff',
  move: 'staff',
  resolve: 'staff',
  dismiss: 'staff',
  withdraw: 'requesters',
  close: 'requesters',
  reopen: 'requesters',
  rate: 'requesters',
};
