import type { Block, ElementValue, Values } from '../../../protocol.js';
import { type Here, held, hold, initialValue } from './initial.js';
import { type AnyElement, slotsOf } from './slots.js';

/**
 * The values of these blocks: what was there stays where block id, action id and type are the same, as in Slack, even
 * when the app sent another initial value; everything else starts anew.
 */
export function settle(before: Values, blocks: readonly Block[], here: Here = {}): Values {
  const after: Values = {};
  for (const { blockId, actionId, element } of slotsOf(blocks)) {
    const kept = before[blockId]?.[actionId];
    const value = kept?.type === element.type ? stillOffered(element, kept) : initialValue(element, here);
    after[blockId] = { ...after[blockId], [actionId]: value };
  }
  return after;
}

/** An option that the app took away can't stay chosen. */
function stillOffered(element: AnyElement, value: ElementValue): ElementValue {
  const offered = optionsOf(element);
  if (!offered) return value;
  const isOffered = (option: unknown) => isOption(option) && offered.has(option.value);
  const content = held(value);
  if (Array.isArray(content)) return hold(element, content.filter(isOffered));
  return content && !isOffered(content) ? hold(element, null) : value;
}

function optionsOf(element: AnyElement): Set<unknown> | undefined {
  const { options, option_groups: groups } = element;
  if (!Array.isArray(options) && !Array.isArray(groups)) return undefined;
  const grouped = Array.isArray(groups) ? groups.flatMap((group: { options?: unknown }) => group.options ?? []) : [];
  return new Set([...(Array.isArray(options) ? options : []), ...grouped].map((option) => option?.value));
}

const isOption = (option: unknown): option is { value: unknown } =>
  typeof option === 'object' && option !== null && 'value' in option;

/** Values with one of them changed. */
export function put(values: Values, blockId: string, actionId: string, value: ElementValue): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } };
}
