import type { RichTextBlock, RichTextElement } from '@slack/types';
import { nameOf } from '../inline/nameOf.js';
import type { Names } from '../names.js';
import { type NestedList, nestLists } from '../richtext/lists.js';

/** Puts rich text that the app sent into the editor, as the tree that the browser edits. */
export function writeEditor(root: HTMLElement, block: RichTextBlock, names: Names): void {
  root.replaceChildren();
  for (const element of nestLists(block.elements ?? [])) {
    if (element.type === 'nested_list') root.append(listOf(element, names));
    else root.append(...linesOf(element.elements, names));
  }
}

function listOf(list: NestedList, names: Names): HTMLElement {
  const drawn = document.createElement(list.style === 'ordered' ? 'ol' : 'ul');
  for (const item of list.items) {
    const line = document.createElement('li');
    line.append(...item.section.elements.map((element) => runOf(element, names)));
    line.append(...item.inner.map((inner) => listOf(inner, names)));
    drawn.append(line);
  }
  return drawn;
}

function linesOf(elements: readonly RichTextElement[], names: Names): HTMLElement[] {
  let line = document.createElement('div');
  const lines = [line];
  for (const element of elements) {
    const texts = element.type === 'text' ? element.text.split('\n') : [undefined];
    texts.forEach((text, index) => {
      if (index > 0) {
        line = document.createElement('div');
        lines.push(line);
      }
      if (text !== '')
        line.append(runOf(text === undefined ? element : ({ ...element, text } as RichTextElement), names));
    });
  }
  for (const empty of lines) if (!empty.hasChildNodes()) empty.append(document.createElement('br'));
  return lines;
}

const styleTags = [
  ['code', 'code'],
  ['strike', 's'],
  ['italic', 'i'],
  ['bold', 'b'],
] as const;

function runOf(element: RichTextElement, names: Names): Node {
  let run: Node = bareRun(element, names);
  for (const [style, tag] of styleTags) {
    if (!element.style?.[style]) continue;
    const wrapped = document.createElement(tag);
    wrapped.append(run);
    run = wrapped;
  }
  return run;
}

function bareRun(element: RichTextElement, names: Names): Node {
  if (element.type === 'text') return document.createTextNode(element.text);
  if (element.type === 'link') {
    const link = document.createElement('a');
    link.setAttribute('href', element.url);
    link.textContent = element.text ?? element.url;
    return link;
  }
  const kept = document.createElement('span');
  kept.className = 'bk-mention';
  kept.contentEditable = 'false';
  kept.setAttribute('data-element', JSON.stringify(element));
  kept.textContent = wordFor(element, names);
  return kept;
}

function wordFor(element: RichTextElement, names: Names): string {
  if (element.type === 'user') return `@${nameOf(names, element.user_id) ?? element.user_id}`;
  if (element.type === 'channel') return `#${names.channel(element.channel_id)?.name ?? element.channel_id}`;
  if (element.type === 'emoji') return `:${element.name}:`;
  if (element.type === 'broadcast') return `@${element.range}`;
  return 'fallback' in element ? (element.fallback ?? '') : element.type;
}
