import { folded } from '../../../../platform/words/folded.js';
import type { Digest } from '../desk.js';
import { DESK } from '../feed.js';
import type { Outline } from '../rules/opml.js';
import { mustBeAllowed } from './sources.js';

export interface Taken {
  added: number;
  /** They were there already. */
  known: number;
}

/** Adds the sources of a list; a group that is called as one of our topics goes there, the others to the last topic. */
export async function takeList(desk: Digest, by: string, outlines: readonly Outline[]): Promise<Taken> {
  await mustBeAllowed(desk, by, 'keepFeeds');
  const { topics } = desk.settings;
  const topicOf = (group: string) =>
    topics.find((topic) => folded(topic) === folded(group)) ?? topics.at(-1) ?? 'general';
  let added = 0;
  for (const { url, title, topic } of outlines) {
    const feed = await desk.feeds.add({ url, title, siteUrl: null, topic: topicOf(topic), addedById: by });
    if (feed) added += 1;
  }
  await desk.audit.record({ actor: by, action: `${DESK}.import`, object: DESK, detail: { added } });
  return { added, known: outlines.length - added };
}
