import type { Block } from '../protocol.js';

export interface Element {
  type: string;
  action_id: string;
  [key: string]: unknown;
}

/** An element with everything by which a person would name it. */
export interface Found {
  block: Block;
  blockId: string;
  element: Element;
  names: string[];
}

/** What an object shows: `{ text: 'Send' }`, `{ text: { text: 'Send' } }` or a text. */
export function shownText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(shownText).filter(Boolean).join('\n');
  const parts = [
    'title',
    'rich_text_title',
    'subtitle',
    'label',
    'text',
    'fields',
    'elements',
    'body',
    'rows',
    'caption',
    'alt_text',
    'hint',
    'placeholder',
    'options',
    'option_groups',
    'accessory',
    'element',
    'actions',
    'child_blocks',
    'description',
  ];
  const inside = value as Record<string, unknown>;
  const own = parts.map((key) => shownText(inside[key])).filter(Boolean);
  if (inside.type === 'user' && typeof inside.user_id === 'string') own.push(`<@${inside.user_id}>`);
  return own.join('\n');
}

/** Everything in these blocks that can be filled in or pressed. */
export function elementsIn(blocks: Block[]): Found[] {
  return blocks.flatMap((block) => {
    const inside = [block.element, block.accessory, block.elements, block.actions].flat();
    const children = [block.child_blocks, block.type === 'carousel' ? block.elements : []].flat() as Block[];
    const own = inside
      .filter(isElement)
      .map((element) => ({ block, blockId: block.block_id ?? '', element, names: namesOf(block, element) }));
    return [...own, ...elementsIn(children.filter((child) => typeof child === 'object' && child !== null))];
  });
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'action_id' in value && 'type' in value;
}

function namesOf(block: Block, element: Element): string[] {
  const ownText = element.type === 'button' || element.type === 'icon_button' ? shownText(element.text) : '';
  const blockText = block.type === 'input' ? shownText(block.label) : shownText(block.text);
  const names = [
    ownText,
    blockText,
    shownText(element.placeholder),
    String(element.accessibility_label ?? ''),
    element.action_id,
    block.block_id ?? '',
  ];
  return names.filter((name) => name !== '');
}

/** The element that is called so; an error that lists what there is when there is none, or more than one. */
export function findElement(blocks: Block[], name: string, wanted: (found: Found) => boolean, where: string): Found {
  const all = elementsIn(blocks).filter(wanted);
  const exact = all.filter((found) => found.names.includes(name));
  const [found, second] = exact.length > 0 ? exact : all.filter((one) => one.names.some((text) => text.includes(name)));
  if (found && (!second || exact.length === 1)) return found;
  const there = all.map((one) => `  ${one.element.type}: ${one.names.map((text) => JSON.stringify(text)).join(' / ')}`);
  const said = found ? `More than one thing is called "${name}"` : `Nothing is called "${name}"`;
  throw new Error(`${said} in ${where}. There is:\n${there.join('\n') || '  nothing'}`);
}

export const isPressable = ({ element }: Found) => ['button', 'icon_button'].includes(element.type);
export const isFillable = ({ element, block }: Found) =>
  block.type === 'input' || !['button', 'icon_button', 'image', 'overflow', 'feedback_buttons'].includes(element.type);
export const isChoosable = ({ element }: Found) => !['button', 'icon_button', 'image'].includes(element.type);
