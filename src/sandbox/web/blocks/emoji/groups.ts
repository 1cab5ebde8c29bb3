import type { Key } from '../words/index.js';
import type { Emoji } from './gather.js';

export interface Group {
  key: string;
  title?: Key;
  emoji: { name: string; char: string }[];
}

/** What offices use most, so that it is there without looking. */
const frequent = [
  '+1',
  'white_check_mark',
  'eyes',
  'raised_hands',
  'pray',
  'heart',
  'joy',
  'tada',
  'ticket',
  'fire',
  'wave',
  'thinking_face',
];

const titles: [number, Key][] = [
  [0, 'emoji.group.0'],
  [1, 'emoji.group.1'],
  [3, 'emoji.group.3'],
  [4, 'emoji.group.4'],
  [5, 'emoji.group.5'],
  [6, 'emoji.group.6'],
  [7, 'emoji.group.7'],
  [8, 'emoji.group.8'],
  [9, 'emoji.group.9'],
];

/** The emoji in the order that people know from their phones. */
export function groupsOf(all: ReadonlyMap<string, Emoji>): Group[] {
  if (all.size === 0) return [];
  const each = [...new Set(all.values())];
  const used = frequent.flatMap((name) => all.get(name) ?? []);
  const sorted = titles.map(([group, title]) => ({
    key: String(group),
    title,
    emoji: each.filter((emoji) => emoji.group === group),
  }));
  return [{ key: 'frequent', title: 'emoji.frequent', emoji: used }, ...sorted];
}
