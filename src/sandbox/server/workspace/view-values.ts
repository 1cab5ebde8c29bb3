import { randomInt } from 'node:crypto';
import type { Block, Fields, Values } from '../state/state.js';

export interface Element extends Fields {
  type: string;
  action_id?: string;
}

/** How each element's value is called in `state.values`, and where its first value stands. */
const valueFields: Record<string, [field: string, initial: string, empty: unknown]> = {
  plain_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  file_input: ['files', '', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  checkboxes: ['selected_options', 'initial_options', []],
  radio_buttons: ['selected_option', 'initial_option', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  users_select: ['selected_user', 'initial_user', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  multi_users_select: ['selected_users', 'initial_users', []],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
};

/** The field of `state.values` in which an element of this type has its value; undefined: it has none. */
export const valueField = (type: string): string | undefined => valueFields[type]?.[0];

/** Gives every block and action an id, as Slack does where the app gave none; also inside of others. */
export function withBlockIds(blocks: Block[]): Block[] {
  return blocks.map((block) => {
    const named: Block = { ...block, block_id: block.block_id || randomId() };
    for (const key of ['element', 'accessory'] as const)
      if (isElement(named[key])) named[key] = withActionId(named[key]);
    for (const key of ['elements', 'actions'] as const) named[key] = insideWithIds(block, key);
    if (Array.isArray(named.child_blocks)) named.child_blocks = withBlockIds(named.child_blocks);
    for (const key of ['elements', 'actions'] as const) if (named[key] === undefined) delete named[key];
    return named;
  });
}

function insideWithIds(block: Block, key: 'elements' | 'actions'): unknown {
  const inside = block[key];
  if (!Array.isArray(inside) || block.type === 'rich_text') return inside;
  if (block.type === 'carousel') return withBlockIds(inside);
  return inside.map((one) => (isElement(one) ? withActionId(one) : one));
}

const plain = new Set(['image', 'mrkdwn', 'plain_text']);
function withActionId(element: Element): Element {
  if (plain.has(element.type)) return element;
  return { ...element, action_id: element.action_id || randomId() };
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const randomId = () => Array.from({ length: 5 }, () => base64[randomInt(base64.length)]).join('');

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Every element of these blocks with the block it sits in, also inside of others. */
export function elementsOf(blocks: Block[]): { block: Block; element: Element }[] {
  return blocks.flatMap((block) => {
    const elements = Array.isArray(block.elements) ? block.elements : [];
    const buttons = Array.isArray(block.actions) ? block.actions : [];
    const children = Array.isArray(block.child_blocks) ? block.child_blocks : [];
    if (block.type === 'carousel') return elementsOf(elements);
    const own = [block.element, block.accessory, ...elements, ...buttons].filter(isElement);
    return [...own.map((element) => ({ block, element })), ...elementsOf(children)];
  });
}

/** The values of every input: what was filled in, else what the app put there. */
export function keptValues(blocks: Block[], filled: Values): Values {
  const values: Values = {};
  for (const { block, element } of elementsOf(blocks)) {
    const { block_id, action_id } = { block_id: block.block_id ?? '', action_id: element.action_id ?? '' };
    const value = elementValue(element, filled[block_id]?.[action_id]);
    if (!value) continue;
    values[block_id] = { ...values[block_id], [action_id]: value };
  }
  return values;
}

function elementValue(
  element: Element,
  filled: ({ type: string } & Fields) | undefined,
): ({ type: string } & Fields) | null {
  const known = valueFields[element.type];
  if (!known) return null;
  const [field, initial, empty] = known;
  const given = filled?.type === element.type ? filled[field] : undefined;
  // Which conversation somebody was looking at is known where they look: the page says it.
  const isOpen = given === undefined && element[initial] === undefined;
  if (isOpen && element.default_to_current_conversation === true) return null;
  const value = given === undefined ? (element[initial] ?? empty) : given;
  return { type: element.type, [field]: value === '' ? null : value };
}
