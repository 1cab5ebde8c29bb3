import { generateOpml, parseOpml } from 'feedsmith';
import type { Feed } from '../feed.js';
import { absoluteLink } from './links.js';

/** One source of a list. */
export interface Outline {
  url: string;
  title: string;
  /** The group that it stands in; empty: none. */
  topic: string;
}

/** Our sources as other readers take them: a group for each topic. */
export function writeOpml(title: string, feeds: readonly Pick<Feed, 'url' | 'title' | 'siteUrl' | 'topic'>[]): string {
  const topics = [...new Set(feeds.map(({ topic }) => topic))];
  return generateOpml({
    head: { title },
    body: {
      outlines: topics.map((topic) => ({
        text: topic,
        outlines: feeds
          .filter((feed) => feed.topic === topic)
          .map(({ url, title: text, siteUrl }) => ({
            ...{ type: 'rss', text, title: text, xmlUrl: url },
            ...(siteUrl && { htmlUrl: siteUrl }),
          })),
      })),
    },
  });
}

const MOST = 500;

/** The sources of somebody's list, whatever groups they stand in; null where it is no such list. */
export function readOpml(text: string): Outline[] | null {
  try {
    const { body } = parseOpml(text);
    return flattened(body?.outlines ?? [], '').slice(0, MOST);
  } catch {
    return null;
  }
}

interface Node {
  text?: string;
  title?: string;
  xmlUrl?: string;
  outlines?: Node[];
}

function flattened(nodes: readonly Node[], topic: string): Outline[] {
  return nodes.flatMap(({ text = '', title = text, xmlUrl, outlines = [] }) => {
    const url = absoluteLink(xmlUrl, 'https://none.invalid/');
    const own = xmlUrl && url ? [{ url, title: title || url, topic }] : [];
    return [...own, ...flattened(outlines, title)];
  });
}
