import { signal } from '@preact/signals';
import { type Emoji, gather } from './gather.js';

const known = signal<ReadonlyMap<string, Emoji>>(new Map());
let loading: Promise<void> | undefined;

/** Fetches the emoji, once. They are large, so the page doesn't wait for them. */
export function loadEmoji(): Promise<void> {
  loading ??= Promise.all([
    import('emojibase-data/en/compact.json'),
    import('emojibase-data/en/shortcodes/iamcal.json'),
    import('./romanian.js'),
  ]).then(([emoji, names, { romanian }]) => {
    known.value = gather(emoji.default, names.default, romanian);
  });
  return loading;
}

/** The character of `thumbsup` or `thumbsup::skin-tone-3`. Components are drawn again when the emoji have come. */
export function useEmoji(name: string): string | undefined {
  if (known.peek().size === 0) void loadEmoji().catch(() => {});
  return characterOf(known.value, name);
}

export const useAllEmoji = (): ReadonlyMap<string, Emoji> => known.value;
export const allEmoji = (): ReadonlyMap<string, Emoji> => known.peek();

function characterOf(all: ReadonlyMap<string, Emoji>, name: string): string | undefined {
  const [, base = name, tone] = /^(.+)::skin-tone-([2-6])$/.exec(name) ?? [];
  const found = all.get(base);
  return tone ? (found?.skins[Number(tone) - 2] ?? found?.char) : found?.char;
}
