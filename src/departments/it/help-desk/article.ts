import type { Temporal } from '../../../platform/time.js';
import type { Language } from '../../../platform/words/words.js';
import { DESK, type State, type Ticket } from './ticket.js';

export const MAX_TITLE = 100;

/** How to mend or do something oneself, for everybody to read. */
export interface Article {
  number: number;
  language: Language;
  /** As written: not escaped. */
  title: string;
  text: string;
  /** The ticket that it was made from. */
  ticketNumber: number | null;
  /** How often requesters opened it, and how often somebody said that it helped. */
  shown: number;
  helped: number;
  /** Null: everybody can read it. */
  archivedAt: Temporal.Instant | null;
  authorId: string;
  updatedAt: Temporal.Instant;
}

/** What somebody writes of an article. */
export type ArticleText = Pick<Article, 'language' | 'title' | 'text'>;

/** Names an article in the audit. */
export const articleCase = (number: number): string => `${DESK}/article/${number}`;

const solved: readonly State[] = ['resolved', 'closed'];

/** What was mended once may be of use to others; what is still open, or was no request, isn't. */
export const canBecomeArticle = ({ state }: Pick<Ticket, 'state'>): boolean => solved.includes(state);
