import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import { isSafeUrl } from '../mrkdwn/entity.js';
import { type Line, linesToSection } from './lines.js';
import { readList } from './readList.js';

/** As much of the editor's tree as is read; every DOM node is one. */
export interface EditNode {
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<EditNode>;
  getAttribute?(name: string): string | null;
}

export interface Style {
  bold?: true;
  italic?: true;
  strike?: true;
  code?: true;
}

const styleTags: Record<string, Style> = {
  B: { bold: true },
  STRONG: { bold: true },
  I: { italic: true },
  EM: { italic: true },
  S: { strike: true },
  STRIKE: { strike: true },
  DEL: { strike: true },
  CODE: { code: true },
};
const blockTags = new Set(['DIV', 'P', 'BLOCKQUOTE', 'PRE', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
const isList = (node: EditNode): boolean => node.nodeName === 'UL' || node.nodeName === 'OL';

/** What stands in the editor, as Slack's rich text. Undefined: nothing does. */
export function readEditor(root: EditNode): RichTextBlock | undefined {
  const elements: RichTextBlockElement[] = [];
  let lines: Line[] = [];
  const flush = () => {
    const section = linesToSection(lines);
    if (section.elements.length > 0) elements.push(section);
    lines = [];
  };
  for (const part of readParts(root, {})) {
    if (!('list' in part)) lines.push(part.line);
    else {
      flush();
      elements.push(...readList(part.list, 0));
    }
  }
  flush();
  return elements.some(hasContent) ? { type: 'rich_text', elements } : undefined;
}

const hasContent = (element: RichTextBlockElement): boolean =>
  element.elements.some((inner) =>
    inner.type === 'rich_text_section' ? hasContent(inner) : inner.type !== 'text' || inner.text.trim() !== '',
  );

export type Part = { line: Line } | { list: EditNode };

/** The lines and lists of a node, one after another. A line break at the end of a block is the browser's own. */
export function readParts(node: EditNode, style: Style): Part[] {
  const parts: Part[] = [];
  let line: Line = [];
  const end = () => {
    if (line.length > 0) parts.push({ line });
    line = [];
  };
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeName === 'BR') {
      parts.push({ line });
      line = [];
    } else if (isList(child)) {
      end();
      parts.push({ list: child });
    } else if (blockTags.has(child.nodeName)) {
      end();
      parts.push(...readParts(child, style));
    } else {
      const [first, ...rest] = readInside(child, style);
      line.push(...(first ?? []));
      for (const next of rest) {
        parts.push({ line });
        line = next;
      }
    }
  }
  end();
  return parts;
}

/** Inline content; a break inside of it begins another line. */
function readInside(node: EditNode, style: Style): Line[] {
  if (node.nodeName === '#text') return [readText(node.nodeValue ?? '', style)];
  const kept = keptElement(node);
  if (kept) return [[kept]];
  const inner = { ...style, ...styleTags[node.nodeName] };
  const lines = readParts(node, inner).map((part) => ('line' in part ? part.line : []));
  return node.nodeName === 'A' ? lines.map((line) => linked(line, node.getAttribute?.('href') ?? '')) : lines;
}

function readText(text: string, style: Style): Line {
  const clean = text.replace(/[\u200B\uFEFF]/g, '').replace(/\u00A0/g, ' ');
  if (!clean) return [];
  return [{ type: 'text', text: clean, ...(Object.keys(style).length > 0 ? { style } : {}) }];
}

/** Mentions, emoji and dates came from the app and are kept as they are. */
function keptElement(node: EditNode): RichTextElement | undefined {
  const kept = node.getAttribute?.('data-element');
  return kept ? (JSON.parse(kept) as RichTextElement) : undefined;
}

function linked(line: Line, url: string): Line {
  const text = line.map((element) => ('text' in element ? element.text : '')).join('');
  if (!isSafeUrl(url) || !text) return line;
  const style = line[0]?.style;
  return [{ type: 'link', url, text, ...(style ? { style } : {}) }];
}
