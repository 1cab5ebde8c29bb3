import { allEmoji, loadEmoji } from './data.js';
import { rankEmoji } from './rank.js';

/** Emoji for what was typed, best first: names that begin with it, then names with it, then other words. */
export function searchEmoji(query: string, limit = 50): { name: string; char: string }[] {
  if (allEmoji().size === 0) void loadEmoji().catch(() => {});
  return rankEmoji(allEmoji(), query, limit);
}
