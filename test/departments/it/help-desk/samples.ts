import type { Article } from '../../../../src/departments/it/help-desk/article.js';
import type { Ticket, TicketEvent } from '../../../../src/departments/it/help-desk/ticket.js';
import { Temporal } from '../../../../src/platform/time.js';

export const monday = Temporal.Instant.from('2026-03-02T08:00:00Z');

export const aTicket = (changes: Partial<Ticket> = {}): Ticket => ({
  number: 42,
  state: 'new',
  priority: 'normal',
  category: 'till',
  text: 'Till 3 is frozen',
  requesterId: 'U0ELENA',
  behalfOfId: null,
  assigneeId: null,
  resolution: null,
  sourceLink: null,
  queueId: null,
  triageCard: null,
  triageChannel: null,
  owedSince: monday,
  respondedAt: null,
  spentMinutes: 0,
  runningSince: monday,
  remindAt: null,
  closeAt: null,
  resolvedAt: null,
  rating: null,
  ratingComment: null,
  ratedAt: null,
  createdAt: monday,
  targets: [],
  ...changes,
});

export const anEvent = (changes: Partial<TicketEvent> = {}): TicketEvent => ({
  id: '1',
  number: 42,
  kind: 'raised',
  actorId: 'U0ELENA',
  text: null,
  detail: {},
  fileNames: [],
  isPrivate: false,
  at: monday,
  ...changes,
});

export const anArticle = (changes: Partial<Article> = {}): Article => ({
  number: 3,
  language: 'en',
  title: 'The receipt printer is offline',
  text: 'Pull its plug for ten seconds.',
  ticketNumber: null,
  shown: 0,
  helped: 0,
  archivedAt: null,
  authorId: 'U0MARA',
  updatedAt: monday,
  ...changes,
});
