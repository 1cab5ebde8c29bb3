import { Parser } from 'htmlparser2';
import { absoluteLink } from './links.js';

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/rdf+xml',
]);
const MOST = 10;

/** The feeds that a page names in its head, in its order. */
export function feedsNamedIn(html: string, url: string): string[] {
  const found: string[] = [];
  let base = url;
  const parser = new Parser({
    onopentag: (name, { href, rel = '', type = '' }) => {
      if (name === 'base' && href) base = absoluteLink(href, url) ?? url;
      const isFeed = /\balternate\b/i.test(rel) && feedTypes.has(type.trim().toLowerCase());
      const link = name === 'link' && isFeed ? absoluteLink(href, base) : null;
      if (link && !found.includes(link)) found.push(link);
    },
  });
  parser.end(html);
  return found.slice(0, MOST);
}

/** Where feeds often are, when the page doesn't say. */
export const likelyFeeds = (url: string): string[] =>
  ['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml'].map((path) => new URL(`/${path}`, url).href);
