import type { Temporal } from '../../../../platform/time.js';
import type { Web } from '../../../../platform/web/fetch.js';
import { WebProblem } from '../../../../platform/web/problem.js';
import { type Digest, isEditor, type Reading } from '../desk.js';
import { caseOf, DESK, type Feed } from '../feed.js';
import { may, type Right, type Standing } from '../permissions.js';
import { decodeFeed } from '../rules/decode.js';
import { feedsNamedIn, likelyFeeds } from '../rules/discover.js';
import { NoFeed, type ParsedFeed, parseFeed } from '../rules/parse.js';
import { no } from '../words.js';

export interface FoundFeed {
  url: string;
  parsed: ParsedFeed;
}

/** So many addresses are tried for a page that names no feed. */
const TRIES = 4;

/** The feed at an address, or the one that the page there names. Outside of any transaction. */
export async function findFeed(web: Pick<Web, 'fetch'>, typed: string, now: Temporal.Instant): Promise<FoundFeed> {
  const url = /^[a-z]+:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  const first = await readAt(web, url, now);
  if ('parsed' in first) return first;
  const named = feedsNamedIn(first.html, first.url);
  for (const candidate of [...named, ...likelyFeeds(first.url)].slice(0, named.length + TRIES)) {
    const found = await readAt(web, candidate, now).catch(() => null);
    if (found && 'parsed' in found) return found;
  }
  throw no('refused.noFeedThere', {}, 'url');
}

async function readAt(
  web: Pick<Web, 'fetch'>,
  url: string,
  now: Temporal.Instant,
): Promise<FoundFeed | { url: string; html: string }> {
  try {
    const answer = await web.fetch({ url });
    const source = { bytes: answer.bytes, contentType: answer.contentType, url: answer.url };
    try {
      return { url: answer.movedTo ?? answer.url, parsed: parseFeed(source, now) };
    } catch (error) {
      if (!(error instanceof NoFeed)) throw error;
      return { url: answer.url, html: decodeFeed(answer.bytes, answer.contentType) };
    }
  } catch (error) {
    if (error instanceof WebProblem) throw no(`trouble.${error.trouble}`, { status: error.status ?? '' }, 'url');
    throw error;
  }
}

/** What somebody is to a feed, found afresh. */
async function standingsOf(desk: Reading, by: string, feed?: Feed): Promise<Set<Standing>> {
  return new Set<Standing>([
    ...((await isEditor(desk, by)) ? (['editor'] as const) : []),
    ...(feed?.addedById === by ? (['owner'] as const) : []),
  ]);
}

export async function mustBeAllowed(desk: Reading, by: string, right: Right, feed?: Feed): Promise<void> {
  if (!may(right, await standingsOf(desk, by, feed))) throw no('refused.notEditor');
}

export async function addFeed(desk: Digest, by: string, { url, parsed }: FoundFeed, topic: string): Promise<Feed> {
  await mustBeAllowed(desk, by, 'keepFeeds');
  const { title, siteUrl } = parsed;
  const feed = await desk.feeds.add({ url, title, siteUrl, topic, addedById: by });
  if (!feed) throw no('refused.thereAlready', { title }, 'url');
  await desk.audit.record({ actor: by, action: `${DESK}.add`, object: caseOf(feed.id) });
  return feed;
}

export type FeedAct = 'mute' | 'unmute' | 'remove' | 'readNow';

export async function changeFeed(desk: Digest, by: string, id: string, act: FeedAct): Promise<void> {
  const feed = await desk.feeds.get(id);
  if (!feed) throw no('refused.noFeed');
  await mustBeAllowed(desk, by, 'changeFeed', feed);
  if (act === 'remove') await desk.feeds.remove(id);
  else if (act === 'readNow') await desk.feeds.change(id, { nextAt: desk.now });
  else await desk.feeds.change(id, { isMuted: act === 'mute' });
  await desk.audit.record({ actor: by, action: `${DESK}.${act}`, object: caseOf(id) });
}
