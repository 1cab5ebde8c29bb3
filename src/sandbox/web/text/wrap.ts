export interface Selection {
  text: string;
  start: number;
  end: number;
}

/** Puts a mark such as `*` around the selection, or takes it away when it is there already. */
export function wrap({ text, start, end }: Selection, mark: string): Selection {
  const before = text.slice(0, start);
  const chosen = text.slice(start, end);
  const after = text.slice(end);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    const width = mark.length;
    return { text: before.slice(0, -width) + chosen + after.slice(width), start: start - width, end: end - width };
  }
  return { text: before + mark + chosen + mark + after, start: start + mark.length, end: end + mark.length };
}

/** Puts text in the place of the selection; the caret goes behind it. */
export function put({ text, start, end }: Selection, inserted: string): Selection {
  const caret = start + inserted.length;
  return { text: text.slice(0, start) + inserted + text.slice(end), start: caret, end: caret };
}
