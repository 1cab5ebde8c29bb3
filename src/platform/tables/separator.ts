export const separators = [';', ',', '\t'] as const;
export type Separator = (typeof separators)[number];

/** So much of a file shows what its cells are parted by. */
const HEAD = 50_000;
const LINES = 20;

/** What parts the cells: the one that most lines have as often as the first, else the one that the first has most of. */
export function separatorOf(text: string): Separator {
  const bare = text.slice(0, HEAD).replace(/"(?:[^"]|"")*"/g, 'quoted');
  const lines = bare.split('\n').filter((line) => line.trim() !== '');
  const candidates = separators.map((separator) => {
    const counts = lines.slice(0, LINES).map((line) => line.split(separator).length - 1);
    const [inFirst = 0] = counts;
    const alike = inFirst === 0 ? 0 : counts.filter((count) => count === inFirst).length;
    return { separator, alike, inFirst };
  });
  const [best] = candidates.sort((one, other) => other.alike - one.alike || other.inFirst - one.inFirst);
  return best && best.inFirst > 0 ? best.separator : ',';
}

/** Excel's own first line, `sep=;`: it says what parts the cells, and is no row. */
export function announcedSeparator(text: string): { separator: Separator; length: number } | null {
  const match = /^sep=([;,\t])(?:\n|$)/i.exec(text);
  return match ? { separator: match[1] as Separator, length: match[0].length } : null;
}
