import { isSafeUrl } from '../mrkdwn/entity.js';

export type Command = 'bold' | 'italic' | 'strike' | 'bullets' | 'numbers' | 'code';

const native: Partial<Record<Command, string>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strikeThrough',
  bullets: 'insertUnorderedList',
  numbers: 'insertOrderedList',
};

// `execCommand` is old, but it is the only way to edit that keeps the browser's own undo.
export function run(root: HTMLElement, command: Command): void {
  root.focus();
  const name = native[command];
  if (name) document.execCommand(name);
  else toggleCode(root);
}

/** Which commands are on where the cursor stands. */
export function stateAt(root: HTMLElement): ReadonlySet<Command> {
  const on = new Set<Command>();
  if (!isInside(root)) return on;
  for (const [command, name] of Object.entries(native))
    if (document.queryCommandState(name)) on.add(command as Command);
  if (around(root, 'CODE')) on.add('code');
  return on;
}

export const linkAt = (root: HTMLElement): string => around(root, 'A')?.getAttribute('href') ?? '';

/** Links what is selected, or writes the address where nothing is. Without an address the link goes. */
export function setLink(root: HTMLElement, range: Range | null, address: string): void {
  root.focus();
  const selection = getSelection();
  if (range) {
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
  const link = around(root, 'A');
  if (link) selection?.selectAllChildren(link);
  const url = completed(address);
  if (!url) document.execCommand('unlink');
  else if (selection?.isCollapsed) insertLink(selection, url);
  else document.execCommand('createLink', false, url);
}

/** `example.com` is meant as a web address. */
export function completed(address: string): string {
  const trimmed = address.trim();
  if (!trimmed || isSafeUrl(trimmed)) return trimmed;
  return /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? '' : `https://${trimmed}`;
}

function insertLink(selection: Selection, url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = url;
  selection.getRangeAt(0).insertNode(link);
  selection.collapse(link.parentNode, Array.from(link.parentNode?.childNodes ?? []).indexOf(link) + 1);
}

function toggleCode(root: HTMLElement): void {
  const selection = getSelection();
  const code = around(root, 'CODE');
  if (code) code.replaceWith(...code.childNodes);
  else if (selection?.rangeCount && !selection.isCollapsed) {
    const range = selection.getRangeAt(0);
    const wrapped = document.createElement('code');
    wrapped.append(document.createTextNode(range.toString()));
    range.deleteContents();
    range.insertNode(wrapped);
    selection.selectAllChildren(wrapped);
  }
  root.normalize();
}

const isInside = (root: HTMLElement): boolean => root.contains(getSelection()?.anchorNode ?? null);

function around(root: HTMLElement, tag: string): Element | null {
  const node = getSelection()?.anchorNode;
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const found = element?.closest(tag) ?? null;
  return found && root.contains(found) ? found : null;
}
