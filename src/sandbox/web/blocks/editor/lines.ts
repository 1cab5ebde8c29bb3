import type { RichTextElement, RichTextSection } from '@slack/types';

export type Line = RichTextElement[];

/** Lines become one section with line feeds between them, as Slack's composer writes it. */
export function linesToSection(lines: readonly Line[]): RichTextSection {
  const elements: RichTextElement[] = [];
  lines.forEach((line, index) => {
    if (index > 0) add(elements, { type: 'text', text: '\n' });
    for (const element of line) add(elements, element);
  });
  return { type: 'rich_text_section', elements: withoutEmptyEnds(elements) };
}

/** Runs of the same style become one. */
function add(elements: RichTextElement[], element: RichTextElement): void {
  const last = elements.at(-1);
  const same =
    last?.type === 'text' && element.type === 'text' && JSON.stringify(last.style) === JSON.stringify(element.style);
  if (same) elements[elements.length - 1] = { ...last, text: last.text + element.text };
  else elements.push({ ...element });
}

function withoutEmptyEnds(elements: RichTextElement[]): RichTextElement[] {
  const last = elements.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith('\n')) return elements;
  const text = last.text.replace(/\n+$/, '');
  return text ? [...elements.slice(0, -1), { ...last, text }] : withoutEmptyEnds(elements.slice(0, -1));
}
