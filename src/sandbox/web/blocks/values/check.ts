import type { Block, ElementValue, Values } from '../../../protocol.js';
import type { Key } from '../words/index.js';
import { held, initialValue, isEmpty } from './initial.js';
import { type AnyElement, type Slot, slotsOf } from './slots.js';

/** What is wrong with a field: a sentence and its values. */
export interface Fault {
  key: Key;
  values?: Record<string, string | number>;
}

/** Slack's own limit where an app sets none. */
export const longest = (element: AnyElement): number =>
  typeof element.max_length === 'number' ? element.max_length : 3000;

/** What Slack itself checks before it sends a form: block id → fault. */
export function faultsIn(blocks: readonly Block[], values: Values): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  for (const slot of slotsOf(blocks)) {
    const value = values[slot.blockId]?.[slot.actionId] ?? initialValue(slot.element);
    const fault = faultOf(slot, value);
    if (fault && !faults[slot.blockId]) faults[slot.blockId] = fault;
  }
  return faults;
}

function faultOf({ element, required }: Slot, value: ElementValue): Fault | undefined {
  if (isEmpty(value)) return required ? { key: 'check.required' } : undefined;
  const content = held(value);
  return typeof content === 'string' ? checks[element.type]?.(element, content) : undefined;
}

const checks: Record<string, (element: AnyElement, text: string) => Fault | undefined> = {
  plain_text_input: lengthFault,
  email_text_input: (_, text) =>
    /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim()) ? undefined : { key: 'check.email' },
  url_text_input: (_, text) => (isLink(text.trim()) ? undefined : { key: 'check.url' }),
  number_input: numberFault,
};

function lengthFault(element: AnyElement, text: string): Fault | undefined {
  const least = Number(element.min_length ?? 0);
  if (text.length < least) return { key: 'check.short', values: { count: least } };
  const over = text.length - longest(element);
  return over > 0 ? { key: 'check.long', values: { count: over } } : undefined;
}

const isLink = (text: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(text) && URL.canParse(text);

function numberFault(element: AnyElement, text: string): Fault | undefined {
  const number = text.trim().replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(number)) return { key: 'check.number' };
  if (element.is_decimal_allowed !== true && !/^[+-]?\d+$/.test(number)) return { key: 'check.whole' };
  const { min_value: least, max_value: most } = element;
  if (isBound(least) && Number(number) < Number(least)) return { key: 'check.least', values: { least } };
  if (isBound(most) && Number(number) > Number(most)) return { key: 'check.most', values: { most } };
  return undefined;
}

const isBound = (bound: unknown): bound is string | number => typeof bound === 'string' || typeof bound === 'number';
