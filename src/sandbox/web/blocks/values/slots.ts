import type { Block } from '../../../protocol.js';

/** Any interactive element, as loosely as it arrives. */
export interface AnyElement {
  type: string;
  action_id?: string;
  [key: string]: unknown;
}

/** A place that holds a value: an element with its block. */
export interface Slot {
  blockId: string;
  actionId: string;
  element: AnyElement;
  /** Whether a form can't be sent while this is empty. */
  required: boolean;
}

const holders = new Set([
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
]);

const holdsValue = (type: string): boolean => holders.has(type) || type.endsWith('_select');

/** Every place in these blocks that `state.values` has an entry for. */
export function slotsOf(blocks: readonly Block[]): Slot[] {
  return blocks.flatMap((block) => {
    const nested = [...blocksIn(block.child_blocks), ...blocksIn(block.elements)];
    const required = block.type === 'input' && block.optional !== true;
    const elements = elementsOf(block).filter((element) => holdsValue(element.type));
    const own = elements.map((element) => ({ ...idsOf(block, element), element, required }));
    return [...own, ...slotsOf(nested)];
  });
}

export const idsOf = (block: Block, element: AnyElement) => ({
  blockId: block.block_id ?? '',
  actionId: element.action_id ?? '',
});

function elementsOf(block: Block): AnyElement[] {
  if (block.type === 'input') return elementsIn([block.element]);
  if (block.type === 'section') return elementsIn([block.accessory]);
  return block.type === 'actions' ? elementsIn(block.elements) : [];
}

export const isElement = (value: unknown): value is AnyElement =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const elementsIn = (value: unknown): AnyElement[] => (Array.isArray(value) ? value.filter(isElement) : []);

/** Blocks inside a container; the elements of an actions block aren't blocks. */
const blocksIn = (value: unknown): Block[] =>
  elementsIn(value).filter((inner) => inner.type === 'input' || inner.type === 'section' || inner.type === 'actions');
