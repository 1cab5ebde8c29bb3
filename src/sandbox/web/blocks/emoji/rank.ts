import { type Emoji, fold } from './gather.js';

/** All emoji that what was typed may mean, best first. Without anything typed, in their own order. */
export function rankEmoji(
  all: ReadonlyMap<string, Emoji>,
  query: string,
  limit: number,
): { name: string; char: string }[] {
  const wanted = fold(query.replace(/^:|:$/g, '').trim());
  const best = new Map<Emoji, { name: string; score: number }>();
  for (const [name, emoji] of all) {
    const score = wanted ? scoreOf(name, emoji, wanted) : 1;
    if (score < (best.get(emoji)?.score ?? Number.POSITIVE_INFINITY)) best.set(emoji, { name, score });
  }
  const ranked = [...best].sort(([, a], [, b]) => a.score - b.score);
  return ranked.slice(0, limit).map(([emoji, { name }]) => ({ name, char: emoji.char }));
}

function scoreOf(name: string, emoji: Emoji, wanted: string): number {
  const underscored = wanted.replaceAll(' ', '_');
  if (name === underscored) return 0;
  if (name.startsWith(underscored)) return 1 + name.length / 100;
  if (emoji.words.includes(wanted)) return 3;
  if (name.includes(underscored)) return 4;
  return emoji.words.some((word) => word.split(' ').some((part) => part.startsWith(wanted)))
    ? 5 + name.length / 100
    : Number.POSITIVE_INFINITY;
}
