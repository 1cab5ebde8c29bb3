/** What a section holds, with room for what Slack counts differently. */
const LONGEST = 2_800;

/** Texts put together into as few parts as sections hold; what is left over is counted. */
export function packed(texts: readonly string[], most: number): { parts: string[]; left: number } {
  const parts: string[] = [];
  for (const [place, text] of texts.entries()) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + text.length < LONGEST) parts[parts.length - 1] = `${last}\n${text}`;
    else if (parts.length < most) parts.push(text);
    else return { parts, left: texts.length - place };
  }
  return { parts, left: 0 };
}
