import type { Prisma } from '../../../../generated/prisma/client.js';
import { fromRow } from '../../../../platform/database/rows.js';
import { toDay } from '../../../../platform/people/days.js';
import type { Feed, Story } from '../feed.js';

export const feedOf = (row: Prisma.FeedGetPayload<object>): Feed => fromRow(row);

export const withSources = {
  items: { select: { feed: { select: { title: true } } }, orderBy: { id: 'asc' } },
} satisfies Prisma.StoryInclude;

export function storyOf(row: Prisma.StoryGetPayload<{ include: typeof withSources }>): Story {
  const { items, editionDay, ...rest } = row;
  return {
    ...fromRow(rest),
    editionDay: editionDay && toDay(editionDay),
    sources: [...new Set(items.map(({ feed }) => feed.title))],
  };
}
