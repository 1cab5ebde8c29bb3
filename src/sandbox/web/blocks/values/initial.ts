import type { ElementValue } from '../../../protocol.js';
import type { AnyElement } from './slots.js';

type Field = readonly [field: string, initial: string, empty: null | readonly never[]];

const typed: Field = ['value', 'initial_value', null];
const chosen: Field = ['selected_option', 'initial_option', null];
const several: Field = ['selected_options', 'initial_options', []];

/** Element type → the field of its value, where it starts, and what stands there when it is empty. */
const fields: Record<string, Field> = {
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  radio_buttons: chosen,
  static_select: chosen,
  external_select: chosen,
  users_select: ['selected_user', 'initial_user', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  checkboxes: several,
  multi_static_select: several,
  multi_external_select: several,
  multi_users_select: ['selected_users', 'initial_users', []],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  file_input: ['files', 'initial_files', []],
};

/** Where the person is when a conversations select may start with the current conversation. */
export interface Here {
  conversation?: string;
}

/** The value an element has before anyone touched it, in the shape of `state.values`. */
export function initialValue(element: AnyElement, here: Here = {}): ElementValue {
  if (element.type === 'rich_text_input') return richText(element);
  const field = fields[element.type];
  if (!field) return { type: element.type };
  const [name, initial, empty] = field;
  return { type: element.type, [name]: element[initial] ?? current(element, here) ?? empty, ...zoneOf(element) };
}

const richText = (element: AnyElement): ElementValue =>
  element.initial_value ? { type: element.type, rich_text_value: element.initial_value } : { type: element.type };

function current(element: AnyElement, here: Here): unknown {
  if (element.default_to_current_conversation !== true || !here.conversation) return undefined;
  return element.type === 'multi_conversations_select' ? [here.conversation] : here.conversation;
}

const zoneOf = (element: AnyElement) =>
  element.type === 'timepicker' && element.timezone ? { timezone: element.timezone } : {};

/** What an element holds, without its wrapping: a text, an id, an option, or a list of them. */
export function held(value: ElementValue): unknown {
  const field = fields[value.type]?.[0] ?? 'rich_text_value';
  return value[field];
}

/** The value in Slack's shape, holding this. */
export function hold(element: AnyElement, content: unknown): ElementValue {
  const field = fields[element.type];
  if (!field) return content === undefined ? { type: element.type } : { type: element.type, rich_text_value: content };
  return { type: element.type, [field[0]]: content ?? field[2], ...zoneOf(element) };
}

export function isEmpty(value: ElementValue): boolean {
  const content = held(value);
  if (Array.isArray(content)) return content.length === 0;
  return content === null || content === undefined || (typeof content === 'string' && content.trim() === '');
}
