/** One emoji under one of its names. */
export interface Emoji {
  /** Slack's name for it; further names point at the same emoji. */
  name: string;
  char: string;
  group: number;
  skins: string[];
  /** What it may be searched by, in lower case without accents. */
  words: string[];
}

interface Compact {
  hexcode: string;
  label: string;
  unicode: string;
  group?: number;
  order?: number;
  tags?: string[];
  skins?: { unicode: string; hexcode: string }[];
}

/** Puts the data sets together: name → emoji, in the order of the Unicode list. */
export function gather(
  list: readonly Compact[],
  names: Record<string, string | string[]>,
  romanian: Record<string, string>,
): Map<string, Emoji> {
  const all = new Map<string, Emoji>();
  const ordered = list.filter((entry) => entry.group !== undefined).sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  for (const entry of ordered) {
    const own = namesOf(entry, names);
    const found = toEmoji(entry, own, romanian);
    for (const name of own) if (!all.has(name)) all.set(name, found);
  }
  return all;
}

function namesOf(entry: Compact, names: Record<string, string | string[]>): string[] {
  const given = names[entry.hexcode];
  if (given) return typeof given === 'string' ? [given] : given;
  return [entry.label.toLowerCase().replace(/[^a-z0-9]+/g, '_')];
}

function toEmoji(entry: Compact, own: string[], romanian: Record<string, string>): Emoji {
  const spoken = own.map((name) => romanian[name] ?? '');
  return {
    name: own[0] ?? '',
    char: entry.unicode,
    group: entry.group ?? 0,
    skins:
      entry.skins?.filter((skin) => !/-1F3F[B-F].*-1F3F[B-F]/.test(skin.hexcode)).map((skin) => skin.unicode) ?? [],
    words: [...own, entry.label, ...(entry.tags ?? []), ...spoken].map(fold).filter(Boolean),
  };
}

/** Lower case and without accents, so that `inima` finds `inimă`. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
