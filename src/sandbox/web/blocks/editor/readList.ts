import type { RichTextList, RichTextSection } from '@slack/types';
import { type Line, linesToSection } from './lines.js';
import { type EditNode, readParts } from './read.js';

/** A list with lists in it, as Slack writes it: one after another, each with its indent. */
export function readList(list: EditNode, indent: number): RichTextList[] {
  const style = list.nodeName === 'OL' ? 'ordered' : 'bullet';
  const runs: RichTextList[] = [];
  const addItem = (section: RichTextSection) => {
    const last = runs.at(-1);
    if (last?.indent === indent && last.style === style) last.elements.push(section);
    else runs.push({ type: 'rich_text_list', style, indent, elements: [section] });
  };
  for (const child of Array.from(list.childNodes)) {
    if (child.nodeName === 'UL' || child.nodeName === 'OL') runs.push(...readList(child, indent + 1));
    else if (child.nodeName === 'LI') readItem(child, indent, addItem, runs);
  }
  return runs;
}

function readItem(
  item: EditNode,
  indent: number,
  addItem: (section: RichTextSection) => void,
  runs: RichTextList[],
): void {
  const parts = readParts(item, {});
  const lines: Line[] = parts.flatMap((part) => ('line' in part ? [part.line] : []));
  addItem(linesToSection(lines));
  for (const part of parts) if ('list' in part) runs.push(...readList(part.list, indent + 1));
}
