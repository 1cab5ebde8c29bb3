import { randomUUID } from 'node:crypto';
import { Temporal } from '../../../../platform/time.js';
import type { Web, WebAnswer } from '../../../../platform/web/fetch.js';
import { WebProblem } from '../../../../platform/web/problem.js';
import type { Digest } from '../desk.js';
import type { Feed } from '../feed.js';
import { tellBroken, tellMended, tellWatched } from '../letters/owners.js';
import { KnownStories } from '../rules/known-stories.js';
import { canonicalLink } from '../rules/links.js';
import { type ParsedFeed, type ParsedItem, parseFeed } from '../rules/parse.js';
import type { NewItem, NewStory } from '../store/stories.js';

/** What came of reading a feed. */
export type Outcome =
  | { kind: 'same'; movedTo: string | null }
  | { kind: 'news'; parsed: ParsedFeed; etag: string | null; lastModified: string | null; movedTo: string | null }
  | { kind: 'failed'; trouble: string; retryAfterMs: number | null };

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** What its server said, not read yet. */
export type Answered = WebAnswer | Extract<Outcome, { kind: 'failed' }>;

/** Asks the feed's server whether there is anything new. Outside of any transaction; never throws. */
export async function askFeed(
  web: Pick<Web, 'fetch'>,
  { url, etag, lastModified }: Pick<Feed, 'url' | 'etag' | 'lastModified'>,
): Promise<Answered> {
  try {
    return await web.fetch({ url, etag, lastModified, accept: ACCEPT });
  } catch (error) {
    if (error instanceof WebProblem)
      return { kind: 'failed', trouble: error.trouble, retryAfterMs: error.retryAfterMs };
    return { kind: 'failed', trouble: 'broken', retryAfterMs: null };
  }
}

/** Reads what was said. */
export function outcomeOf(answered: Answered, now: Temporal.Instant): Outcome {
  if ('kind' in answered) return answered;
  const { movedTo, bytes, contentType, url, etag, lastModified } = answered;
  if (answered.status === 304) return { kind: 'same', movedTo };
  try {
    return { kind: 'news', parsed: parseFeed({ bytes, contentType, url }, now), etag, lastModified, movedTo };
  } catch {
    // Whatever a feed does to its reader, it stops no other.
    return { kind: 'failed', trouble: 'noFeed', retryAfterMs: null };
  }
}

const EVERY_MINUTES = 30;
const LONGEST_WAIT_MINUTES = 24 * 60;
/** So often in a row before anybody is told: servers have bad hours. */
const TOLD_AFTER = 3;
/** What is older when it is first seen is no news. */
const NEWS_DAYS = 7;
/** So far back a report is compared with others. */
const SAME_STORY_DAYS = 3;

/** Writes down what came of it: news, or that it failed and when it is tried again. */
export async function keepOutcome(desk: Digest, feed: Feed, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'failed') return keepFailure(desk, feed, outcome);
  const wasTold = feed.isBrokenTold;
  const { now } = desk;
  const moved = outcome.movedTo && !(await desk.feeds.at(outcome.movedTo)) ? { url: outcome.movedTo } : {};
  await desk.feeds.change(feed.id, {
    ...moved,
    ...{ nextAt: now.add({ minutes: EVERY_MINUTES }), readAt: now, failures: 0, trouble: null },
    ...{ brokenSince: null, isBrokenTold: false },
    ...(outcome.kind === 'news' && { etag: outcome.etag, lastModified: outcome.lastModified }),
  });
  if (wasTold) await tellMended(desk, feed);
  if (outcome.kind === 'news') await keepNews(desk, feed, outcome.parsed.items);
}

async function keepFailure(
  desk: Digest,
  feed: Feed,
  { trouble, retryAfterMs }: Extract<Outcome, { kind: 'failed' }>,
): Promise<void> {
  const failures = feed.failures + 1;
  const doubled = Math.min(EVERY_MINUTES * 2 ** Math.min(failures - 1, 10), LONGEST_WAIT_MINUTES);
  const asked = retryAfterMs === null ? 0 : Math.min(retryAfterMs / 60_000, LONGEST_WAIT_MINUTES);
  const isTold = feed.isBrokenTold || failures >= TOLD_AFTER;
  const brokenSince = feed.brokenSince ?? desk.now;
  await desk.feeds.change(feed.id, {
    ...{ failures, trouble, brokenSince, isBrokenTold: isTold },
    nextAt: desk.now.add({ seconds: Math.ceil(Math.max(doubled, asked) * 60) }),
  });
  if (isTold && !feed.isBrokenTold) await tellBroken(desk, { ...feed, trouble, brokenSince });
}

async function keepNews(desk: Digest, feed: Feed, items: readonly ParsedItem[]): Promise<void> {
  const { now, stories } = desk;
  const since = now.subtract({ hours: 24 * NEWS_DAYS });
  const fresh = items.filter(({ at }) => at === null || Temporal.Instant.compare(at, since) >= 0);
  const before = await stories.knownGuids(
    feed.id,
    fresh.map(({ guid }) => guid),
  );
  for (const { guid, title } of fresh) {
    const known = before.get(guid);
    if (known && known.title !== title) await stories.retitle(known.id, title);
  }
  const unseen = fresh.filter(({ guid }) => !before.has(guid));
  if (unseen.length === 0) return;
  const known = await knownStories(desk);
  const begun: NewStory[] = [];
  const reports = new Map<string, NewItem>();
  // The oldest first, so that whoever reported first gives the story its title.
  for (const { at, ...told } of [...unseen].reverse()) {
    const publishedAt = at ?? now;
    const canonical = told.link && canonicalLink(told.link);
    const id = known.find(canonical, told.title) ?? randomUUID();
    const isNew = !known.has(id);
    if (isNew) begun.push({ id, topic: feed.topic, title: told.title, link: told.link, canonical, publishedAt });
    if (isNew) known.add({ id, title: told.title, canonical });
    reports.set(told.guid, { ...told, feedId: feed.id, storyId: id, publishedAt });
  }
  await stories.addAll(begun, [...reports.values()]);
  const watches = await desk.readers.watches();
  if (watches.length === 0) return;
  for (const report of reports.values()) await tellWatched(desk, watches, { ...report, source: feed.title });
}

/** Read once for all the feeds of one piece of work. */
async function knownStories(desk: Digest): Promise<KnownStories> {
  desk.known.stories ??= new KnownStories(
    await desk.stories.recent(desk.now.subtract({ hours: 24 * SAME_STORY_DAYS })),
  );
  return desk.known.stories;
}
