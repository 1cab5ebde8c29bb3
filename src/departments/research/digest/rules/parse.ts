import { parseFeed as read } from 'feedsmith';
import type { Temporal } from '../../../../platform/time.js';
import { publishedAt } from './dates.js';
import { decodeFeed } from './decode.js';
import { absoluteLink } from './links.js';
import { plainText, titleText } from './text.js';

export interface ParsedItem {
  /** The feed's own name for it; where it has none, its link or its title. */
  guid: string;
  link: string | null;
  /** One line, not escaped. */
  title: string;
  summary: string;
  /** Null: the feed doesn't say. */
  at: Temporal.Instant | null;
}

export interface ParsedFeed {
  title: string;
  siteUrl: string | null;
  items: ParsedItem[];
}

/** It isn't a feed, or can't be read as one. */
export class NoFeed extends Error {
  override name = 'NoFeed';
}

const MOST_ITEMS = 200;
const LONGEST_TITLE = 300;
const LONGEST_SUMMARY = 600;

interface Source {
  bytes: Uint8Array;
  contentType: string | null;
  /** Where it came from, which relative links are relative to. */
  url: string;
}

/** Reads RSS 0.9 to 2.0, RDF, Atom and JSON Feed, as they are and as they are often written. */
export function parseFeed({ bytes, contentType, url }: Source, now: Temporal.Instant): ParsedFeed {
  const raw = rawFeed(decodeFeed(bytes, contentType));
  const base = absoluteLink(raw.base, url) ?? url;
  const siteUrl = absoluteLink(raw.link, base);
  const items = raw.items.slice(0, MOST_ITEMS).flatMap((item): ParsedItem[] => {
    const link = absoluteLink(item.link, absoluteLink(item.base, base) ?? siteUrl ?? base);
    const summary = plainText(item.summary ?? '', LONGEST_SUMMARY);
    const title = titleText(item.title ?? '', LONGEST_TITLE) || summary.slice(0, LONGEST_TITLE);
    if (title === '') return [];
    return [
      { guid: (item.guid || link || title).slice(0, 1_000), link, title, summary, at: publishedAt(item.at, now) },
    ];
  });
  return { title: titleText(raw.title ?? '', LONGEST_TITLE) || new URL(url).hostname, siteUrl, items };
}

interface RawItem {
  guid?: string | undefined;
  link?: string | undefined;
  title?: string | undefined;
  summary?: string | undefined;
  at?: string | undefined;
  base?: string | undefined;
}
interface RawFeed {
  title?: string | undefined;
  link?: string | undefined;
  base?: string | undefined;
  items: RawItem[];
}

/** The four formats in one shape. */
function rawFeed(text: string): RawFeed {
  const parsed = parsedOrNone(text);
  switch (parsed.format) {
    case 'rss': {
      const { title, link, items = [] } = parsed.feed;
      return { title, link, items: items.map(rssItem) };
    }
    case 'rdf': {
      const { title, link, items = [] } = parsed.feed;
      return {
        ...{ title, link },
        items: items.map((item) => ({
          ...{ guid: item.rdf?.about ?? item.link, link: item.link ?? item.rdf?.about, title: item.title },
          ...{ summary: item.description, at: item.dc?.dates?.[0] },
        })),
      };
    }
    case 'atom': {
      const { title, links, entries = [], xml } = parsed.feed;
      return { title: textOf(title), link: linkOf(links), base: xml?.base, items: entries.map(atomItem) };
    }
    case 'json': {
      const { title, home_page_url: link, items = [] } = parsed.feed;
      return {
        ...{ title, link },
        items: items.map((item) => ({
          ...{ guid: item.id, link: item.url ?? item.external_url, title: item.title && escaped(item.title) },
          summary: item.summary
            ? escaped(item.summary)
            : (item.content_html ?? (item.content_text && escaped(item.content_text))),
          at: item.date_published ?? item.date_modified,
        })),
      };
    }
  }
}

type Parsed = ReturnType<typeof read<string>>;
type RssItem = NonNullable<Extract<Parsed, { format: 'rss' }>['feed']['items']>[number];
type AtomEntry = NonNullable<Extract<Parsed, { format: 'atom' }>['feed']['entries']>[number];

function rssItem(item: RssItem): RawItem {
  const { title, link, description, guid, pubDate, dc, content, atom } = item;
  const permanent = guid && guid.isPermaLink !== false && /^https?:/i.test(guid.value ?? '') ? guid.value : undefined;
  return {
    ...{ guid: guid?.value, link: link ?? permanent ?? linkOf(atom?.links), title },
    ...{ summary: description ?? content?.encoded, at: pubDate ?? dc?.dates?.[0] ?? atom?.updated },
  };
}

const atomItem = ({ id, links, title, summary, content, published, updated, xml }: AtomEntry): RawItem => ({
  ...{ guid: id, link: linkOf(links), title: textOf(title), base: xml?.base },
  ...{ summary: textOf(summary) ?? textOf(content), at: published ?? updated },
});

/** Text constructs of Atom: plain ones are escaped, so that they are read like the others. */
function textOf(text: { value?: string; type?: string } | string | undefined): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  const isMarkup = text.type === 'html' || text.type === 'xhtml';
  return text.value && !isMarkup ? escaped(text.value) : text.value;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const linkOf = (links: readonly { href?: string; rel?: string }[] = []): string | undefined =>
  (links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links.find(({ rel }) => rel !== 'self'))?.href;

function parsedOrNone(text: string): Parsed {
  const trimmed = text.replace(/^[^<{]{0,200}(?=<\?xml|<rss|<feed|<rdf)/i, '').trim();
  try {
    return read<string>(trimmed);
  } catch {
    throw new NoFeed();
  }
}
