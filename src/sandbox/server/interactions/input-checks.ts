import type { Block, StoredView } from '../state/state.js';
import { type Sentence, say } from '../words/say.js';
import { type Element, isElement, valueField } from '../workspace/view-values.js';
import type { World } from '../world.js';

type Fault = [Sentence, Record<string, unknown>?] | null;

/** What Slack itself finds wrong in a form, at each block: the form isn't sent while anything is. */
export function faultsOfInput(world: World, user: string, view: StoredView): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const block of view.blocks.filter((one) => one.type === 'input')) {
    const fault = faultOf(block, view);
    if (fault) faults[block.block_id ?? ''] = say(world, user, ...fault);
  }
  return faults;
}

function faultOf(block: Block, view: StoredView): Fault {
  if (!isElement(block.element)) return null;
  const element = block.element;
  const value = view.values[block.block_id ?? '']?.[element.action_id ?? '']?.[valueField(element.type) ?? ''];
  if (isBlank(value)) return block.optional === true ? null : ['field-required'];
  const check = checks[element.type];
  return check ? check(element, value) : countFault(element, value);
}

const isBlank = (value: unknown) =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const checks: Record<string, (element: Element, value: unknown) => Fault> = {
  plain_text_input: (element, value) => lengthFault(element, String(value)),
  number_input: (element, value) => numberFault(element, String(value)),
  email_text_input: (_element, value) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)) ? null : ['field-email']),
  url_text_input: (_element, value) =>
    /^https?:\/\/[^\s]+\.[^\s]+|^https?:\/\/localhost/i.test(String(value)) ? null : ['field-url'],
};

function lengthFault(element: Element, value: string): Fault {
  const most = typeof element.max_length === 'number' ? element.max_length : 3000;
  if (value.length > most) return ['field-too-long', { count: most }];
  if (typeof element.min_length === 'number' && value.length < element.min_length)
    return ['field-too-short', { count: element.min_length }];
  return null;
}

function numberFault(element: Element, value: string): Fault {
  if (!/^-?\d+([.,]\d+)?$/.test(value)) return ['field-number'];
  const number = Number(value.replace(',', '.'));
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return ['field-whole-number'];
  if (typeof element.min_value === 'string' && number < Number(element.min_value))
    return ['field-too-small', { count: element.min_value }];
  if (typeof element.max_value === 'string' && number > Number(element.max_value))
    return ['field-too-big', { count: element.max_value }];
  return null;
}

function countFault(element: Element, value: unknown): Fault {
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : element.max_files;
  return Array.isArray(value) && typeof most === 'number' && value.length > most
    ? ['field-too-many', { count: most }]
    : null;
}
