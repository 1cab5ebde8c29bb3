import type { Temporal } from '../../../platform/time.js';

/** The desk's name: as its folder, before its ids on the wire, and in the audit. */
export const DESK = 'it.help-desk';

export const states = [
  'new',
  'in_progress',
  'waiting',
  'resolved',
  'reopened',
  'closed',
  'not_a_request',
  'withdrawn',
] as const;
export type State = (typeof states)[number];

/** From least to most pressing. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export const categories = ['till', 'database', 'network', 'account', 'hardware', 'software', 'other'] as const;
export type Category = (typeof categories)[number];

/** A ticket's text, a reply, a note: as long as one may be. */
export const MAX_TEXT = 3000;

/** In the triage thread, what begins so stays among those who staff the desk. */
export const PRIVATE_MARK = '!';
export const withoutMark = (text: string): string => text.slice(PRIVATE_MARK.length).trim();

export type TargetKind = 'respond' | 'resolve';

/** By when the desk means to answer, or to resolve. */
export interface Target {
  kind: TargetKind;
  /** Null while the clock stands. */
  dueAt: Temporal.Instant | null;
  warnAt: Temporal.Instant | null;
  warnedAt: Temporal.Instant | null;
  escalatedAt: Temporal.Instant | null;
}

export interface Ticket {
  number: number;
  state: State;
  priority: Priority;
  category: Category;
  /** What the person saw when they wrote it: not escaped. */
  text: string;
  requesterId: string;
  /** The colleague for whom it was asked. */
  behalfOfId: string | null;
  assigneeId: string | null;
  resolution: string | null;
  sourceLink: string | null;
  /** Null: the default queue. */
  queueId: string | null;
  /** Once key of its card in its queue's channel; null: it has none yet. */
  triageCard: string | null;
  triageChannel: string | null;
  /** Since when the desk owes an answer: since it was raised, or reopened. */
  owedSince: Temporal.Instant;
  respondedAt: Temporal.Instant | null;
  spentMinutes: number;
  /** When the desk's clock was last started; null: it stands. */
  runningSince: Temporal.Instant | null;
  remindAt: Temporal.Instant | null;
  closeAt: Temporal.Instant | null;
  resolvedAt: Temporal.Instant | null;
  rating: number | null;
  ratingComment: string | null;
  ratedAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  targets: Target[];
}

type EventKind =
  | 'raised'
  | 'excerpt'
  | 'taken'
  | 'assigned'
  | 'released'
  | 'asked'
  | 'replied'
  | 'noted'
  | 'told'
  | 'sorted'
  | 'resolved'
  | 'dismissed'
  | 'withdrawn'
  | 'reopened'
  | 'closed'
  | 'rated'
  | 'moved';

/** What happened before and after: states, priorities, people. */
export type EventDetail = Record<string, string | number | null>;

/** One line of a ticket's history. */
export interface TicketEvent {
  id: string;
  number: number;
  kind: EventKind;
  /** Null: the clock did it. */
  actorId: string | null;
  text: string | null;
  detail: EventDetail;
  fileNames: string[];
  isPrivate: boolean;
  at: Temporal.Instant;
}

/** Names a ticket wherever cases are named: in the outbox and in the audit. */
export const caseOf = (number: number): string => `${DESK}/${number}`;

export const numberOf = (about: string | null): number | null => {
  const found = about?.match(/^it\.help-desk\/(\d+)$/)?.[1];
  return found ? Number(found) : null;
};

/** Who asked, and for whom: both are kept informed. */
export const requestersOf = ({ requesterId, behalfOfId }: Pick<Ticket, 'requesterId' | 'behalfOfId'>): string[] =>
  behalfOfId ? [requesterId, behalfOfId] : [requesterId];

export const dueAt = (ticket: Ticket, kind: TargetKind): Temporal.Instant | null =>
  ticket.targets.find((target) => target.kind === kind)?.dueAt ?? null;
