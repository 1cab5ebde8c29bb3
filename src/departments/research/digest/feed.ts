import type { Temporal } from '../../../platform/time.js';

export const DESK = 'research.digest';

/** What every digest tells of; more are made by whoever keeps the sources. */
export const topics = ['market', 'policy', 'tax', 'general'] as const;

/** A source of news. Texts are as they came: not escaped. */
export interface Feed {
  id: string;
  url: string;
  title: string;
  siteUrl: string | null;
  topic: string;
  addedById: string;
  addedAt: Temporal.Instant;
  isMuted: boolean;
  etag: string | null;
  lastModified: string | null;
  nextAt: Temporal.Instant;
  readAt: Temporal.Instant | null;
  failures: number;
  /** Why it couldn't be read, as a word for `trouble.…`. */
  trouble: string | null;
  brokenSince: Temporal.Instant | null;
  isBrokenTold: boolean;
}

/** What one or several feeds report of. */
export interface Story {
  id: string;
  topic: string;
  title: string;
  link: string | null;
  canonical: string | null;
  publishedAt: Temporal.Instant;
  seenAt: Temporal.Instant;
  /** In how many feeds. */
  reports: number;
  editionDay: Temporal.PlainDate | null;
  /** The feeds' names, the first to report first. */
  sources: string[];
}

export const caseOf = (feedId: string): string => `${DESK}/feed/${feedId}`;
